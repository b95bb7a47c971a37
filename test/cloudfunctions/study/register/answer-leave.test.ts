import type { InputOf } from '../../../../contract/action';
import { inbox } from '../../../../contract/notice/inbox';
import { myAttendance, myStudies, reply, studyDetail } from '../../../../contract/study/mine';
import { answerLeave, correct, markByHand, roll } from '../../../../contract/study/register';
import { cancelStudy, changeStudy } from '../../../../contract/study/writing';
import { today } from '../../../../contract/today';
import { dayOfInstant } from '../../../../domain/time/local-day';
import {
  aDraft,
  aSitting,
  minutes,
  outputOf,
  START_MS,
  useStudyWorld,
} from '../../../worlds/study-world';

const world = useStudyWorld('notify', 'clock');
const DAY = minutes(24 * 60);

const say = (studyId: string, wish: InputOf<typeof reply>['reply'], memberId = 'day-worker') =>
  world.phone(memberId).call(reply, { studyId, reply: wish });
const ask = async (studyId: string, reason = 'at the dentist', memberId = 'day-worker') =>
  outputOf(await say(studyId, { kind: 'excused', reason }, memberId));
const answer = (studyId: string, input: Partial<InputOf<typeof answerLeave>> = {}) => ({
  studyId,
  memberId: 'day-worker',
  askedAtMs: world.nowMs(),
  seen: 'waiting' as const,
  verdict: 'declined' as const,
  reason: 'we vote',
  ...input,
});
const mine = async (studyId: string) => {
  const { mine: own, leave } = outputOf(
    await world.phone('day-worker').call(studyDetail, { studyId }),
  );
  return { ...own, leave };
};
const lineOn = async (studyId: string, who: string) => {
  const { lines } = outputOf(await world.phone(who).call(roll, { studyId }));
  return lines.find(({ memberId }) => memberId === 'day-worker');
};
const asked = async (who: string) =>
  (outputOf(await world.phone(who).call(today, {})).toAnswer ?? []).map(({ title }) => title);
const heard = async () => {
  await world.later(DAY);
  const { items } = outputOf(await world.phone('day-worker').call(inbox, {}));
  return items.filter(({ kind }) => kind === 'leave-answered').map(({ title }) => title);
};
const inTwoDays = () => ({ sittings: [aSitting(START_MS + 2 * DAY)] });

test('leave is asked of those who keep the roster, and of nobody else, until one answers', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  await ask(studyId);
  expect(await asked('secretary')).toEqual([expect.stringMatching(/请假，等你答复$/u)]);
  expect(await asked('officer')).toHaveLength(1);
  expect(await asked('leader')).toEqual([]);
  expect(await asked('day-worker')).toEqual([]);
  expect(await lineOn(studyId, 'officer')).toMatchObject({
    state: 'excused',
    leave: { standing: 'waiting', answer: null, reason: 'at the dentist', askedAtMs: START_MS },
  });
  expect((await lineOn(studyId, 'leader'))?.leave).toBeUndefined();
  outputOf(await world.phone('officer').call(answerLeave, answer(studyId)));
  expect(await asked('secretary')).toEqual([]);
});

test('a declined one is no excuse; the person sees why, hears it once, and is reminded again', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const remindersOf = () =>
    [...world.cloud.engine.collection('deliveries').all()]
      .map(({ document }) => document)
      .filter(({ kind, memberIds }) => {
        return kind === 'sitting-reminder' && (memberIds as string[]).includes('day-worker');
      });
  expect(remindersOf()).toHaveLength(0);
  const officer = world.phone('officer');
  const { line } = outputOf(
    await officer.call(answerLeave, answer(studyId), { requestId: 'decline-1' }),
  );
  expect(line).toMatchObject({ state: 'expected', leave: { standing: 'declined' } });
  // The answer was lost on the way.
  outputOf(await officer.call(answerLeave, answer(studyId), { requestId: 'decline-1' }));
  const otherwise = { ...answer(studyId), reason: 'in other words' };
  expect(await officer.call(answerLeave, otherwise, { requestId: 'decline-1' })).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(remindersOf()).toHaveLength(1);
  expect(await mine(studyId)).toMatchObject({
    state: 'expected',
    excuseReason: null,
    leave: { standing: 'declined', answer: { reason: 'we vote' } },
  });
  expect(await heard()).toEqual(['请假没有批：topic']);
  await world.later(2 * DAY);
  const refused = {
    state: 'absent',
    leave: { standing: 'declined', answer: { reason: 'we vote' } },
  };
  expect(await mine(studyId)).toMatchObject(refused);
  const month = { month: '2025-03' };
  const person = world.phone('day-worker');
  expect(outputOf(await person.call(myAttendance, month)).entries).toMatchObject([refused]);
  expect(outputOf(await person.call(myStudies, month)).studies).toMatchObject([refused]);
});

