import type { LibraryDocument } from '../../../../cloudfunctions/_store/content/library-document';
import { channelIssues, channelItem } from '../../../../contract/content/channel-reading';
import { itemComments } from '../../../../contract/content/comments';
import { library, libraryDocument } from '../../../../contract/content/library';
import { saveTakedown, takedownPlan } from '../../../../contract/content/takedown';
import { search } from '../../../../contract/search';
import { addDays, dayOfInstant, instantOf, localDay } from '../../../../domain/time/local-day';
import { aComment } from '../../../builders/comments';
import { anItemOut } from '../../../builders/items';
import { aLibraryDocument, aVersion, anOfferedDocument } from '../../../builders/library-documents';
import { plant, stored, storedDeliveries } from '../../../builders/stored';
import { someTakedownRules, takedownBegun } from '../../../builders/takedown';
import { useChannelWorld } from '../../../worlds/channel-world';
import { minutes } from '../../../worlds/study-world';

const world = useChannelWorld();
/** It is March 2025: items of the party channel before this day go, by the usual 24 months. */
const CUT = localDay('2023-03-01');
const OLD = addDays(CUT, -1);
/** Documents whose last day is before this one go, by the usual 12. */
const OVER = localDay('2024-02-29');

/** The clock runs once by a new instance, which looks for all that it does now and then. */
const runsAt = async (atMs: number) => {
  world.cloud.clock.jump(atMs);
  await world.cloud.host.reload('clock');
  return world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
};
const night = (day: string, minute = 150) => instantOf(localDay(day), minute);
const item = (itemId: string) => stored(world.cloud, 'items', itemId);
const document = (id: string) => stored(world.cloud, 'library_documents', id);
const over = (id: string, validUntilDay: string | null, fields: Partial<LibraryDocument> = {}) =>
  aLibraryDocument(id, 'branch-1', {
    ...fields,
    current: aVersion(`${id}-1`, 'uploader', {
      validUntilDay: validUntilDay === null ? null : localDay(validUntilDay),
    }),
  });

test('R-319: what is older than the rules goes with the first month that begins two weeks after the office was told, once, how much', async () => {
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: OLD }));
  await world.plant('library_documents', over('over', OVER), over('march', '2024-03-09'));
  const told = () =>
    storedDeliveries(world.cloud)
      .filter(({ kind }) => kind === 'takedown-begins')
      .map(({ title, body, memberIds }) => [title, body, ...memberIds]);
  const states = () => [item('old').state, document('over').state];
  await runsAt(night('2025-03-20'));
  expect(states()).toEqual(['published', 'shown']);
  const { firstAtMs, version, trail } = await world.phone('office').get(takedownPlan, {});
  expect([firstAtMs, version, trail]).toEqual([night('2025-05-01', 0), 0, []]);
  // What goes is counted for the day on which it does: of March too.
  expect(told()).toEqual([
    [
      '到期下架从5月1日起',
      '按现在定的月数，到那天有 3 件要下架。想多留的，那天以前点进去留下；月数也可以改。',
      'office',
    ],
  ]);
  await runsAt(night('2025-03-21'));
  await runsAt(night('2025-04-30', 299));
  expect([states(), told().length]).toEqual([['published', 'shown'], 1]);
  await runsAt(night('2025-05-01'));
  expect(states()).toEqual(['withdrawn', 'taken-down']);
  expect((await world.phone('office').get(takedownPlan, {})).firstAtMs).toBeUndefined();
});

test('R-319: where nothing is old nobody is told, and what the office has saved is a beginning too', async () => {
  await runsAt(night('2025-03-20'));
  expect(storedDeliveries(world.cloud).filter(({ kind }) => kind === 'takedown-begins')).toEqual(
    [],
  );
  await world.plant('takedown_rules', someTakedownRules({ atMs: night('2025-02-10') }));
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: OLD }));
  await runsAt(night('2025-03-21'));
  expect(item('old').state).toBe('withdrawn');
});

test('R-319: what the office has set in time holds on the first day, also where the rules began early in a month', async () => {
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: OLD }));
  await runsAt(night('2025-03-12'));
  const { firstAtMs } = await world.phone('office').get(takedownPlan, {});
  expect(firstAtMs).toBe(night('2025-04-01', 0));
  world.cloud.clock.jump(night('2025-03-25'));
  const never = [{ kind: 'party' as const, months: null }];
  await world.phone('office').get(saveTakedown, { version: 0, rules: never });
  for (const day of ['2025-03-26', '2025-04-01', '2025-05-01']) await runsAt(night(day));
  expect(item('old').state).toBe('published');
});

