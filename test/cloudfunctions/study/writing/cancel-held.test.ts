import { checkIn, myAttendance, myStudies, studyDetail } from '../../../../contract/study/mine';
import { correct, markByHand, roll } from '../../../../contract/study/register';
import { cancelStudy } from '../../../../contract/study/writing';
import { today } from '../../../../contract/today';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from '../../../worlds/study-world';
import { storedDeliveries } from '../../../builders/stored';

const world = useStudyWorld();

const DAY = minutes(24 * 60);
const first = aSitting(START_MS + minutes(60));
const second = aSitting(START_MS + minutes(60) + DAY, { sittingId: 'sitting-2' });
const publish = () => world.published({ sittings: [first, second], minutes: 40 });
const cancel = async (studyId: string) =>
  outputOf(await world.phone('officer').call(cancelStudy, { studyId, reason: 'flood' }));

/** The first sitting was held, one came; the second is called off. */
async function heldAndCancelled(): Promise<string> {
  const studyId = await publish();
  await world.later(minutes(65));
  outputOf(await world.scan('member-1', studyId));
  await world.later(minutes(60));
  await cancel(studyId);
  return studyId;
}

const bookOf = async (memberId: string) =>
  outputOf(await world.phone(memberId).call(myAttendance, { month: '2025-03' }));

test('who came to the sitting that was held keeps it in their book; nobody else has missed any', async () => {
  const studyId = await heldAndCancelled();
  expect(await bookOf('member-1')).toMatchObject({
    entries: [{ studyId, state: 'attended', startAtMs: first.startAtMs }],
    raw: { attended: 1, asked: 1 },
    fair: { attended: 1, couldAttend: 1 },
    minutesAsked: 40,
  });
  expect(await bookOf('member-2')).toMatchObject({ entries: [], raw: { asked: 0 } });
  await world.later(3 * DAY);
  expect(await bookOf('member-1')).toMatchObject({ raw: { attended: 1, asked: 1 } });
  expect(await bookOf('member-2')).toMatchObject({ entries: [], minutesAsked: 0 });
});

test('for who came it stands as what was held, for everybody else as cancelled', async () => {
  const studyId = await heldAndCancelled();
  const seenBy = async (memberId: string) => {
    const phone = world.phone(memberId);
    const [open] = outputOf(await phone.call(myStudies, {})).studies;
    const [onToday] = outputOf(await phone.call(today, {})).studies;
    const { mine } = outputOf(await phone.call(studyDetail, { studyId }));
    expect([open, onToday]).toEqual([mine, mine]);
    return mine;
  };
  expect(await seenBy('member-1')).toMatchObject({
    isCancelled: false,
    cancelReason: null,
    state: 'attended',
    sittings: [{ sittingId: 'sitting-1' }],
  });
  expect(await seenBy('member-2')).toMatchObject({
    isCancelled: true,
    cancelReason: 'flood',
    state: 'expected',
    sittings: [
      { sittingId: 'sitting-1', closesAtMs: first.closesAtMs },
      { sittingId: 'sitting-2', closesAtMs: second.closesAtMs },
    ],
  });
});

test('only who took part in nothing is told that it is cancelled', async () => {
  await heldAndCancelled();
  const told = storedDeliveries(world.cloud)
    .filter(({ kind, cancelledAtMs }) => kind === 'study-cancelled' && cancelledAtMs === null)
    .flatMap(({ memberIds }) => memberIds);
  expect(told).toContain('member-2');
  expect(told).not.toContain('member-1');
});

test('what was held can be corrected, what was not held cannot', async () => {
  const correction = { memberId: 'member-2', to: 'attended', reason: 'was there' } as const;
  const studyId = await heldAndCancelled();
  const officer = world.phone('officer');
  const { line } = outputOf(await officer.call(correct, { studyId, ...correction }));
  expect(line).toMatchObject({ state: 'attended', corrections: [{ from: 'expected' }] });
  expect(await bookOf('member-2')).toMatchObject({ raw: { attended: 1, asked: 1 } });
  const mark = { memberId: 'member-3', state: 'late', reason: 'was there' } as const;
  expect(
    await officer.call(markByHand, { studyId, sittingId: 'sitting-1', ...mark }),
  ).toMatchObject({ code: 'study-cancelled' });

  const ahead = await world.published({ sittings: [aSitting(world.nowMs() + DAY)] });
  await cancel(ahead);
  expect(await officer.call(correct, { studyId: ahead, ...correction })).toMatchObject({
    code: 'register-open',
  });
});

test('a meeting that was broken off counts for who was in; check-in ends with it', async () => {
  const studyId = await publish();
  await world.later(minutes(65));
  outputOf(await world.scan('member-1', studyId));
  const { payload } = await world.shownCode(studyId);
  await cancel(studyId);
  expect(await world.phone('member-2').call(checkIn, { way: 'scan', payload })).toMatchObject({
    code: 'closed',
  });
  expect(await bookOf('member-1')).toMatchObject({ raw: { attended: 1, asked: 1 } });
  const { lines } = outputOf(await world.phone('officer').call(roll, { studyId }));
  expect(lines.find(({ memberId }) => memberId === 'member-1')).toMatchObject({
    state: 'attended',
    way: 'scan',
  });
});

test('who was in before a sitting that never began was at nothing', async () => {
  const studyId = await publish();
  await world.later(minutes(40));
  outputOf(await world.scan('member-1', studyId));
  await cancel(studyId);
  expect(await bookOf('member-1')).toMatchObject({ entries: [], raw: { asked: 0 } });
});

test('a scan that waited for a network in the sitting that was held is still handed in', async () => {
  const studyId = await publish();
  await world.later(minutes(65));
  const { payload } = await world.shownCode(studyId);
  const claimedAtMs = world.nowMs();
  await world.later(minutes(60));
  await cancel(studyId);
  const scan = { way: 'scan', payload, claimedAtMs } as const;
  expect(outputOf(await world.phone('member-1').call(checkIn, scan))).toMatchObject({
    state: 'to-confirm',
  });
  expect(await bookOf('member-1')).toMatchObject({ entries: [{ state: 'to-confirm' }] });
});
