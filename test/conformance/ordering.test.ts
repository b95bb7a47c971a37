import { CODED, ITEMS, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);
const idsOf = (rows: readonly { readonly _id?: unknown }[]) => rows.map((row) => row._id).join('');

test('several orders, skip and limit', async () => {
  await items().add([
    { _id: 'a', group: 2, n: 1 },
    { _id: 'b', group: 1, n: 2 },
    { _id: 'c', group: 1, n: 3 },
    { _id: 'd', group: 2, n: 4 },
  ]);
  const sorted = items().orderBy('group', 'asc').orderBy('n', 'desc');
  expect(idsOf((await sorted.get()).data)).toBe('cbda');
  expect(idsOf((await sorted.skip(1).limit(2).get()).data)).toBe('bd');
  expect(idsOf((await sorted.skip(9).get()).data)).toBe('');
});

test('types sort as missing, numbers, texts, booleans, dates', async () => {
  await items().add([
    { _id: 'date', v: new Date(5) },
    { _id: 'bool', v: false },
    { _id: 'text', v: 'a' },
    { _id: 'none' },
    { _id: 'number', v: 7 },
    { _id: 'null', v: null },
  ]);
  const { data } = await items().orderBy('v', 'asc').get();
  expect(data.map((row) => row['_id'])).toEqual(['none', 'null', 'number', 'text', 'bool', 'date']);
});

test('an array counts by its smallest going up and by its largest going down', async () => {
  await items().add([
    { _id: 'a', v: [5, 1] },
    { _id: 'b', v: 2 },
    { _id: 'c', v: [3] },
  ]);
  expect(idsOf((await items().orderBy('v', 'asc').get()).data)).toBe('abc');
  expect(idsOf((await items().orderBy('v', 'desc').get()).data)).toBe('acb');
});

test('order by a nested field', async () => {
  await items().add([
    { _id: 'a', p: { q: 2 } },
    { _id: 'b', p: { q: 1 } },
  ]);
  expect(idsOf((await items().orderBy('p.q', 'asc').get()).data)).toBe('ba');
});

test('field() keeps or leaves out, and _id stays unless left out', async () => {
  await items().add({ _id: 'a', n: 1, m: 2, deep: { x: 1, y: 2 }, list: [1, 2, 3] });
  const only = async (projection: Record<string, unknown>) =>
    (await items().field(projection).get()).data[0];
  expect(await only({ n: true })).toEqual({ _id: 'a', n: 1 });
  expect(await only({ _id: false, n: true })).toEqual({ n: 1 });
  expect(await only({ list: false, deep: false })).toEqual({ _id: 'a', n: 1, m: 2 });
  expect(await only({ 'deep.x': true })).toEqual({ _id: 'a', deep: { x: 1 } });
  expect(await only({ n: true, list: { $slice: 2 } })).toEqual({ _id: 'a', n: 1, list: [1, 2] });
  const one = await items().doc('a').field({ m: true }).get();
  expect(one.data).toEqual([{ _id: 'a', m: 2 }]);
});

test('an indexed query gives the same as one without an index, in the same order', async () => {
  const coded = cloud.db.collection(CODED);
  const rows = Array.from({ length: 60 }, (_, n) => ({
    _id: `r${n}`,
    code: n,
    atMs: (n * 7) % 20,
    free: (n * 7) % 20,
  }));
  await coded.add(rows);
  const { _ } = cloud;
  for (const condition of [5, _.gt(12), _.gte(3).and(_.lt(9)), _.in([1, 19, 4])]) {
    const indexed = await coded.where({ atMs: condition }).get();
    const scanned = await coded.where({ free: condition }).get();
    expect(indexed.data).toEqual(scanned.data);
    expect(indexed.data.length).toBeGreaterThan(0);
  }
});
