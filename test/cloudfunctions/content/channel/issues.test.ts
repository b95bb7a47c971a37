import {
  channelCalendar,
  planIssue,
  withdrawItem,
} from '../../../../contract/content/channel-editing';
import { channelIssues, channelItem } from '../../../../contract/content/channel-reading';
import { addDays, dayOfInstant, instantOf, MS_PER_DAY } from '../../../../domain/time/local-day';
import { anItem, anItemOut } from '../../../builders/items';
import { storedDeliveries } from '../../../builders/stored';
import { useChannelWorld } from '../../../worlds/channel-world';
import { minutes } from '../../../worlds/study-world';

const world = useChannelWorld();
const today = () => dayOfInstant(world.nowMs());
const noonOf = (day: ReturnType<typeof today>) => instantOf(day, 12 * 60);

const messages = () => storedDeliveries(world.cloud).filter(({ kind }) => kind === 'party-issue');
const issuesFor = async (memberId: string) =>
  (await world.phone(memberId).get(channelIssues, { channel: 'party' })).issues;
/** Past the hour, without the minutes between, and one look of the clock. */
async function jumpTo(atMs: number): Promise<void> {
  world.cloud.clock.jump(atMs);
  await world.later(minutes(6));
}

const readyItem = (itemId: string, issueDay: ReturnType<typeof today> | null, place = 0) =>
  anItem(itemId, 'branch-1', { state: 'ready', issueDay, place });

test('an issue comes out at its hour, in its order, and each reader has one entry of it', async () => {
  await world.plant('items', readyItem('a', null), readyItem('b', null));
  await world.planned(['b', 'a']);
  await jumpTo(noonOf(today()) - minutes(10));
  expect(await issuesFor('member-1')).toEqual([]);
  await jumpTo(noonOf(today()));
  const [issue] = await issuesFor('member-1');
  expect(issue?.items.map(({ itemId }) => itemId)).toEqual(['b', 'a']);
  const readers = messages().flatMap(({ memberIds }) => memberIds);
  expect(new Set(readers).size).toBe(readers.length);
  expect(readers).toContain('member-1');
  expect(messages()[0]).toMatchObject({ urgency: 'digest', body: '2 条，共 4 分钟。' });
  const count = messages().length;
  await world.later(minutes(30));
  expect(messages()).toHaveLength(count);
});

test('nobody gets it in their sleep', async () => {
  await world.plant('items', readyItem('a', null));
  await world.planned(['a'], 3 * 60, addDays(today(), 1));
  await jumpTo(instantOf(addDays(today(), 1), 3 * 60));
  const groups = messages().flatMap((message) => message.groups);
  expect(groups.length).toBeGreaterThan(0);
  // At three in the morning one crew works, one has come home, the others sleep.
  expect(groups.filter(({ atMs }) => atMs < instantOf(today(), 6 * 60))).toEqual([]);
});

test('a clock that is late by two days brings each of three issues out once, in order', async () => {
  const days = [0, 1, 2].map((count) => addDays(today(), count));
  await world.plant('items', ...days.map((_, at) => readyItem(`item-${at}`, null)));
  for (const [at, day] of days.entries()) await world.planned([`item-${at}`], 12 * 60, day);
  await jumpTo(noonOf(days[0] ?? today()) + 2 * MS_PER_DAY);
  const issues = await issuesFor('member-1');
  expect(issues.map(({ day }) => day)).toEqual([...days].reverse());
  const mine = messages().filter(({ memberIds }) => memberIds.includes('member-1'));
  expect(mine).toHaveLength(3);
  await world.later(minutes(12));
  expect(messages().filter(({ memberIds }) => memberIds.includes('member-1'))).toHaveLength(3);
});

test('an issue that is planned anew leaves out what was taken out, and it can stand in another', async () => {
  await world.plant('items', readyItem('a', null), readyItem('b', null));
  await world.planned(['a']);
  const other = { channel: 'party', day: addDays(today(), 1), minute: 720, revision: 0 } as const;
  const office = world.phone('office');
  expect(await office.call(planIssue, { ...other, itemIds: ['a'] })).toMatchObject({
    code: 'not-ready',
    detail: { number: 1 },
  });
  const again = { channel: 'party', day: today(), minute: 780, revision: 1 } as const;
  await office.get(planIssue, { ...again, itemIds: ['b'] });
  expect(await office.call(planIssue, { ...again, itemIds: ['a'] })).toMatchObject({
    code: 'changed-meanwhile',
  });
  await office.get(planIssue, { ...other, itemIds: ['a'] });
  expect(world.item('a')).toMatchObject({ issueDay: other.day });
  expect(world.item('a').steps.map(({ kind }) => kind)).toEqual([
    'planned',
    'taken-out',
    'planned',
  ]);
});

