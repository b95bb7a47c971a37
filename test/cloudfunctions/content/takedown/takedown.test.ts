import type { LibraryDocument } from '../../../../cloudfunctions/_store/content/library-document';
import { channelItem } from '../../../../contract/content/channel-reading';
import { libraryDocument } from '../../../../contract/content/library';
import {
  keepLonger,
  saveTakedown,
  takedownList,
  takedownPlan,
} from '../../../../contract/content/takedown';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import { aComment } from '../../../builders/comments';
import { anItemOut } from '../../../builders/items';
import { aLibraryDocument, aVersion } from '../../../builders/library-documents';
import { allStored, stored } from '../../../builders/stored';
import { someTakedownRules } from '../../../builders/takedown';
import { useChannelWorld } from '../../../worlds/channel-world';

/** It is March 2025 there, so that the next month is April. */
const world = useChannelWorld();
const office = () => world.phone('office');
/** The last day of which items of the party channel go in April, by the usual 24 months. */
const LAST = localDay('2023-03-31');
const over = (
  id: string,
  validUntilDay: string,
  branchId = 'branch-1',
  fields: Partial<LibraryDocument> = {},
) =>
  aLibraryDocument(id, branchId, {
    ...fields,
    current: aVersion(`${id}-1`, 'uploader', { validUntilDay: localDay(validUntilDay) }),
  });
const going = ({
  going: counts,
}: {
  readonly going: readonly { readonly kind: string; readonly count: number }[];
}) => counts.map(({ kind, count }) => `${kind} ${count}`).join(', ');
const keeping = {
  kind: 'party',
  id: 'old',
  untilMonth: '2025-10',
  reason: 'it is still told of',
  deedId: 'kept',
} as const;

async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  world.cloud.counts.reset();
  await work();
  return Object.entries(world.cloud.counts.byAction)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);
}

test('R-308: the office sees how much of each kind goes in the next month, of all branches', async () => {
  await world.plant(
    'items',
    anItemOut('old', 'branch-1', { issueDay: LAST }),
    anItemOut('older', 'branch-2', { issueDay: addDays(LAST, -400) }),
    anItemOut('young', 'branch-1', { issueDay: addDays(LAST, 1) }),
    anItemOut('gone', 'branch-1', { issueDay: LAST, state: 'withdrawn' }),
  );
  await world.plant('library_documents', over('over', '2024-03-31', 'branch-2'));
  const plan = await office().get(takedownPlan, {});
  expect(plan).toMatchObject({ month: '2025-03', nextMonth: '2025-04', version: 0, trail: [] });
  expect(plan.now).toEqual([
    { kind: 'party', months: 24 },
    { kind: 'integrity', months: 36 },
    { kind: 'document', months: 12 },
  ]);
  expect(plan.next).toEqual(plan.now);
  expect(going(plan)).toBe('party 2, integrity 0, document 1');
});

test('R-308: other months are tried before they are saved, and saving changes nothing by itself', async () => {
  await world.plant('items', anItemOut('out', 'branch-1', { issueDay: localDay('2024-09-30') }));
  const rules = [{ kind: 'party', months: 6 }] as const;
  expect(going(await office().get(takedownPlan, { rules: [...rules] }))).toMatch(/^party 1,/u);
  expect(going(await office().get(takedownPlan, {}))).toMatch(/^party 0,/u);
  const saved = await office().get(saveTakedown, { version: 0, rules: [...rules] });
  expect(saved).toEqual({ version: 1, fromMonth: '2025-04' });
  const plan = await office().get(takedownPlan, {});
  expect(plan).toMatchObject({
    version: 1,
    trail: [{ version: 1, fromMonth: '2025-04', byName: expect.any(String) }],
  });
  expect([plan.now[0]?.months, plan.next[0]?.months]).toEqual([24, 6]);
  expect(going(plan)).toMatch(/^party 1,/u);
  expect(world.item('out').state).toBe('published');
  const never = await office().get(takedownPlan, { rules: [{ kind: 'party', months: null }] });
  expect(going(never)).toMatch(/^party 0,/u);
});

test('of two saves upon the same version the second is refused, and a retry writes nothing', async () => {
  await world.plant('takedown_rules', someTakedownRules());
  const save = (months: number) => ({ version: 1, rules: [{ kind: 'party' as const, months }] });
  expect(await office().get(saveTakedown, save(18), { requestId: 'mine' })).toMatchObject({
    version: 2,
  });
  expect(await office().get(saveTakedown, save(18), { requestId: 'mine' })).toMatchObject({
    version: 2,
  });
  expect(await office().call(saveTakedown, save(12), { requestId: 'theirs' })).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(await office().call(saveTakedown, save(12), { requestId: 'mine' })).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect(world.cloud.engine.collection('takedown_rules').get('version-3')).toBeUndefined();
});

test('R-308: behind each count stands its list, the oldest first, page by page, with what goes with it', async () => {
  const days = Array.from({ length: 35 }, (_, at) => addDays(LAST, -(at >> 1)));
  await world.plant(
    'items',
    ...days.map((issueDay, at) =>
      anItemOut(`item-${String(at).padStart(2, '0')}`, 'branch-1', { issueDay }),
    ),
  );
  const member = stored(world.cloud, 'members', 'member-1');
  const isShown = { state: 'shown', shownAtMs: 1 } as const;
  await world.plant(
    'item_comments',
    aComment('shown', 'item-34', member, isShown),
    aComment('waits', 'item-34', member),
  );
  const list = { kind: 'party', months: 24 } as const;
  const first = await office().get(takedownList, list);
  expect(first.rows).toHaveLength(30);
  expect(first.rows[0]).toEqual({
    id: 'item-34',
    title: 'title of item-34',
    day: addDays(LAST, -17),
    branchName: stored(world.cloud, 'branches', 'branch-1').name,
    name: 'Somebody',
    comments: 1,
  });
  const rest = await office().get(takedownList, { ...list, cursor: first.nextCursor ?? '' });
  expect(rest.nextCursor).toBeNull();
  const ids = [...first.rows, ...rest.rows].map(({ id }) => id);
  expect(ids).toHaveLength(35);
  expect(new Set(ids).size).toBe(35);
  expect(ids.slice(-2)).toEqual(['item-00', 'item-01']);
  const { going: counts } = await office().get(takedownPlan, {});
  expect(counts).toContainEqual({ kind: 'party', count: 35 });
  expect(await office().call(takedownList, { ...list, cursor: 'nobody_knows' })).toMatchObject({
    code: 'bad-input',
  });
});

