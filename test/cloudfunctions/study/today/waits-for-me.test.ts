import { checkItem } from '../../../../contract/content/channel-editing';
import { waitsForMe } from '../../../../contract/waits-for-me';
import { MS_PER_DAY, MS_PER_HOUR, instantOf, localDay } from '../../../../domain/time/local-day';
import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import { aDuty } from '../../../builders/duties';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { anItem } from '../../../builders/items';
import { aNote } from '../../../builders/notes';
import { stored } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';

const world = useChannelWorld();
const NOW = instantOf(localDay('2025-03-05'), 9 * 60);

const tasksOf = async (memberId: string) => (await world.phone(memberId).get(waitsForMe, {})).tasks;
const told = async (memberId: string) =>
  (await tasksOf(memberId)).map(({ kind, title }) => `${kind} ${title}`);
const memberOf = (memberId: string): Member => stored(world.cloud, 'members', memberId);

test('messages that ask, must-reads, items and notes stand in one list, the oldest first', async () => {
  const ask = (messageId: string, more: object) =>
    aDelivery(messageId, ['secretary'], {
      branchId: 'branch-1',
      createdAtMs: NOW - 3 * MS_PER_HOUR,
      kind: 'swap-proposed',
      isMustRead: false,
      page: 'packages/suggest/open/open',
      deadlineAtMs: NOW + MS_PER_DAY,
      ...more,
    });
  await world.plant(
    'deliveries',
    ask('owed', { title: 'supper' }),
    ask('over', { title: 'over', deadlineAtMs: NOW - 1 }),
    ask('taken-back', { title: 'taken back', cancelledAtMs: NOW - 1 }),
    ask('read', { title: 'must read', kind: 'must-read', isMustRead: true, page: null }),
    ask('acknowledged', {
      title: 'known',
      kind: 'must-read',
      isMustRead: true,
      acks: { secretary: { atMs: NOW, toldBy: null } },
    }),
    ask('to-come', {
      title: 'to come',
      kind: 'must-read',
      isMustRead: true,
      groups: [aGroup(['secretary'], { atMs: NOW + MS_PER_HOUR, state: 'pending', outcomes: {} })],
    }),
  );
  const item = { state: 'branch-check', sinceAtMs: NOW - MS_PER_DAY } as const;
  await world.plant(
    'items',
    anItem('waits', 'branch-1', { ...item, title: 'pump' }),
    anItem('draft', 'branch-1', { title: 'draft' }),
    anItem('elsewhere', 'branch-2', item),
    anItem('own', 'branch-1', { ...item, writers: [{ memberId: 'secretary', name: 's' }] }),
  );
  await world.plant(
    'notes',
    aNote('one', memberOf('member-1'), { state: 'to-read', firstAtMs: NOW - 2 * MS_PER_DAY }),
    aNote('two', memberOf('member-2'), { state: 'to-read', firstAtMs: NOW - MS_PER_HOUR }),
    aNote('answered', memberOf('member-2'), { state: 'answered' }),
    aNote('mine', memberOf('secretary'), { state: 'to-read' }),
  );
  expect(await told('secretary')).toEqual([
    'notes 2 篇心得和投稿',
    'item 《pump》',
    'asked supper',
    'must-read must read',
  ]);
  const pages = (await tasksOf('secretary')).map(({ page }) => page);
  expect(pages).toEqual([
    'packages/note-office/notes/notes',
    'packages/channel-office/check/check?itemId=waits',
    'packages/suggest/open/open',
    null,
  ]);
  // Of offices that they do not hold, members see nothing.
  expect(await told('member-1')).toEqual([]);
});

