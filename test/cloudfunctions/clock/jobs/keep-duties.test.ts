import type { InputOf } from '../../../../contract/action';
import { planIssue, saveItem } from '../../../../contract/content/channel-editing';
import { giveDuty } from '../../../../contract/content/duty';
import { memberActions } from '../../../../contract/people/member';
import { addDays, localDay, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { anItem } from '../../../builders/items';
import { allStored, stored, storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';

const { setRoles, changeMember } = memberActions;
const world = useChannelWorld();
const TODAY = localDay('2025-03-05');
const NEAR = [0, 1, 2].map((count) => addDays(TODAY, count));

/** The clock runs once, an hour later, by a new instance, which looks for all that it does now and then. */
const runs = async () => {
  world.cloud.clock.jump(world.nowMs() + MS_PER_HOUR);
  await world.cloud.host.reload('clock');
  await world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const duties = () => allStored(world.cloud, 'channel_duties');
const duty = (day: string) => stored(world.cloud, 'channel_duties', `party_${day}`);
const gaps = (isTakenBack = false) =>
  storedDeliveries(world.cloud)
    .filter(
      ({ kind, cancelledAtMs }) => kind === 'issue-gap' && (cancelledAtMs !== null) === isTakenBack,
    )
    .map(({ title, memberIds }) => `${title} ${memberIds.join()}`)
    .sort();

beforeEach(async () => {
  await world.cloud.host.reload('clock');
  for (const memberId of ['writer', 'writer-2', 'discipline']) {
    await world.alter('members', memberId, { crewHistory: [] });
  }
});

test('two weeks of both channels are planned once, and gaps of three days told to who is on duty only', async () => {
  await runs();
  expect(duties()).toHaveLength(28);
  const before = duties();
  expect(NEAR.map((day) => duty(day).memberId)).toEqual(['writer', 'writer-2', 'writer']);
  expect(gaps()).toEqual([
    '3月5日 党务清风还空着 writer',
    '3月6日 党务清风还空着 writer-2',
    '3月7日 党务清风还空着 writer',
  ]);
  await runs();
  expect(gaps()).toHaveLength(3);
  expect(duties().map(({ revision }) => revision)).toEqual(before.map(({ revision }) => revision));
});

test('it asks until it is done, and leads to the day', async () => {
  await runs();
  const { tasks } = await world.phone('writer-2').get(waitsForMe, {});
  expect(tasks).toMatchObject([
    {
      kind: 'asked',
      act: '补上一条',
      page: 'packages/channel-office/duty/duty?channel=party&day=2025-03-06',
    },
  ]);
});

test('nobody is woken: it rings when its reader is awake', async () => {
  world.cloud.clock.jump(world.nowMs() + 15 * MS_PER_HOUR);
  await runs();
  const atMs = storedDeliveries(world.cloud)
    .filter(({ kind }) => kind === 'issue-gap')
    .flatMap(({ groups }) => groups.map((group) => group.atMs));
  expect(atMs.length).toBeGreaterThan(0);
  // 06:30, when sleep ends.
  expect(Math.min(...atMs)).toBeGreaterThanOrEqual(world.nowMs());
});

test('what is filled before anybody is told tells nobody; what is filled later is asked for no more', async () => {
  await world.plant(
    'items',
    anItem('in-check', 'branch-1', { state: 'branch-check', forDay: addDays(TODAY, 1) }),
  );
  await runs();
  expect(gaps()).toEqual(['3月5日 党务清风还空着 writer', '3月7日 党务清风还空着 writer']);
  const save = world.aSave('item-1', { handIn: true }, { forDay: addDays(TODAY, 2) });
  await world.phone('writer').get(saveItem, save);
  expect(gaps()).toEqual(['3月5日 党务清风还空着 writer']);
  await world.ready('item-2');
  await world.planned(['item-2']);
  expect(gaps()).toEqual([]);
  await runs();
  expect(gaps()).toEqual([]);
});

test('a day that is empty again is told again', async () => {
  await world.ready('item-2');
  await world.planned(['item-2'], 720, addDays(TODAY, 1));
  await runs();
  expect(gaps()).toHaveLength(2);
  const empty = {
    channel: 'party' as const,
    day: addDays(TODAY, 1),
    minute: 720,
    itemIds: [],
    revision: 1,
  } satisfies InputOf<typeof planIssue>;
  await world.phone('office').get(planIssue, empty);
  expect(gaps()).toHaveLength(3);
});

test('where the duty changes hands, the new one is told and the old one no more', async () => {
  await runs();
  const [, day = TODAY] = NEAR;
  const given = {
    channel: 'party',
    day,
    memberId: 'writer',
    revision: 1,
    deedId: 'given',
  } as const;
  await world.phone('writer-2').get(giveDuty, given);
  expect(gaps()).toContain('3月6日 党务清风还空着 writer');
  expect(gaps(true)).toEqual(['3月6日 党务清风还空着 writer-2']);
});

test('who goes on leave is on duty no more, and where nobody can the committee office sees it', async () => {
  await runs();
  const [, day = TODAY] = NEAR;
  const leave = (memberId: string) =>
    world.alter('members', memberId, {
      overrides: [
        { kind: 'leave', leaveKind: 'sick', id: 'l1', fromDay: day, toDay: addDays(day, 1) },
      ],
    });
  await leave('writer-2');
  await runs();
  expect(duty(day)).toMatchObject({ memberId: 'writer', revision: 2 });
  await leave('writer');
  await runs();
  expect(duty(day).memberId).toBeNull();
  expect(gaps(true).filter((line) => line.startsWith('3月6日'))).toEqual([
    '3月6日 党务清风还空着 writer',
    '3月6日 党务清风还空着 writer-2',
  ]);
  expect(gaps().filter((line) => line.startsWith('3月6日'))).toEqual([]);
  const { tasks } = await world.phone('office').get(waitsForMe, {});
  expect(tasks.filter(({ kind }) => kind === 'duty')).toMatchObject([
    {
      title: '3月6日 党务清风没有人能值班',
      page: `packages/channel-office/duty/duty?channel=party&day=${day}`,
    },
  ]);
  const others = await world.phone('secretary').get(waitsForMe, {});
  expect(others.tasks.filter(({ kind }) => kind === 'duty')).toEqual([]);
});

test.each([3, 14, 40])('cut off after request %i, the next run does the rest once', async (nth) => {
  world.cloud.host.faults.killAt('clock', { nth, when: 'after' });
  await runs().catch(() => undefined);
  await runs();
  expect(duties()).toHaveLength(28);
  expect(gaps()).toHaveLength(3);
});

test.each<[string, () => Promise<unknown>]>([
  [
    'gives up the office',
    () => world.phone('office').get(setRoles, { memberId: 'writer', roles: ['member'] }),
  ],
  ['leaves', () => world.phone('office').get(changeMember, { memberId: 'writer', hasLeft: true })],
])(
  'whoever is on duty and %s is followed at once, and the next is asked for the gap',
  async (_, goes) => {
    await runs();
    expect(duty(NEAR[0]!).memberId).toBe('writer');
    await goes();
    expect(NEAR.map((day) => duty(day).memberId)).toEqual(['writer-2', 'writer-2', 'writer-2']);
    expect(gaps().map((gap) => gap.split(' ').at(-1))).toEqual([
      'writer-2',
      'writer-2',
      'writer-2',
    ]);
    expect(gaps(true)).toHaveLength(2);
    const { tasks } = await world.phone('writer-2').get(waitsForMe, {});
    expect(tasks.filter(({ act }) => act === '补上一条')).toHaveLength(3);
    // The clock finds nothing left to do.
    const before = duties();
    await runs();
    expect(duties()).toEqual(before);
  },
);
