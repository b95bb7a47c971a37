import { dashboard } from '../../../../contract/branch/dashboard';
import { branchNotes } from '../../../../contract/note/reviewing';
import { handInNote, withdrawNote } from '../../../../contract/note/writing';
import { noteMakeUp } from '../../../../contract/study/make-up';
import { instantOf, localDay } from '../../../../domain/time/local-day';
import { aMakeUp } from '../../../builders/make-ups';
import { allStored } from '../../../builders/stored';
import { aHandIn, useNoteWorld } from '../../../worlds/note-world';
import { aSitting, minutes, outputOf } from '../../../worlds/study-world';
import { recount, recountNotes } from '../../branch/dashboard/recount';

const world = useNoteWorld('clock', 'branch');

const BRANCH = 'branch-1';
const MONTH_END_MS = instantOf(localDay('2025-04-01'), 0);
/** Around the turn of the month, and around the two minutes after it in which nothing is kept yet. */
const INSTANTS = [-minutes(1), -1, 0, 1, minutes(2) - 1, minutes(2), minutes(12), minutes(24)];
const TEXT = 'what was read, in words of their own, as long as it takes to be enough';
const LATE = ['day-worker', 'member-1', 'member-2', 'member-3'];

const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const notes = () => allStored(world.cloud, 'notes');
const kept = () =>
  allStored(world.cloud, 'branch_months').find(({ month }) => month === '2025-03')?.figures;
const counted = () =>
  recount(
    { studies: allStored(world.cloud, 'studies'), lines: allStored(world.cloud, 'attendances') },
    BRANCH,
    '2025-03',
  );
const shown = async (month: string) =>
  outputOf(await world.phone('secretary').call(dashboard, { month }));
const shownNotes = async (month: string) =>
  (await shown(month)).notes.map(({ type, state, count }) => `${type} ${state} ${count}`).sort();

/** A study of March that is final; who was away can make it up until the 3rd of April. */
async function held(): Promise<string> {
  const studyId = await world.published({ sittings: [aSitting(world.nowMs() + minutes(60))] });
  await world.later(minutes(24 * 60));
  await tick();
  const makeUp = aMakeUp({ untilAtMs: MONTH_END_MS + minutes(3 * 24 * 60) });
  for (const memberId of LATE)
    await world.alter('attendances', `${studyId}_${memberId}`, { makeUp });
  return studyId;
}

test('notes and make-ups that arrive while the clock closes a month are each in the month of their day, and what it keeps equals a recount', async () => {
  const studyId = await held();
  for (const [at, offsetMs] of INSTANTS.entries()) {
    world.cloud.clock.jump(MONTH_END_MS + offsetMs);
    const [stays, back, changed, late] = [aHandIn(), aHandIn(), aHandIn(), LATE[at - 2]];
    const author = world.phone('member-1');
    await Promise.all([
      tick(),
      author.call(handInNote, stays),
      author.call(handInNote, back),
      world.phone('member-4').call(handInNote, changed),
      ...(late === undefined ? [] : [world.phone(late).call(noteMakeUp, { studyId, text: TEXT })]),
      tick(),
    ]);
    await Promise.all([
      author.call(withdrawNote, { noteId: back.noteId, what: 'note' }),
      world.phone('member-4').call(handInNote, { ...changed, versionId: 'second', basedOn: 1 }),
      tick(),
    ]);
    expect(await shownNotes('2025-03')).toEqual(recountNotes(notes(), BRANCH, '2025-03'));
    expect(await shownNotes('2025-04')).toEqual(recountNotes(notes(), BRANCH, '2025-04'));
    expect((await shown('2025-03')).sums).toEqual(counted().sums);
  }
  expect(notes().filter(({ state }) => state === 'taken-back')).toHaveLength(INSTANTS.length);
  // Two before the month is over, of which each leaves two notes; all after it are of April.
  expect(await shownNotes('2025-03')).toEqual(['reflection to-read 4']);
  expect(await shownNotes('2025-04')).toEqual(['reflection to-read 12']);
  await world.later(minutes(12));
  await tick();
  const { people, sums } = counted();
  expect(sums.attended).toBe(LATE.length);
  expect(kept()).toMatchObject({ people, sums });
  expect(await shown('2025-03')).toMatchObject({ people, sums });
  const board = outputOf(await world.phone('secretary').call(branchNotes, { month: '2025-04' }));
  expect(board.sections.map(({ state, count }) => `${state} ${count}`)).toEqual(['to-read 12']);
  expect(board.before).toMatchObject({ count: 4 });
});
