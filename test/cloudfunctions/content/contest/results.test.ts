import { contest, contests, shareContestResult } from '../../../../contract/content/contest';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aContest } from '../../../builders/contests';
import { useContestWorld } from '../../../worlds/contest-world';

const world = useContestWorld();

const peopleOf = async (contestId: string, reader = 'secretary') =>
  (await world.show(reader, contestId)).taking.people;

test('others see that somebody took part, and the result only while that person agrees', async () => {
  const contestId = await world.running();
  await world.answer('member-1', contestId, { q1: 'right', q2: 'right' }, true);
  await world.answer('member-2', contestId, { q1: 'wrong' }, true);
  await world.answer('member-3', contestId, { q1: 'right' });
  expect(await peopleOf(contestId)).toEqual([
    { name: 'member-1', right: null },
    { name: 'member-2', right: null },
  ]);
  await world.share('member-1', contestId, true);
  await world.share('member-1', contestId, true);
  expect(await peopleOf(contestId, 'member-4')).toContainEqual({ name: 'member-1', right: 2 });
  await world.share('member-1', contestId, false);
  expect(await peopleOf(contestId)).toContainEqual({ name: 'member-1', right: null });
  const { result } = await world.show('member-1', contestId);
  expect(result).toMatchObject({ right: 2, isShared: false });
});

test('the result of who has left the branch is seen no more, for they cannot take it back', async () => {
  const contestId = await world.running();
  await world.answer('member-1', contestId, { q1: 'right' }, true);
  await world.share('member-1', contestId, true);
  expect(await peopleOf(contestId)).toEqual([{ name: 'member-1', right: 1 }]);
  await world.alter('members', 'member-1', { leftDay: '2025-03-05' });
  expect(await peopleOf(contestId)).toEqual([{ name: 'member-1', right: null }]);
  await world.later(MS_PER_DAY);
  expect((await world.show('secretary', contestId)).taking.figures).toBeNull();
});

test('who joins after it was published takes part among those who are counted', async () => {
  const contestId = 'small';
  const { published } = aContest(contestId, 'branch-1');
  await world.plant(
    'contests',
    aContest(contestId, 'branch-1', { published: published && { ...published, asked: 1 } }),
  );
  await world.answer('member-1', contestId, { q1: 'right' }, true);
  await world.answer('member-2', contestId, { q1: 'right' }, true);
  expect((await world.show('secretary', contestId)).taking).toMatchObject({ asked: 2, took: 2 });
});

test('who has handed in nothing has nothing to show', async () => {
  const contestId = await world.running();
  await world.answer('member-1', contestId, { q1: 'right' });
  const sharing = { contestId, isShared: true };
  const early = await world.phone('member-1').call(shareContestResult, sharing);
  expect(early).toMatchObject({ ok: false, code: 'not-handed-in' });
  await world.later(MS_PER_DAY);
  expect((await world.phone('member-1').call(shareContestResult, sharing)).ok).toBe(true);
});

test('figures come after the end, and not while one to four have not agreed', async () => {
  const contestId = await world.running();
  const people = ['member-1', 'member-2', 'member-3', 'member-4', 'member-5'];
  for (const memberId of people) {
    await world.answer(memberId, contestId, { q1: 'right', q2: 'wrong', q3: 'right' }, true);
  }
  const figuresOf = async () => (await world.show('leader', contestId)).taking.figures;
  expect(await figuresOf()).toBeNull();
  await world.later(MS_PER_DAY);
  const told = { averageTenths: 20, hardest: { text: 'what of q2', wrong: 5 } };
  expect(await figuresOf()).toEqual(told);
  await world.share('member-1', contestId, true);
  expect(await figuresOf()).toBeNull();
  for (const memberId of people) await world.share(memberId, contestId, true);
  expect(await figuresOf()).toEqual(told);
});

test('a list and a contest are two requests each, however many take part', async () => {
  const contestId = await world.running();
  for (const memberId of ['member-1', 'member-2', 'member-3']) {
    await world.answer(memberId, contestId, { q1: 'right' }, true);
  }
  await world.cloud.host.reload('content');
  const requestsOf = async (work: () => Promise<unknown>) => {
    world.cloud.counts.reset();
    await work();
    return Object.entries(world.cloud.counts.byAction)
      .filter(([action]) => action.startsWith('database.'))
      .reduce((all, [, count]) => all + count, 0);
  };
  const phone = world.phone('member-4');
  expect(await requestsOf(() => phone.get(contests, {}))).toBe(2);
  expect(await requestsOf(() => phone.get(contest, { contestId }))).toBe(2);
});