test.each(['excused', 'attended'] as const)(
  'a declined one is not said of who was corrected to %s',
  async (to) => {
    const studyId = await world.published(inTwoDays());
    await ask(studyId);
    const officer = world.phone('officer');
    outputOf(await officer.call(answerLeave, answer(studyId)));
    await world.later(3 * DAY);
    const corrected = { studyId, memberId: 'day-worker', to, reason: 'a slip' };
    outputOf(await officer.call(correct, corrected));
    expect(await mine(studyId)).toMatchObject({ state: to });
    const month = { month: '2025-03' };
    const person = world.phone('day-worker');
    const [entry] = outputOf(await person.call(myAttendance, month)).entries;
    // Their own words are theirs to read all the same.
    expect(entry?.leaveReason).toBe('at the dentist');
    expect([
      outputOf(await person.call(studyDetail, { studyId })).mine?.leave,
      entry?.leave,
      outputOf(await person.call(myStudies, month)).studies[0]?.leave,
    ]).toEqual([undefined, undefined, undefined]);
  },
);

test('a declined one is not said of who is away by the calendar all the same', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  outputOf(await world.phone('officer').call(answerLeave, answer(studyId)));
  const onLoan = {
    kind: 'on-loan',
    id: 'l1',
    fromDay: dayOfInstant(START_MS),
    toDay: dayOfInstant(START_MS + 9 * DAY),
    crewId: null,
  };
  await world.alter('members', 'day-worker', { overrides: [onLoan] });
  const { mine: own } = outputOf(await world.phone('day-worker').call(studyDetail, { studyId }));
  expect([own?.state, own?.leave, own?.isAway]).toEqual(['excused', undefined, true]);
});

test('leave that was asked anew waits until the register is final, and is said to have had no answer', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  outputOf(await world.phone('officer').call(answerLeave, answer(studyId)));
  outputOf(await say(studyId, { kind: 'none' }));
  await world.later(1000);
  await ask(studyId, 'my child is ill');
  const entry = async () =>
    outputOf(await world.phone('day-worker').call(myAttendance, { month: '2025-03' })).entries[0];
  expect(await entry()).toMatchObject({ state: 'expected', leave: { standing: 'waiting' } });
  await world.later(3 * DAY);
  expect(await entry()).toMatchObject({ state: 'absent', leave: { standing: 'waiting' } });
  const toDuty = { studyId, memberId: 'day-worker', to: 'on-duty', reason: 'stood in' } as const;
  outputOf(await world.phone('officer').call(correct, toDuty));
  expect((await entry())?.leave).toBeUndefined();
});

test('leave that nobody has answered is said to wait until it cannot be declined any more', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const person = world.phone('day-worker');
  const shown = async () => [
    outputOf(await person.call(today, {})).studies[0]?.leave?.standing,
    outputOf(await person.call(myStudies, {})).studies[0]?.leave?.standing,
    outputOf(await person.call(studyDetail, { studyId })).mine?.leave?.standing,
    outputOf(await person.call(myAttendance, { month: '2025-03' })).entries[0]?.leave?.standing,
  ];
  expect(await shown()).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
  const { sittings } = world.study(studyId)!;
  await world.later(sittings[0]!.startAtMs - world.nowMs());
  expect(await shown()).toEqual([undefined, undefined, undefined, undefined]);
  expect(await mine(studyId)).toMatchObject({ state: 'excused' });
});

test('a granted one excuses, and can be declined later while the person could still come', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const officer = world.phone('officer');
  outputOf(await officer.call(answerLeave, answer(studyId, { verdict: 'granted' })));
  expect(await mine(studyId)).toMatchObject({ state: 'excused', leave: { standing: 'granted' } });
  outputOf(await officer.call(answerLeave, answer(studyId, { seen: 'granted' })));
  expect(await mine(studyId)).toMatchObject({ state: 'expected' });
  expect(await heard()).toHaveLength(2);
});

