import { roll } from '../../../contract/study/register';
import { checkIn, myCode, reply, studyDetail } from '../../../contract/study/mine';
import { today } from '../../../contract/today';
import { aMember, aSitting, minutes, useStudyWorld, outputOf } from '../../worlds/study-world';

const world = useStudyWorld();

/** Database requests that arrive at the gateway while the work is done. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return world.cloud.counts.total;
}

test('a warm check-in is two requests, who and the entry, scanned or typed', async () => {
  const studyId = await world.opened();
  const { payload, digits } = await world.shownCode(studyId);
  const [scanner, typist] = [world.phone('member-2'), world.phone('member-3')];
  outputOf(await scanner.call(today, {}));
  outputOf(await typist.call(today, {}));
  expect(
    await requestsOf(async () => outputOf(await scanner.call(checkIn, { way: 'scan', payload }))),
  ).toBe(2);
  const typed = { way: 'typed', studyId, sittingId: 'sitting-1', digits } as const;
  expect(await requestsOf(async () => outputOf(await typist.call(checkIn, typed)))).toBe(2);
});

test('a check-in on an instance that knows nothing is three: who, what, and the entry', async () => {
  const studyId = await world.opened();
  const { payload } = await world.shownCode(studyId);
  await world.cloud.host.reload('study');
  const member = world.phone('member-2');
  expect(
    await requestsOf(async () => outputOf(await member.call(checkIn, { way: 'scan', payload }))),
  ).toBe(3);
});

test('checking in again is three requests, and a refused check-in no more', async () => {
  const studyId = await world.opened();
  const { payload } = await world.shownCode(studyId);
  const member = world.phone('member-2');
  outputOf(await member.call(checkIn, { way: 'scan', payload }));
  expect(
    await requestsOf(async () => outputOf(await member.call(checkIn, { way: 'scan', payload }))),
  ).toBe(3);
  const guessed = payload.replace(/.{20}$/u, '0123456789abcdef0123');
  const other = world.phone('member-3');
  outputOf(await other.call(today, {}));
  expect(
    await requestsOf(() => other.call(checkIn, { way: 'scan', payload: guessed })),
  ).toBeLessThanOrEqual(3);
});

test('a wrong typed code is two requests', async () => {
  const studyId = await world.opened();
  const { digits } = await world.shownCode(studyId);
  const guess = digits === '000000' ? '000001' : '000000';
  const typed = { way: 'typed', studyId, sittingId: 'sitting-1', digits: guess } as const;
  const member = world.phone('member-2');
  outputOf(await member.call(today, {}));
  expect(await requestsOf(() => member.call(checkIn, typed))).toBe(2);
});

test('the today page is four requests on an instance that knows nothing, and three afterwards: who, and what at the same time', async () => {
  for (let studies = 0; studies < 6; studies += 1) await world.published();
  const member = world.phone('member-2');
  await world.cloud.host.reload('study');
  expect(await requestsOf(async () => outputOf(await member.call(today, {})))).toBe(4);
  expect(await requestsOf(async () => outputOf(await member.call(today, {})))).toBeLessThanOrEqual(
    3,
  );
});

test('the live roll is two requests, whatever the size of the branch', async () => {
  const crowd = Array.from({ length: 90 }, (_, index) => aMember(`crowd-${index}`));
  await world.plant('members', ...crowd);
  const studyId = await world.opened();
  const secretary = world.phone('secretary');
  outputOf(await secretary.call(roll, { studyId }));
  expect(await requestsOf(async () => outputOf(await secretary.call(roll, { studyId })))).toBe(2);
});

test('detail and own code stay within four requests', async () => {
  const studyId = await world.opened();
  const member = world.phone('member-2');
  outputOf(await member.call(today, {}));
  expect(
    await requestsOf(async () => outputOf(await member.call(studyDetail, { studyId }))),
  ).toBeLessThanOrEqual(4);
  expect(await requestsOf(async () => outputOf(await member.call(myCode, {})))).toBeLessThanOrEqual(
    3,
  );
});

test('a reply is four requests; eight when it moves a reminder to another sitting', async () => {
  const startAtMs = world.nowMs() + minutes(30 * 60);
  const second = aSitting(startAtMs + minutes(24 * 60), { sittingId: 'sitting-2' });
  const studyId = await world.published({ sittings: [aSitting(startAtMs), second] });
  const member = world.phone('day-worker');
  outputOf(await member.call(today, {}));
  const replyTo = (sittingId: string) => async () =>
    outputOf(await member.call(reply, { studyId, reply: { kind: 'coming', sittingId } }));
  // Who, the study, the line, the answer: the reminder is of the first sitting already.
  expect(await requestsOf(replyTo('sitting-1'))).toBe(4);
  // Besides: which reminders there are, out of one, what else is planned for the person, into the other.
  expect(await requestsOf(replyTo('sitting-2'))).toBe(8);
  expect(await requestsOf(replyTo('sitting-1'))).toBe(8);
});
