import { dashboard, dashboardLines } from '../../../../contract/branch/dashboard';
import { checkIn } from '../../../../contract/study/mine';
import { noteMakeUp } from '../../../../contract/study/make-up';
import { correct } from '../../../../contract/study/register';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aMakeUp } from '../../../builders/make-ups';
import { allStored, plant } from '../../../builders/stored';
import { aSitting, minutes, outputOf, useStudyWorld } from '../../../worlds/study-world';

const world = useStudyWorld('clock', 'branch');

/** When the clock has looked again. */
const SOON = minutes(12);
const MONTH_END_MS = instantOf(localDay('2025-04-01'), 0);
const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const months = () => allStored(world.cloud, 'branch_months');
const march = () => months().find(({ month }) => month === '2025-03');
const shown = async () =>
  outputOf(await world.phone('secretary').call(dashboard, { month: '2025-03' }));
const correction = (studyId: string) => ({
  studyId,
  memberId: 'day-worker',
  to: 'attended' as const,
  reason: 'was there',
});
const requestsOf = async (work: () => Promise<unknown>) => {
  world.cloud.counts.reset();
  await work();
  return world.cloud.counts.total;
};

/** A study of March that is final, with its duty noted, on the 5th. */
async function held(): Promise<string> {
  const studyId = await world.published({ sittings: [aSitting(world.nowMs() + minutes(60))] });
  await world.later(minutes(24 * 60));
  await tick();
  return studyId;
}

test('a month is counted once it is over, and shown from then on without counting', async () => {
  await held();
  const before = await shown();
  expect(before.sums.asked).toBeGreaterThan(0);
  world.cloud.clock.jump(MONTH_END_MS + minutes(1));
  await tick();
  expect(march()?.figures).toBeNull();
  expect(await requestsOf(shown)).toBe(3);
  world.cloud.clock.jump(MONTH_END_MS + SOON);
  await tick();
  expect(march()?.figures).toMatchObject({ sums: before.sums, people: before.people });
  const { makeUps } = await shown();
  expect(await shown()).toEqual({ ...before, makeUps, nowMs: world.nowMs() });
  // What is kept is shown, not what could be counted.
  const kept = march();
  if (kept?.figures == null) throw new Error('nothing is kept');
  await plant(world.cloud, {
    branch_months: [{ ...kept, figures: { ...kept.figures, people: 99 } }],
  });
  expect((await shown()).people).toBe(99);
});

test('the months of the trend before the first register are counted with it', async () => {
  await held();
  await world.later(SOON);
  await tick();
  expect(months().map(({ month, figures }) => [month, figures?.people ?? null])).toEqual([
    ['2025-03', null],
    ['2024-10', 0],
    ['2024-11', 0],
    ['2024-12', 0],
    ['2025-01', 0],
    ['2025-02', 0],
  ]);
});

test('a late correction shows at once, and is kept when the clock looks again', async () => {
  const studyId = await held();
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  await tick();
  const before = await shown();
  outputOf(await world.phone('secretary').call(correct, correction(studyId)));
  const attended = before.sums.attended + 1;
  expect((await shown()).sums).toMatchObject({ attended });
  await tick();
  expect(await requestsOf(shown)).toBe(3);
  await world.later(SOON);
  await tick();
  expect(march()?.figures?.sums).toMatchObject({ attended });
  expect((await shown()).sums).toMatchObject({ attended });
});

test('a make-up that is done in the month after shows at once', async () => {
  const studyId = await held();
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  await tick();
  const before = await shown();
  const untilAtMs = MONTH_END_MS + minutes(3 * 24 * 60);
  await world.alter('attendances', `${studyId}_day-worker`, { makeUp: aMakeUp({ untilAtMs }) });
  const text = 'what was read, in words of their own, as long as it takes to be enough';
  outputOf(await world.phone('day-worker').call(noteMakeUp, { studyId, text }));
  expect((await shown()).sums).toMatchObject({ attended: before.sums.attended + 1 });
});

test('what is written while the clock counts is counted again', async () => {
  const studyId = await held();
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  await Promise.all([tick(), world.phone('secretary').call(correct, correction(studyId)), tick()]);
  await world.later(SOON);
  await tick();
  expect((await shown()).sums).toEqual(march()?.figures?.sums);
  expect((await shown()).sums.attended).toBe(1);
});

test('a clock that was down for weeks counts the month after it has noted duty', async () => {
  await world.published({ sittings: [aSitting(world.nowMs() + minutes(60))] });
  await world.published({ sittings: [aSitting(world.nowMs() + minutes(90))] });
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  expect(await shown()).toMatchObject({ openStudies: 2, sums: { asked: 0 } });
  await tick();
  expect(march()?.figures).toBeNull();
  expect(await shown()).toMatchObject({ openStudies: 0 });
  await world.later(SOON);
  await tick();
  expect(march()?.figures?.sums).toEqual((await shown()).sums);
  expect(march()?.figures?.studies).toHaveLength(2);
});

test('counting again, also twice at once, changes nothing', async () => {
  await held();
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  await tick();
  const kept = march();
  await Promise.all([tick(), tick()]);
  expect(march()).toEqual(kept);
});

test('a scan that comes in after the month is over counts in it, at once and for good', async () => {
  // Closes twenty minutes before midnight; the code is on the screen while it is open.
  world.cloud.clock.jump(MONTH_END_MS - minutes(100));
  const studyId = await world.published({ sittings: [aSitting(world.nowMs() + minutes(20))] });
  await world.later(minutes(30));
  const { payload } = await world.shownCode(studyId);
  const claimedAtMs = world.nowMs();
  world.cloud.clock.jump(MONTH_END_MS + minutes(60));
  await tick();
  await world.later(SOON);
  await tick();
  expect(march()?.figures).not.toBeNull();
  const counts = async () =>
    outputOf(await world.phone('secretary').call(dashboardLines, { month: '2025-03' })).counts;
  expect(await counts()).toMatchObject({ 'to-confirm': 0 });
  const before = await shown();
  outputOf(await world.phone('day-worker').call(checkIn, { way: 'scan', payload, claimedAtMs }));
  expect(await counts()).toMatchObject({ 'to-confirm': 1 });
  expect(await requestsOf(shown)).toBe(3);
  outputOf(await world.phone('secretary').call(correct, correction(studyId)));
  await world.later(SOON);
  await tick();
  expect(march()?.figures?.sums.attended).toBe(before.sums.attended + 1);
});