test('of two officers the second is told what the first has said', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const both = await Promise.all([
    world.phone('officer').call(answerLeave, answer(studyId, { verdict: 'granted' })),
    world.phone('secretary').call(answerLeave, answer(studyId)),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('what was withdrawn, or asked anew, is not answered', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const officer = world.phone('officer');
  await world.later(1000);
  outputOf(await say(studyId, { kind: 'none' }));
  expect(await asked('officer')).toEqual([]);
  const old = answer(studyId, { askedAtMs: START_MS });
  expect(await officer.call(answerLeave, old)).toMatchObject({ code: 'leave-withdrawn' });
  await ask(studyId, 'ill');
  expect(await officer.call(answerLeave, old)).toMatchObject({ code: 'leave-withdrawn' });
  expect(await asked('officer')).toHaveLength(1);
});

test('a repeated asking changes no answer; asked anew after a decline it counts once it is granted', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  const officer = world.phone('officer');
  outputOf(await officer.call(answerLeave, answer(studyId)));
  await ask(studyId);
  expect(await mine(studyId)).toMatchObject({ leave: { standing: 'declined' } });
  outputOf(await say(studyId, { kind: 'none' }));
  await world.later(1000);
  await ask(studyId, 'my child is ill');
  expect(await mine(studyId)).toMatchObject({ state: 'expected', leave: { standing: 'waiting' } });
  expect(await asked('officer')).toHaveLength(1);
  outputOf(await officer.call(answerLeave, answer(studyId, { verdict: 'granted' })));
  expect(await mine(studyId)).toMatchObject({ state: 'excused' });
});

test('a decline holds for its days only', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  outputOf(await world.phone('officer').call(answerLeave, answer(studyId)));
  await world.later(1000);
  const draft = aDraft(START_MS, { sittings: [aSitting(START_MS + 4 * DAY)] });
  const { revision } = world.study(studyId)!;
  outputOf(await world.phone('officer').call(changeStudy, { studyId, revision, draft }));
  await world.later(1000);
  expect((await ask(studyId, 'still ill')).mine).toMatchObject({ state: 'excused' });
});

test('a study that moves or is cancelled asks nobody for an answer', async () => {
  const moved = await world.published(inTwoDays());
  const off = await world.published(inTwoDays());
  await ask(moved);
  await ask(off);
  await world.later(1000);
  const draft = aDraft(START_MS, { sittings: [aSitting(START_MS + 4 * DAY)] });
  const { revision } = world.study(moved)!;
  outputOf(await world.phone('officer').call(changeStudy, { studyId: moved, revision, draft }));
  outputOf(await world.phone('officer').call(cancelStudy, { studyId: off, reason: 'storm' }));
  expect(await asked('officer')).toEqual([]);
  const late = answer(off, { askedAtMs: START_MS });
  expect(await world.phone('officer').call(answerLeave, late)).toMatchObject({
    code: 'study-cancelled',
  });
});

test('nobody is declined once the last sitting has begun, and nothing is answered in a final register', async () => {
  const studyId = await world.published();
  await ask(studyId);
  const officer = world.phone('officer');
  const late = answer(studyId, { askedAtMs: START_MS });
  await world.later(minutes(60));
  expect(await officer.call(answerLeave, late)).toMatchObject({ code: 'too-late-to-decline' });
  outputOf(await officer.call(answerLeave, { ...late, verdict: 'granted' }));
  await world.later(minutes(60));
  expect(await officer.call(answerLeave, late)).toMatchObject({ code: 'register-final' });
});

test('nobody answers their own leave, nor that of somebody who is entered', async () => {
  const studyId = await world.opened();
  await ask(studyId, 'ill', 'officer');
  const officer = world.phone('officer');
  expect(await officer.call(answerLeave, answer(studyId, { memberId: 'officer' }))).toMatchObject({
    code: 'own-line',
  });
  await ask(studyId);
  const entry = { studyId, sittingId: 'sitting-1', memberId: 'day-worker', reason: 'here' };
  outputOf(await officer.call(markByHand, { ...entry, state: 'attended' }));
  expect(await officer.call(answerLeave, answer(studyId))).toMatchObject({
    code: 'changed-meanwhile',
  });
});

test('a phone of 0.1.0 reads the answers that it always read', async () => {
  const studyId = await world.published(inTwoDays());
  await ask(studyId);
  outputOf(await world.phone('officer').call(answerLeave, answer(studyId)));
  for (const [who, action] of [
    ['day-worker', 'studyDetail'],
    ['officer', 'roll'],
  ] as const) {
    const old = { action, input: { studyId }, requestId: 'old', clientVersion: '0.1.0' };
    const said = JSON.stringify(await world.phone(who).send('study', old));
    expect(said).toContain('"ok":true');
    expect(said).not.toContain('"leave"');
  }
});