test('R-319: while nobody holds the office the rules do not begin', async () => {
  const office = stored(world.cloud, 'members', 'office');
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: OLD }));
  await plant(world.cloud, { members: [{ ...office, roles: ['member'] }] });
  for (const day of ['2025-03-12', '2025-04-01', '2025-04-20']) await runsAt(night(day));
  expect(item('old').state).toBe('published');
  await plant(world.cloud, { members: [office] });
  await runsAt(night('2025-04-21'));
  expect(storedDeliveries(world.cloud).map(({ title }) => title)).toContain('到期下架从6月1日起');
  expect(item('old').state).toBe('published');
});

describe('once the rules are carried out', () => {
  beforeEach(() => world.plant('takedown_rules', takedownBegun()));

  test('R-307: what was read for its time goes at night, by whole months, and nothing else', async () => {
    await world.plant(
      'items',
      anItemOut('old', 'branch-1', { issueDay: OLD }),
      anItemOut('young', 'branch-1', { issueDay: CUT }),
      anItemOut('other-channel', 'branch-1', { channel: 'integrity', issueDay: OLD }),
      anItemOut('old-integrity', 'branch-2', {
        channel: 'integrity',
        issueDay: localDay('2022-02-28'),
      }),
    );
    await world.plant(
      'library_documents',
      over('over', OVER),
      over('ends-later', '2024-03-01'),
      over('endless', null),
      anOfferedDocument('waits', 'branch-1'),
    );
    await runsAt(night('2025-03-06', 119));
    expect(item('old').state).toBe('published');
    await runsAt(night('2025-03-06', 120));
    const states = ['old', 'young', 'other-channel', 'old-integrity'].map((id) => item(id).state);
    expect(states).toEqual(['withdrawn', 'published', 'published', 'withdrawn']);
    const documents = ['over', 'ends-later', 'endless', 'waits'].map((id) => document(id).state);
    expect(documents).toEqual(['taken-down', 'shown', 'shown', 'waiting']);
  });

  test('R-307: by day nothing is taken down and nothing is asked', async () => {
    await world.plant('items', anItemOut('old', 'branch-1', { issueDay: OLD }));
    const requests = async (atMs: number) => {
      world.cloud.counts.reset();
      await runsAt(atMs);
      return Object.entries(world.cloud.counts.byAction)
        .filter(([action]) => action.startsWith('database.'))
        .reduce((sum, [, count]) => sum + count, 0);
    };
    await requests(night('2025-03-06', 300));
    const byDay = await requests(night('2025-03-06', 310));
    expect(item('old').state).toBe('published');
    await requests(night('2025-03-07', 180));
    expect(item('old').state).toBe('withdrawn');
    // Nothing is due any more: branches, rules, and what is due of all kinds.
    expect((await requests(night('2025-03-07', 190))) - byDay).toBe(3);
  });

  test('R-307: whoever follows an old link is told, the list leaves it out, and its trail stays', async () => {
    await world.plant(
      'items',
      anItemOut('old', 'branch-1', { issueDay: OLD, steps: [] }),
      anItemOut('new', 'branch-1', { issueDay: addDays(dayOfInstant(world.nowMs()), -1) }),
    );
    await world.plant('library_documents', over('over', OVER));
    const comment = { state: 'shown', shownAtMs: 1 } as const;
    const member = stored(world.cloud, 'members', 'member-1');
    await world.plant('item_comments', aComment('comment', 'old', member, comment));
    const atMs = night('2025-03-06');
    await runsAt(atMs);

    const reader = world.phone('member-2');
    const { item: read, comments } = await reader.get(channelItem, { itemId: 'old' });
    expect(read).toMatchObject({
      title: '',
      line: null,
      pictures: [],
      withdrawn: { reason: '刊出满 24 个月，按规定下架', name: '系统', atMs, isByRule: true },
    });
    expect(comments).toBeUndefined();
    const { issues } = await reader.get(channelIssues, { channel: 'party' });
    expect(issues.flatMap(({ items }) => items.map(({ itemId }) => itemId))).toEqual(['new']);
    const found = await reader.get(search, { words: 'title of', kind: 'item' });
    expect(JSON.stringify(found)).not.toContain('title of old');
    expect(await reader.call(libraryDocument, { documentId: 'over' })).toMatchObject({
      ok: false,
      code: 'not-found',
      detail: { takenDownAtMs: atMs },
    });

    const desk = await world.phone('writer').get(channelItem, { itemId: 'old' });
    expect(desk.item.title).toBe('title of old');
    expect(desk.item.desk?.steps).toEqual([
      { kind: 'taken-down', name: '系统', atMs, text: '刊出满 24 个月，按规定下架' },
    ]);
    const officer = world.phone('secretary');
    const { takenDown, current } = await officer.get(libraryDocument, { documentId: 'over' });
    expect(takenDown).toEqual({ byName: '系统', atMs, reason: '过了有效期满 12 个月，按规定下架' });
    expect(current?.title).toBe('title of over-1');
    const shelf = await officer.get(library, { part: 'taken-down' });
    expect(shelf.rows.map(({ documentId }) => documentId)).toEqual(['over']);
  });

  test('comments go with their item, and its issue stands in no inbox when nothing of it is left', async () => {
    await world.ready('first');
    await world.ready('second');
    await world.planned(['first', 'second']);
    await world.later(minutes(4 * 60));
    const messages = () =>
      [...world.cloud.engine.collection('deliveries').all()]
        .map(({ document: one }) => one)
        .filter((one) => one['kind'] === 'party-issue' && one['cancelledAtMs'] === null);
    expect(messages().length).toBeGreaterThan(0);
    const member = stored(world.cloud, 'members', 'member-1');
    await world.plant('item_comments', aComment('comment', 'first', member));
    // After six months the issue of March is due from October on.
    const rules = [{ kind: 'party', months: 6 }] as const;
    await world.plant('takedown_rules', someTakedownRules({ rules: [...rules] }));
    await world.alter('items', 'second', { keptUntilMonth: '2025-12' });
    await runsAt(night('2025-09-30'));
    expect(item('first').state).toBe('published');
    await runsAt(night('2025-10-01'));
    expect([item('first').state, item('second').state]).toEqual(['withdrawn', 'published']);
    expect(stored(world.cloud, 'item_comments', 'comment')).toMatchObject({
      isGone: true,
      waitsFor: '',
    });
    expect(messages().length).toBeGreaterThan(0);
    await runsAt(night('2025-11-30'));
    expect(item('second').state).toBe('published');
    await runsAt(night('2025-12-01'));
    expect(item('second').state).toBe('withdrawn');
    expect(messages()).toEqual([]);
    const under = await world
      .phone('member-2')
      .call(itemComments, { itemId: 'first', cursor: '1_a' });
    expect(under).toMatchObject({ code: 'not-found' });
  });

  test('R-306: what the office has set holds, from its month on; null is never', async () => {
    await world.plant(
      'takedown_rules',
      someTakedownRules({ rules: [{ kind: 'party', months: 6 }] }),
      someTakedownRules({
        version: 2,
        fromMonth: '2025-04',
        rules: [
          { kind: 'party', months: null },
          { kind: 'document', months: null },
        ],
      }),
    );
    await world.plant(
      'items',
      anItemOut('half-a-year', 'branch-1', { issueDay: localDay('2024-08-31') }),
      anItemOut('later', 'branch-1', { issueDay: localDay('2024-09-01') }),
    );
    await runsAt(night('2025-03-31'));
    expect([item('half-a-year').state, item('later').state]).toEqual(['withdrawn', 'published']);
    await world.plant('library_documents', over('over', OVER));
    await runsAt(night('2025-04-30'));
    expect([item('later').state, document('over').state]).toEqual(['published', 'shown']);
  });

  test('a document whose next version waits to be checked is being renewed, one whose next was returned is not', async () => {
    const offered = aVersion('next', 'uploader', {
      edition: 2,
      checkedBy: null,
      checkedAtMs: null,
    });
    const returned = { by: { memberId: 'x', name: 'x' }, atMs: 1, reason: 'not so' };
    await world.plant(
      'library_documents',
      over('renewed', OVER, { offered: { version: offered, returned: null } }),
      over('returned', OVER, { offered: { version: offered, returned } }),
    );
    await runsAt(night('2025-03-06'));
    expect([document('renewed').state, document('returned').state]).toEqual([
      'shown',
      'taken-down',
    ]);
  });

  test('many go in several looks, the oldest first, and one look is bounded', async () => {
    const days = Array.from({ length: 50 }, (_, at) => addDays(OLD, -at));
    await world.plant(
      'items',
      ...days.map((issueDay, at) => anItemOut(`item-${at}`, 'branch-1', { issueDay })),
    );
    const left = () => days.filter((_, at) => item(`item-${at}`).state === 'published');
    await runsAt(night('2025-03-06'));
    expect(left()).toEqual(days.slice(0, 10));
    await runsAt(night('2025-03-07'));
    expect(left()).toEqual([]);
  });
});