test.each<[string, object, string]>([
  ['of yesterday', { day: '2025-03-04' }, 'bad-day'],
  ['too far ahead', { day: '2025-08-05' }, 'bad-day'],
  ['of the other channel', { channel: 'integrity' }, 'not-ready'],
  ['that names one twice', { itemIds: ['a', 'a'] }, 'not-ready'],
  ['of a draft', { itemIds: ['draft'] }, 'not-ready'],
])('an issue %s is refused', async (_, plan, code) => {
  await world.plant('items', readyItem('a', null), anItem('draft', 'branch-1'));
  const whole = {
    channel: 'party',
    day: today(),
    minute: 720,
    revision: 0,
    itemIds: ['a'],
    ...plan,
  };
  expect(await world.phone('office').callWith(planIssue, whole)).toMatchObject({ code });
});

test('an issue is planned by the second desk only, and not once it is out', async () => {
  await world.plant('items', readyItem('a', null), readyItem('b', null));
  const plan = { channel: 'party', day: today(), minute: 720, revision: 0 } as const;
  expect(await world.phone('writer').call(planIssue, { ...plan, itemIds: ['a'] })).toMatchObject({
    code: 'not-your-desk',
  });
  await world.planned(['a']);
  await jumpTo(noonOf(today()));
  expect(
    await world.phone('office').call(planIssue, { ...plan, revision: 2, itemIds: ['b'] }),
  ).toMatchObject({ code: 'is-out' });
});

test('what is withdrawn is no longer read, and its readers see why', async () => {
  await world.plant('items', readyItem('a', null), readyItem('b', null));
  await world.planned(['a', 'b']);
  await jumpTo(noonOf(today()));
  const { edition: revision } = world.item('a');
  const deed = { itemId: 'a', revision, deedId: 'away', reason: 'the number was wrong' };
  await world.phone('office').get(withdrawItem, deed);
  const [issue] = await issuesFor('member-1');
  expect(issue?.items).toMatchObject([
    { itemId: 'a', title: '', line: null, withdrawnBecause: 'the number was wrong' },
    { itemId: 'b', withdrawnBecause: null },
  ]);
  const { item } = await world.phone('member-1').get(channelItem, { itemId: 'a' });
  expect(item).toMatchObject({ title: '', line: null, pictures: [], desk: null });
  expect(item.withdrawn).toMatchObject({ reason: 'the number was wrong', name: 'office' });
  expect(messages().every(({ cancelledAtMs }) => cancelledAtMs === null)).toBe(true);
  const rest = { ...deed, itemId: 'b', revision: world.item('b').edition };
  await world.phone('office').get(withdrawItem, rest);
  expect(messages().every(({ cancelledAtMs }) => cancelledAtMs !== null)).toBe(true);
});

test('what is withdrawn before its hour is in no issue, and an empty one tells nobody', async () => {
  await world.plant('items', readyItem('a', null));
  await world.planned(['a']);
  const { edition: revision } = world.item('a');
  const deed = { itemId: 'a', revision, deedId: 'away', reason: 'not today' };
  await world.phone('writer').get(withdrawItem, deed);
  await jumpTo(noonOf(today()));
  expect(await issuesFor('member-1')).toEqual([]);
  expect(messages()).toEqual([]);
});

test('an issue of which everything was taken back came out for nobody, and its day is planned again', async () => {
  await world.plant('items', readyItem('a', null), readyItem('b', null), readyItem('c', null));
  await world.planned(['a', 'b']);
  const away = { itemId: 'a', revision: world.item('a').edition, deedId: 'away', reason: 'no' };
  await world.phone('writer').get(withdrawItem, away);
  expect(await world.check('office', 'b', 'not so')).toBe('draft');
  await jumpTo(noonOf(today()));
  expect(messages()).toEqual([]);
  const { rows } = await world.phone('office').get(channelCalendar, {});
  const revision = rows[0]?.days.find(({ day }) => day === today())?.revision ?? 0;
  const plan = { channel: 'party', day: today(), minute: 800, revision } as const;
  await world.phone('office').get(planIssue, { ...plan, itemIds: ['c'] });
  await jumpTo(instantOf(today(), 800));
  const [issue] = await issuesFor('member-1');
  expect(issue?.items.map(({ itemId }) => itemId)).toEqual(['c']);
});

