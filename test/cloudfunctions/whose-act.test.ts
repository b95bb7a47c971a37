import { checkIn, myAttendance, myCode, myStudies, reply } from '../../contract/study/mine';
import { admit } from '../../contract/study/register';
import { acknowledge } from '../../contract/notice/acknowledge';
import { inbox, message } from '../../contract/notice/inbox';
import { preferences } from '../../contract/notice/preferences';
import { sendNotice } from '../../contract/notice/sending';
import type { Action } from '../../contract/action';
import { api } from '../../contract/api';
import { whoLooked } from '../../contract/branch/audit';
import { myRecordBook } from '../../contract/branch/record-book';
import { myRecords } from '../../contract/people/my-records';
import { myNotes } from '../../contract/note/writing';
import { makeUp } from '../../contract/study/make-up';
import { mySuggestions } from '../../contract/content/raising';
import { myDataAsks } from '../../contract/people/data-asks';
import { myData } from '../../contract/people/member';
import { mySheet } from '../../contract/star/assessment';
import { myReview } from '../../contract/star/reviews';
import { addChange, myRoster } from '../../contract/roster/roster';
import { today } from '../../contract/today';
import { waitsForMe } from '../../contract/waits-for-me';
import { addDays, dayOfInstant, MS_PER_DAY } from '../../domain/time/local-day';
import { aBranch, accountOf } from '../builders/documents';
import { aMakeUp } from '../builders/make-ups';
import { aNotice } from '../worlds/notice-world';
import { phone as phoneOf } from '../client';
import { minutes, useStudyWorld } from '../worlds/study-world';

const world = useStudyWorld('notify', 'member', 'branch', 'note', 'content', 'star');
const [first, second] = ['member-1', 'member-2'];

const document = (collection: string, id: string) =>
  [...world.cloud.engine.collection(collection).all()].find(({ document: { _id } }) => _id === id)
    ?.document;
const month = () => dayOfInstant(world.nowMs()).slice(0, 7);

/** The phone of the first person, whom every function has just met. */
async function knownPhone() {
  const phone = world.phone(first);
  await phone.get(today, {});
  await phone.get(preferences, {});
  await phone.get(myRoster, { month: month() });
  return phone;
}

/** A phone that every function knows as the first person's, and that is the second's by now. */
async function reboundPhone() {
  const phone = await knownPhone();
  await world.alter('members', first, { account: `none:${first}` });
  await world.alter('members', second, { account: accountOf(first) });
  return phone;
}

test('whoever the account has been bound to since replies and checks in as themselves', async () => {
  const studyId = await world.published();
  await world.later(minutes(40));
  const { payload } = await world.shownCode(studyId);
  const phone = await reboundPhone();
  await phone.get(reply, { studyId, reply: { kind: 'coming', sittingId: 'sitting-1' } });
  await phone.get(checkIn, { way: 'scan', payload });
  expect(world.line(studyId, first)).toMatchObject({ reply: null, record: null });
  expect(world.line(studyId, second)).toMatchObject({
    reply: { kind: 'coming' },
    record: { way: 'scan' },
  });
});

test('their own code admits them and not the person from before', async () => {
  const studyId = await world.published();
  await world.later(minutes(40));
  const phone = await reboundPhone();
  const [slot] = (await phone.get(myCode, {})).slots;
  const { line } = await world.phone('officer').get(admit, {
    studyId,
    sittingId: 'sitting-1',
    payload: slot?.payload ?? '',
  });
  expect(line.memberId).toBe(second);
});

test('they acknowledge and enter leave as themselves', async () => {
  const deadlineAtMs = world.nowMs() + MS_PER_DAY;
  const { messageId } = await world.phone('secretary').get(sendNotice, {
    messageId: 'message-1',
    draft: aNotice({ kind: 'must-read', deadlineAtMs }),
  });
  const phone = await reboundPhone();
  await phone.get(acknowledge, { messageId });
  const [delivery] = [...world.cloud.engine.collection('deliveries').all()];
  expect(Object.keys(delivery?.document['acks'] as object)).toEqual([second]);
  const day = addDays(dayOfInstant(world.nowMs()), 3);
  const leave = {
    kind: 'leave',
    fromDay: day,
    toDay: addDays(day, 1),
    leaveKind: 'annual',
  } as const;
  await phone.get(addChange, { overrideId: 'leave-1', change: leave });
  expect(document('members', first)?.['overrides']).toEqual([]);
  expect(document('members', second)?.['overrides']).toMatchObject([{ kind: 'leave' }]);
});

