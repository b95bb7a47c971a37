import { rosterActions } from '../../../../contract/roster/roster';
import type { ChangeDraft } from '../../../../contract/roster/roster-shapes';
import { swapActions } from '../../../../contract/roster/swaps';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { aSwap } from '../../../builders/swaps';
import { inCrew, useRosterCloud } from '../../../worlds/roster-cloud';

const { myRoster, addChange, removeChange } = rosterActions;
const { proposeSwap, answerSwap, declineSwap, markSwapSeen } = swapActions;
const world = useRosterCloud();

/** Alice has the middle shift, bob the early one. */
const FRIDAY = localDay('2025-03-07');
const withBob = { swapId: 's1', partnerId: 'bob', days: [FRIDAY], reason: 'family' };

const standing = () =>
  storedDeliveries(world.cloud).filter(({ cancelledAtMs }) => cancelledAtMs === null);
const told = () =>
  standing().map(({ kind, memberIds, author }) => [kind, memberIds.join(), author.memberId]);

const propose = () => world.of('alice').get(proposeSwap, withBob);
const answer = (memberId: string, given: 'agree' | 'decline' | 'withdraw') =>
  world.of(memberId).get(answerSwap, { swapId: 's1', answer: given });
const sickLeave = (overrideId = 'l1', fromDay = FRIDAY) =>
  ({
    overrideId,
    change: { kind: 'leave', leaveKind: 'sick', fromDay, toDay: addDays(fromDay, 1) },
  }) as const;

test('a proposal asks the partner, who can answer until the first of the two shifts begins', async () => {
  await propose();
  expect(standing()).toMatchObject([
    {
      kind: 'swap-proposed',
      urgency: 'timely',
      memberIds: ['bob'],
      author: { memberId: 'alice' },
      page: 'packages/roster/swap/swap?swapId=s1',
      deadlineAtMs: instantOf(FRIDAY, 8 * 60),
      isMustRead: false,
    },
  ]);
  const [{ title, body } = { title: '', body: '' }] = standing();
  expect(title).toContain('Name alice');
  expect(body).toMatch(/14:00–20:00.*family/u);
});

test('proposing costs at most nine requests, the notice and WeChat included', async () => {
  const alice = stored(world.cloud, 'members', 'alice');
  await plant(world.cloud, { members: [{ ...alice, proposals: [] }] });
  world.cloud.counts.reset();
  await propose();
  expect(world.cloud.counts.total).toBeLessThanOrEqual(9);
});

test('a proposal that was cut off before it asked anybody asks on the retry, once', async () => {
  const [alice, bob] = [inCrew('alice', 'crew-1'), inCrew('bob', 'crew-2')];
  await plant(world.cloud, {
    swaps: [aSwap(alice, bob, { ...{ _id: 's1', days: [FRIDAY] }, reason: withBob.reason })],
  });
  await propose();
  await propose();
  expect(told()).toEqual([['swap-proposed', 'bob', 'alice']]);
});

test('agreeing takes the question back and tells the proposer what they work', async () => {
  await propose();
  await answer('bob', 'agree');
  await answer('bob', 'agree');
  expect(told()).toEqual([['swap-answered', 'alice', 'bob']]);
  expect(standing()[0]?.body).toContain('08:00–14:00');
});

test('declining tells the proposer', async () => {
  await propose();
  await answer('bob', 'decline');
  expect(told()).toEqual([['swap-answered', 'alice', 'bob']]);
});

test('withdrawing tells the other side, of what was proposed and of what was agreed', async () => {
  await propose();
  await answer('alice', 'withdraw');
  expect(told()).toEqual([['swap-answered', 'bob', 'alice']]);
  await world.of('alice').get(proposeSwap, { ...withBob, swapId: 's2' });
  await world.of('bob').get(answerSwap, { swapId: 's2', answer: 'agree' });
  await world.of('bob').get(answerSwap, { swapId: 's2', answer: 'withdraw' });
  expect(told()).toEqual([
    ['swap-answered', 'bob', 'alice'],
    ['swap-answered', 'alice', 'bob'],
  ]);
});

test('an officer who declines tells both, one who has seen it nobody', async () => {
  await propose();
  await answer('bob', 'agree');
  await world.of('organiser').get(markSwapSeen, { swapId: 's1' });
  expect(told()).toEqual([['swap-answered', 'alice', 'bob']]);
  await world.of('leader').get(declineSwap, { swapId: 's1' });
  expect(told()).toEqual([['swap-answered', 'alice,bob', 'leader']]);
});

describe('leave on a swapped day', () => {
  beforeEach(async () => {
    await propose();
    await answer('bob', 'agree');
  });

  test('outranks the swap, which stands for the other side, who is told once', async () => {
    const alice = world.of('alice');
    expect((await alice.get(addChange, sickLeave())).swapPartners).toEqual(['Name bob']);
    await alice.get(addChange, sickLeave());
    const mine = await alice.get(myRoster, { month: '2025-03' });
    expect(mine.days[6]).toMatchObject({ override: 'leave', slots: [] });
    expect(mine.swaps).toMatchObject([{ state: 'agreed' }]);
    const theirs = await world.of('bob').get(myRoster, { month: '2025-03' });
    expect(theirs.days[6]).toMatchObject({ override: 'swap', slots: [{ label: 'middle' }] });
    const [notice, ...more] = standing().filter(({ memberIds }) => memberIds.includes('bob'));
    expect(notice).toMatchObject({
      kind: 'swap-answered',
      memberIds: ['bob'],
      author: { memberId: 'alice' },
      deadlineAtMs: instantOf(addDays(FRIDAY, 1), 0),
    });
    expect(more).toEqual([]);
  });

  test('gives the swapped shift back when it is taken back', async () => {
    const alice = world.of('alice');
    await alice.get(addChange, sickLeave());
    await alice.get(removeChange, { overrideId: 'l1' });
    const { days } = await alice.get(myRoster, { month: '2025-03' });
    expect(days[6]).toMatchObject({ override: 'swap', slots: [{ label: 'early' }] });
  });

  test('tells nobody on another day, and no other change goes before a swap', async () => {
    const alice = world.of('alice');
    const later = await alice.get(addChange, sickLeave('l2', addDays(FRIDAY, 1)));
    expect(later.swapPartners).toEqual([]);
    const days = { fromDay: FRIDAY, toDay: addDays(FRIDAY, 1) };
    const change: ChangeDraft = { kind: 'changed-hours', slots: [], ...days };
    const reply = await alice.call(addChange, { overrideId: 'c1', change });
    expect(reply).toMatchObject({ code: 'contradicts' });
  });

  test('stays when the swap is withdrawn', async () => {
    const alice = world.of('alice');
    await alice.get(addChange, sickLeave());
    await answer('bob', 'withdraw');
    const { days, changes } = await alice.get(myRoster, { month: '2025-03' });
    expect(days[6]).toMatchObject({ override: 'leave' });
    expect(changes.map(({ kind }) => kind)).toEqual(['leave']);
  });
});