test.each([1, 3, 5, 7, 9, 11, 13])(
  'what is planned while its issue comes out is refused or comes out too (after request %i)',
  async (nth) => {
    await world.plant('items', readyItem('a', null), readyItem('b', null));
    await world.planned(['a']);
    world.cloud.clock.jump(noonOf(today()));
    world.cloud.counts.reset();
    const run = world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
    while (world.cloud.counts.total < nth) await new Promise(setImmediate);
    const plan = { channel: 'party', day: today(), minute: 720, revision: 1 } as const;
    const planned = await world.phone('office').call(planIssue, { ...plan, itemIds: ['a', 'b'] });
    await run;
    await world.later(minutes(6));
    const wasLate = !planned.ok && ['is-out', 'changed-meanwhile'].includes(planned.code);
    expect([planned.ok, wasLate]).toContain(true);
    const { state, issueDay } = world.item('b');
    expect({ state, issueDay }).toEqual(
      planned.ok ? { state: 'published', issueDay: today() } : { state: 'ready', issueDay: null },
    );
  },
);

test.each([1, 3, 5, 7, 9, 11, 13, 15])(
  'what is withdrawn while its issue comes out is read by nobody, and nobody stays told of it (after request %i)',
  async (nth) => {
    await world.plant('items', readyItem('a', null));
    await world.planned(['a']);
    world.cloud.clock.jump(noonOf(today()));
    world.cloud.counts.reset();
    const run = world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
    while (world.cloud.counts.total < nth) await new Promise(setImmediate);
    const { edition: revision } = world.item('a');
    const away = { itemId: 'a', revision, deedId: 'away', reason: 'the number was wrong' };
    expect(await world.phone('office').call(withdrawItem, away)).toMatchObject({ ok: true });
    await run;
    await world.later(minutes(6));
    expect(world.item('a').state).toBe('withdrawn');
    expect(messages().filter(({ cancelledAtMs }) => cancelledAtMs === null)).toEqual([]);
    const read = (await issuesFor('member-1')).flatMap(({ items }) => items);
    expect(read.map(({ title }) => title).filter((title) => title !== '')).toEqual([]);
  },
);

test('a run of the clock that was cut off between bringing out and telling tells once', async () => {
  await world.plant('items', anItemOut('a', 'branch-1', { issueDay: today() }));
  await world.plant('issues', {
    _id: `party_${today()}`,
    channel: 'party',
    day: today(),
    state: 'planned',
    publishAtMs: world.nowMs(),
    dueAtMs: world.nowMs(),
    by: { memberId: 'office', name: 'office' },
    lastRequestId: 'earlier',
    revision: 1,
    schemaVersion: 1,
  } as { readonly _id: string });
  await world.later(minutes(12));
  const mine = messages().filter(({ memberIds }) => memberIds.includes('member-1'));
  expect(mine).toHaveLength(1);
  expect(world.item('a').steps).toEqual([]);
});

test('older issues are read page by page, each day once', async () => {
  const days = Array.from({ length: 11 }, (_, count) => addDays(today(), -count));
  const ofDay = days.flatMap((issueDay, at) =>
    ['x', 'y'].map((name, place) => anItemOut(`${name}-${at}`, 'branch-1', { issueDay, place })),
  );
  await world.plant('items', ...ofDay);
  const reader = world.phone('member-5');
  const first = await reader.get(channelIssues, { channel: 'party' });
  expect(first.issues.map(({ day }) => day)).toEqual(days.slice(0, 8));
  expect(first.earlier).toBe(days[8]);
  const upTo = first.earlier ?? today();
  const second = await reader.get(channelIssues, { channel: 'party', upTo });
  expect(second.issues.map(({ day }) => day)).toEqual(days.slice(8));
  expect(second.earlier).toBeNull();
  expect(second.issues.every(({ items }) => items.length === 2)).toBe(true);
});

test('the calendar says of each day how far it is, and shows lines to their desks only', async () => {
  await world.plant(
    'items',
    anItemOut('out', 'branch-1', { issueDay: addDays(today(), -1) }),
    anItem('checking', 'branch-1', { state: 'branch-check', forDay: addDays(today(), 1) }),
    anItem('draft', 'branch-1', { forDay: addDays(today(), 3) }),
    readyItem('spare', null),
  );
  const calendar = await world.phone('office').get(channelCalendar, {});
  expect(calendar).toMatchObject({ fromDay: '2025-03-03', mayPlan: true });
  const [party, integrity] = calendar.rows;
  expect(party?.days.map(({ state }) => state)).toEqual([
    'none',
    'out',
    'gap',
    'checking',
    'gap',
    'drafted',
    'none',
  ]);
  expect(integrity?.days.every(({ state }) => state === 'none')).toBe(true);
  expect(calendar.lines.map(({ itemId }) => itemId).sort()).toEqual(['checking', 'out', 'spare']);
  const discipline = await world.phone('discipline').get(channelCalendar, {});
  expect(discipline).toMatchObject({ lines: [], mayPlan: false });
});