test('a phone that was bound as another reads what is theirs from the first page on', async () => {
  await reboundPhone();
  const rebound = phoneOf(world.cloud, accountOf(first), second);
  expect((await rebound.get(myData, {})).profile.name).toBe(second);
  expect((await rebound.get(today, {})).crewName).toBe('crew 2');
});

test('a person who has left does nothing any more, however lately they were known', async () => {
  const studyId = await world.published();
  await world.later(minutes(40));
  const { payload } = await world.shownCode(studyId);
  const phone = await knownPhone();
  await world.alter('members', first, { leftDay: dayOfInstant(world.nowMs()) });
  expect(await phone.call(checkIn, { way: 'scan', payload })).toMatchObject({ code: 'not-bound' });
  const coming = { kind: 'coming', sittingId: 'sitting-1' } as const;
  expect(await phone.call(reply, { studyId, reply: coming })).toMatchObject({ code: 'not-bound' });
  expect(world.line(studyId, first)).toMatchObject({ reply: null, record: null });
});

const remembering = Object.values(api)
  .flatMap((actions) => Object.values<Action>(actions))
  .filter(({ allow }) => allow.kind === 'self' && allow.remembers);

/** Of actions that read one's own, those that ask for something. */
const ownInputs = (studyId: string): Readonly<Record<string, object>> => ({
  makeUp: { studyId },
  message: { messageId: 'none' },
  myAttendance: { month: month() },
  myRoster: { month: month() },
  myRecordBook: { year: Number(month().slice(0, 4)) },
  myRecords: { what: 'comment' },
  myReview: { year: Number(month().slice(0, 4)) },
  mySheet: { month: month() },
});

test('R-294: a person who has left reads nothing any more in an instance that has just known them', async () => {
  const studyId = await world.published();
  const phone = await knownPhone();
  const inputs = ownInputs(studyId);
  for (const action of remembering) await phone.callWith(action, inputs[action.name] ?? {});
  await world.alter('members', first, { leftDay: dayOfInstant(world.nowMs()) });
  for (const action of remembering) {
    const reply = await phone.callWith(action, inputs[action.name] ?? {});
    expect([action.name, reply]).toMatchObject([action.name, { ok: false, code: 'not-bound' }]);
  }
});

test('R-294: who was moved reads as one of their new branch at once', async () => {
  await world.plant('branches', aBranch('elsewhere'));
  const phone = await knownPhone();
  const year = Number(month().slice(0, 4));
  const before = await phone.get(myRecordBook, { year });
  await world.alter('members', first, { branchId: 'elsewhere', groupId: null });
  expect((await phone.get(myRecordBook, { year })).branchName).not.toBe(before.branchName);
});

test('R-294: a change of shifts that another function has written stands in the next reading', async () => {
  const phone = await knownPhone();
  const day = dayOfInstant(world.nowMs());
  const dayOff = async () => (await phone.get(today, {})).days.find((each) => each.day === day);
  const before = await dayOff();
  const leave = {
    kind: 'leave',
    fromDay: day,
    toDay: addDays(day, 1),
    leaveKind: 'annual',
  } as const;
  await phone.get(addChange, { overrideId: 'leave-1', change: leave });
  expect(await dayOff()).not.toEqual(before);
});

test('what may be answered to somebody known for a minute changes nothing', async () => {
  const studyId = await world.published();
  await world.alter('attendances', `${studyId}_${first}`, { makeUp: aMakeUp() });
  const inputs = ownInputs(studyId);
  expect(remembering.map(({ name }) => name).sort()).toEqual(
    [
      inbox,
      makeUp,
      message,
      myAttendance,
      myData,
      myDataAsks,
      myNotes,
      myRecordBook,
      myRecords,
      myReview,
      myRoster,
      mySheet,
      myStudies,
      mySuggestions,
      preferences,
      today,
      waitsForMe,
      whoLooked,
    ].map(({ name }) => name),
  );
  const phone = await knownPhone();
  world.cloud.counts.reset();
  for (const action of remembering) {
    const reply = await phone.callWith(action, inputs[action.name] ?? {});
    expect(reply).toMatchObject({ ok: true });
  }
  for (const request of Object.keys(world.cloud.counts.byAction)) {
    expect(request).toMatch(/(get|calculate|aggregate)Document/u);
  }
});