test('a list of documents names what they are called, who has brought them and their last day', async () => {
  await world.plant('library_documents', over('over', '2024-03-31', 'branch-2'));
  const { rows } = await office().get(takedownList, { kind: 'document', months: 12 });
  expect(rows).toEqual([
    {
      id: 'over',
      title: 'title of over-1',
      day: '2024-03-31',
      branchName: stored(world.cloud, 'branches', 'branch-2').name,
      name: 'uploader',
      comments: 0,
    },
  ]);
});

test('R-309: what is kept longer leaves the list until its month, with the reason in its trail', async () => {
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: LAST }));
  await office().get(keepLonger, keeping);
  await office().get(keepLonger, keeping);
  expect(world.item('old')).toMatchObject({ keptUntilMonth: '2025-10', state: 'published' });
  expect((await office().get(takedownList, { kind: 'party', months: 24 })).rows).toEqual([]);
  expect(going(await office().get(takedownPlan, {}))).toMatch(/^party 0,/u);
  const { item } = await world.phone('writer').get(channelItem, { itemId: 'old' });
  expect(item.desk?.steps).toMatchObject([
    { kind: 'kept-longer', text: '留到 2025年10月：it is still told of' },
  ]);
  world.cloud.clock.jump(instantOf(localDay('2025-09-30'), 600));
  expect((await office().get(takedownList, { kind: 'party', months: 24 })).rows).toHaveLength(1);
});

test('R-309: a document too, whose officers read who has kept it, and its members do not', async () => {
  const before = {
    deedId: 'before',
    by: { memberId: 'office', name: 'Office' },
    atMs: 1,
    untilMonth: '2025-05',
    reason: 'once',
  };
  await world.plant(
    'library_documents',
    over('over', '2025-12-31', 'branch-1', { kept: [before] }),
  );
  await office().get(keepLonger, { ...keeping, kind: 'document', id: 'over' });
  const [document] = allStored(world.cloud, 'library_documents');
  expect(document).toMatchObject({ keptUntilMonth: '2025-10', state: 'shown' });
  const officer = await world.phone('secretary').get(libraryDocument, { documentId: 'over' });
  expect(officer.kept).toMatchObject([
    { untilMonth: '2025-05', reason: 'once' },
    { untilMonth: '2025-10', reason: 'it is still told of', atMs: world.nowMs() },
  ]);
  const member = await world.phone('member-1').get(libraryDocument, { documentId: 'over' });
  expect(member.kept).toBeUndefined();
});

test('R-287: until another month or with another reason it is no repetition, and is told so', async () => {
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: LAST }));
  await world.plant('library_documents', over('over', '2025-12-31'));
  for (const which of [{}, { kind: 'document', id: 'over' }] as const) {
    const keep = (more: object) => office().call(keepLonger, { ...keeping, ...which, ...more });
    expect(await keep({})).toMatchObject({ ok: true });
    expect(await keep({})).toMatchObject({ ok: true });
    expect(await keep({ reason: 'another' })).toMatchObject({ code: 'written-before' });
    expect(await keep({ untilMonth: '2025-11' })).toMatchObject({ code: 'written-before' });
  }
  expect(world.item('old').keptUntilMonth).toBe('2025-10');
  expect(allStored(world.cloud, 'library_documents')).toMatchObject([
    { keptUntilMonth: '2025-10' },
  ]);
});

test.each([
  ['the next month', { untilMonth: '2025-04' }, 'bad-month'],
  ['more than three years', { untilMonth: '2028-05' }, 'bad-month'],
  ['of another channel', { kind: 'integrity' }, 'not-read'],
  ['of nothing', { id: 'nothing' }, 'not-read'],
  ['withdrawn', { id: 'gone' }, 'not-read'],
  ['no document', { kind: 'document' }, 'not-read'],
] as const)('R-309: refused: %s', async (_, input, code) => {
  await world.plant(
    'items',
    anItemOut('old', 'branch-1', { issueDay: LAST }),
    anItemOut('gone', 'branch-1', { issueDay: LAST, state: 'withdrawn' }),
  );
  expect(await office().call(keepLonger, { ...keeping, ...input })).toMatchObject({ code });
  expect(world.item('old').keptUntilMonth).toBeUndefined();
});

test('a plan, a list, a save and keeping something are three requests each at most', async () => {
  await world.plant('items', anItemOut('old', 'branch-1', { issueDay: LAST }));
  await world.cloud.host.reload('content');
  const list = { kind: 'party', months: 24 } as const;
  const rules = [{ kind: 'party' as const, months: 12 }];
  expect(await requestsOf(() => office().get(takedownPlan, {}))).toBe(3);
  expect(await requestsOf(() => office().get(takedownList, list))).toBe(3);
  expect(await requestsOf(() => office().get(saveTakedown, { version: 0, rules }))).toBe(3);
  expect(await requestsOf(() => office().get(keepLonger, keeping))).toBe(3);
});