test('what waited for somebody to be back waits since then', async () => {
  const asked = { kind: 'swap-proposed', isMustRead: false, page: 'packages/x/x' } as const;
  const since = { createdAtMs: NOW - 5 * MS_PER_DAY, notBeforeAtMs: NOW - MS_PER_HOUR };
  await world.plant(
    'deliveries',
    aDelivery('back', ['secretary'], { ...asked, ...since, title: 'back' }),
    aDelivery('away', ['secretary'], { ...asked, notBeforeAtMs: NOW + MS_PER_HOUR }),
  );
  expect(await tasksOf('secretary')).toMatchObject([
    { title: 'back', sinceAtMs: NOW - MS_PER_HOUR },
  ]);
});

test('documents that have had their last day, however many, take no place of what is to be read', async () => {
  const over = Array.from({ length: 101 }, (_, at) =>
    aDelivery(`over-${at}`, ['member-1'], {
      branchId: 'branch-1',
      kind: 'document-to-read',
      deadlineAtMs: NOW - 1,
      lastAtMs: NOW - MS_PER_DAY,
    }),
  );
  const ofBranch = { branchId: 'branch-1', lastAtMs: NOW - 1 };
  const valid = { ...ofBranch, kind: 'document-to-read', title: 'valid' } as const;
  const past = { ...ofBranch, title: 'past its deadline', deadlineAtMs: NOW - 1 };
  await world.plant(
    'deliveries',
    ...over,
    aDelivery('past', ['member-1'], past),
    aDelivery('valid', ['member-1'], valid),
  );
  expect((await told('member-1')).sort()).toEqual([
    'must-read past its deadline',
    'must-read valid',
  ]);
});

test('an item is gone once it is checked, and waits for the next desk', async () => {
  await world.plant('items', anItem('waits', 'branch-1', { state: 'branch-check', title: 'pump' }));
  expect(await told('office')).toEqual([]);
  const deed = { itemId: 'waits', revision: 1, deedId: 'pass', returnBecause: null };
  await world.phone('secretary').get(checkItem, deed);
  expect(await told('secretary')).toEqual([]);
  expect((await told('office')).filter((line) => line.startsWith('item'))).toEqual([
    'item 《pump》',
  ]);
});

test('what came back waits for its writers, what is through its checks for who plans it', async () => {
  const step = { deedId: 'd', by: { memberId: 'office', name: 'o' }, atMs: NOW, text: 'not so' };
  const back = {
    state: 'draft',
    writers: [{ memberId: 'writer', name: 'w' }],
    steps: [{ ...step, kind: 'returned' }],
  } satisfies Partial<ItemDocument>;
  await world.plant(
    'items',
    anItem('back', 'branch-1', { ...back, title: 'pump' }),
    anItem('begun', 'branch-1', { ...back, steps: [{ ...step, kind: 'begun' }] }),
    anItem('ready', 'branch-2', { state: 'ready' }),
    anItem('ready-too', 'branch-1', { state: 'ready', sinceAtMs: NOW - 1 }),
    anItem('planned', 'branch-1', { state: 'ready', issueDay: localDay('2025-03-06') }),
  );
  expect(await told('writer')).toEqual(['item-back 《pump》退回来了']);
  expect(await told('writer-2')).toEqual([]);
  expect(await tasksOf('office')).toMatchObject([
    {
      kind: 'items-to-plan',
      title: '2 条定了稿，还没排',
      page: 'packages/channel-office/calendar/calendar',
      sinceAtMs: NOW - 1,
    },
  ]);
  expect(await told('secretary')).toEqual([]);
});

test.each([
  ['secretary', 'meetings'],
  ['office', 'duty'],
])('it is four requests at most, in the last days of a month too: %s', async (memberId, kind) => {
  await world.plant('channel_duties', aDuty('2025-03-31', null));
  world.cloud.clock.jump(instantOf(localDay('2025-03-30'), 10 * 60));
  await world.cloud.host.reload('study');
  world.cloud.counts.reset();
  const tasks = await tasksOf(memberId);
  expect(tasks.map((task) => task.kind)).toContain(kind);
  const requests = Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
  expect(requests).toBeLessThanOrEqual(4);
});
