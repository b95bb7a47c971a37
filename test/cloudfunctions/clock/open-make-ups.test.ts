import { inbox } from '../../../contract/notice/inbox';
import { closeSitting } from '../../../contract/study/register';
import { reply } from '../../../contract/study/mine';
import { today } from '../../../contract/today';
import { localDay } from '../../../domain/time/local-day';
import { at } from '../../domain/shift/people';
import { DAY, HOUR, useMakeUpWorld } from '../../worlds/make-up-world';
import { aSitting, minutes, outputOf, START_MS } from '../../worlds/study-world';

const { world, tick, jump, published, held, makeUpOf } = useMakeUpWorld('notify');

const EVERYBODY = ['member-1', 'member-2', 'member-3', 'member-4', 'member-5', 'day-worker'];
const openOf = (studyId: string) =>
  EVERYBODY.filter((memberId) => makeUpOf(memberId, studyId) !== undefined);
const asked = async (memberId: string) =>
  (outputOf(await world.phone(memberId).call(today, {})).toAnswer ?? []).map(
    ({ title, untilAtMs, page }) => ({ title, untilAtMs, page }),
  );
const deliveriesOf = (kind: string) =>
  [...world.cloud.engine.collection('deliveries').all()]
    .map(({ document }) => document)
    .filter((document) => document['kind'] === kind);

test('opens for whoever was on duty, until the end of their second rest day, and asks on 今日', async () => {
  const studyId = await held();
  // Crew 4 comes off the back night at eight and sleeps until four.
  expect(openOf(studyId)).toEqual(['member-2', 'member-4']);
  expect(makeUpOf('member-4', studyId)?.cause).toBe('asleep');
  expect(makeUpOf('member-2', studyId)).toEqual({
    cause: 'on-duty',
    openedAtMs: world.nowMs(),
    startsAtMs: START_MS + 7 * HOUR,
    untilAtMs: at('2025-03-14 00:00'),
    right: [],
  });
  expect(await asked('member-2')).toEqual([
    {
      title: '补学：topic',
      untilAtMs: at('2025-03-13 23:59'),
      page: `packages/study/make-up/make-up?studyId=${studyId}`,
    },
  ]);
  expect(await asked('member-3')).toEqual([]);
});

test('opens after leave, not for who could have come', async () => {
  const studyId = await published();
  await world
    .phone('member-5')
    .call(reply, { studyId, reply: { kind: 'excused', reason: 'away' } });
  jump(7 * HOUR);
  await tick();
  expect(openOf(studyId)).toEqual(['member-2', 'member-4', 'member-5']);
  expect(makeUpOf('member-5', studyId)?.cause).toBe('excused');
});

test('of what cannot be read up on none opens', async () => {
  expect(openOf(await held({ kind: 'fire-drill' }))).toEqual([]);
});

test('whoever is away is asked once they are back, and stays off the list of absentees', async () => {
  const loan = {
    kind: 'on-loan',
    id: 'loan',
    crewId: null,
    fromDay: localDay('2025-03-01'),
    toDay: localDay('2025-03-20'),
  };
  await world.alter('members', 'member-3', { overrides: [loan] });
  const studyId = await held();
  expect(world.line(studyId, 'member-3')).toMatchObject({
    wasAway: true,
    makeUp: { cause: 'away', startsAtMs: at('2025-03-20 00:00') },
  });
  expect(await asked('member-3')).toEqual([]);
  jump(15 * DAY);
  expect(await asked('member-3')).toHaveLength(1);
});

test('whoever has left, or is of another branch by now, is asked nothing', async () => {
  const studyId = await published();
  const moved = { branchId: 'branch-2', placedDay: localDay('2025-03-05') };
  await world.alter('members', 'member-2', moved);
  await world.alter('members', 'member-4', { leftDay: localDay('2025-03-05') });
  jump(7 * HOUR);
  await tick();
  expect(openOf(studyId)).toEqual([]);
  expect(world.line(studyId, 'member-4')?.wasAway).toBe(true);
});

test('opens at once when the last sitting is closed by hand', async () => {
  const studyId = await published();
  jump(6 * HOUR);
  outputOf(await world.phone('secretary').call(closeSitting, { studyId, sittingId: 'sitting-1' }));
  await tick();
  expect(openOf(studyId)).toContain('member-2');
});

test('two sittings in both of which somebody worked open one make-up', async () => {
  // Crew 2 works 14-20 today and 08-14 tomorrow.
  const second = aSitting(START_MS + 25 * HOUR, { sittingId: 'sitting-2' });
  const studyId = await published({ sittings: [aSitting(START_MS + 6 * HOUR), second] });
  jump(7 * HOUR);
  await tick();
  expect(openOf(studyId)).toEqual([]);
  jump(27 * HOUR);
  await tick();
  expect(openOf(studyId)).toContain('member-2');
});

test('however often the clock runs, nobody is told twice', async () => {
  const studyId = await held();
  const before = makeUpOf('member-2', studyId);
  jump(8 * HOUR);
  await tick();
  expect(makeUpOf('member-2', studyId)).toEqual(before);
  // Members 2 and 4 have other rest days, so each is told until when.
  expect(deliveriesOf('make-up-due')).toHaveLength(2);
});

/** As a run leaves a study that was cut off after everything but its last write. */
const forgetNoted = (studyId: string) =>
  world.cloud.engine.write('studies', undefined, (stored) => {
    const before = [...stored.all()].find(({ document }) => document['_id'] === studyId);
    if (before === undefined) throw new Error(`no study ${studyId}`);
    const after = Object.fromEntries(
      Object.entries(before.document).filter(([field]) => field !== 'dutyNotedAtMs'),
    );
    return { changes: [{ before, after: { ...after, _id: studyId } }], result: undefined };
  });

test('cut off before it was noted as done, the next run opens and tells nothing anew', async () => {
  const studyId = await published();
  jump(7 * HOUR);
  await tick();
  const opened = makeUpOf('member-2', studyId);
  const told = deliveriesOf('make-up-due').map(({ _id }) => _id);
  await forgetNoted(studyId);
  jump(7 * HOUR + minutes(1));
  await tick();
  expect(makeUpOf('member-2', studyId)).toEqual(opened);
  expect(deliveriesOf('make-up-due').map(({ _id }) => _id)).toEqual(told);
  expect(world.study(studyId)?.dutyNotedAtMs).toBe(world.nowMs());
});

test('a clock that is hours late gives the whole term from then on', async () => {
  const studyId = await published();
  jump(4 * DAY);
  await tick();
  expect(makeUpOf('member-2', studyId)).toMatchObject({
    openedAtMs: START_MS + 4 * DAY,
    untilAtMs: at('2025-03-19 00:00'),
  });
});

test('a register of long ago opens nothing', async () => {
  const studyId = await published();
  jump(8 * DAY);
  await tick();
  expect(openOf(studyId)).toEqual([]);
  expect(world.study(studyId)?.dutyNotedAtMs).toBeDefined();
});

test('on the last day it is said once more, in waking hours', async () => {
  await held();
  await world.cloud.clock.set(at('2025-03-13 12:00'));
  const { items } = outputOf(await world.phone('member-2').call(inbox, {}));
  const ending = items.find(({ kind }) => kind === 'make-up-ending');
  expect(ending).toMatchObject({ title: '补学提醒：topic', deadlineAtMs: at('2025-03-13 23:59') });
  expect(ending?.atMs).toBeGreaterThanOrEqual(at('2025-03-13 06:30'));
});
