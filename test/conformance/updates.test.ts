import type { Row } from './sdk';
import { ITEMS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);

/** What becomes of a document by an update. */
async function after(before: Row, update: Row): Promise<Row | undefined> {
  await items().doc('it').set(before);
  await items().doc('it').update(update);
  const [row] = (await items().doc('it').get()).data;
  if (row === undefined) return undefined;
  const { _id: id, ...rest } = row;
  expect(id).toBe('it');
  return rest;
}

test('objects are merged by path, _.set replaces', async () => {
  const before = { o: { a: 1, b: { c: 2, d: 3 } } };
  expect(await after(before, { o: { b: { c: 9 } } })).toEqual({ o: { a: 1, b: { c: 9, d: 3 } } });
  expect(await after(before, { 'o.b.c': 9 })).toEqual({ o: { a: 1, b: { c: 9, d: 3 } } });
  expect(await after(before, { o: cloud._.set({ z: 1 }) })).toEqual({ o: { z: 1 } });
  expect(await after({}, { o: { p: { q: 1 } } })).toEqual({ o: { p: { q: 1 } } });
});

test('arrays are replaced whole, elements by position', async () => {
  expect(await after({ l: [1, 2, 3] }, { l: [9] })).toEqual({ l: [9] });
  expect(await after({ l: [{ v: 1 }, { v: 2 }] }, { 'l.1.v': 5 })).toEqual({
    l: [{ v: 1 }, { v: 5 }],
  });
  expect(await after({ l: [1] }, { 'l.3': 4 })).toEqual({ l: [1, null, null, 4] });
});

test('remove and rename', async () => {
  const { _ } = cloud;
  expect(await after({ a: 1, b: 2 }, { a: _.remove() })).toEqual({ b: 2 });
  expect(await after({ a: { x: 1, y: 2 } }, { a: { x: _.remove() } })).toEqual({ a: { y: 2 } });
  expect(await after({ a: 1 }, { missing: _.remove() })).toEqual({ a: 1 });
  expect(await after({ a: 1 }, { a: _.rename('b') })).toEqual({ b: 1 });
});

test('inc, mul, min and max begin at nothing', async () => {
  const { _ } = cloud;
  expect(await after({ n: 5 }, { n: _.inc(-2) })).toEqual({ n: 3 });
  expect(await after({}, { n: _.inc(2) })).toEqual({ n: 2 });
  expect(await after({}, { deep: { n: _.inc(2) } })).toEqual({ deep: { n: 2 } });
  expect(await after({ n: 5 }, { n: _.mul(3) })).toEqual({ n: 15 });
  expect(await after({}, { n: _.mul(3) })).toEqual({ n: 0 });
  expect(await after({ n: 5 }, { n: _.min(3) })).toEqual({ n: 3 });
  expect(await after({ n: 5 }, { n: _.min(8) })).toEqual({ n: 5 });
  expect(await after({ n: 5 }, { n: _.max(8) })).toEqual({ n: 8 });
  expect(await after({}, { n: _.max(8) })).toEqual({ n: 8 });
});

test('push, unshift, pop, shift', async () => {
  const { _ } = cloud;
  expect(await after({ l: [1] }, { l: _.push([2, 3]) })).toEqual({ l: [1, 2, 3] });
  expect(await after({}, { l: _.push([{ k: 1 }]) })).toEqual({ l: [{ k: 1 }] });
  expect(await after({ l: [1] }, { l: _.unshift([8, 9]) })).toEqual({ l: [8, 9, 1] });
  expect(await after({ l: [1, 2, 3] }, { l: _.pop() })).toEqual({ l: [1, 2] });
  expect(await after({ l: [1, 2, 3] }, { l: _.shift() })).toEqual({ l: [2, 3] });
  expect(await after({ l: [] }, { l: _.pop() })).toEqual({ l: [] });
});

test('push at a place, sorted and cut', async () => {
  const { _ } = cloud;
  const l = [5, 1];
  expect(await after({ l }, { l: _.push({ each: [9], position: 1 }) })).toEqual({ l: [5, 9, 1] });
  expect(await after({ l }, { l: _.push({ each: [3], sort: 1 }) })).toEqual({ l: [1, 3, 5] });
  expect(await after({ l }, { l: _.push({ each: [3], slice: -2 }) })).toEqual({ l: [1, 3] });
  expect(await after({ l }, { l: _.push({ each: [3, 4], sort: -1, slice: 2 }) })).toEqual({
    l: [5, 4],
  });
  const rows = [{ k: 2 }, { k: 1 }];
  const sorted = await after({ l: rows }, { l: _.push({ each: [{ k: 3 }], sort: { k: 1 } }) });
  expect(sorted).toEqual({ l: [{ k: 1 }, { k: 2 }, { k: 3 }] });
});

test('pull by value, by condition on elements, by list', async () => {
  const { _ } = cloud;
  expect(await after({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] });
  expect(await after({ l: [1, 2, 3] }, { l: _.pull(_.in([1, 3])) })).toEqual({ l: [2] });
  const rows = [
    { k: 1, v: 1 },
    { k: 2, v: 1 },
  ];
  expect(await after({ l: rows }, { l: _.pull({ k: 2 }) })).toEqual({ l: [{ k: 1, v: 1 }] });
  expect(await after({ l: rows }, { l: _.pull({ k: _.gte(1), v: 9 }) })).toEqual({ l: rows });
  expect(await after({ l: [1, 2, 3, 1] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] });
});

test('addToSet adds what is not there', async () => {
  const { _ } = cloud;
  expect(await after({ l: ['a'] }, { l: _.addToSet('b') })).toEqual({ l: ['a', 'b'] });
  expect(await after({ l: ['a'] }, { l: _.addToSet('a') })).toEqual({ l: ['a'] });
  expect(await after({}, { l: _.addToSet('a') })).toEqual({ l: ['a'] });
  expect(await after({ l: [{ k: 1 }] }, { l: _.addToSet({ k: 1 }) })).toEqual({ l: [{ k: 1 }] });
  expect(await after({ l: [1] }, { l: _.addToSet({ $each: [1, 2, 2] }) })).toEqual({ l: [1, 2] });
});

test('several operators in one update', async () => {
  const { _ } = cloud;
  const update = {
    voted: _.push({ each: ['b'], sort: 1 }),
    counts: { x: _.inc(1) },
    state: 'open',
  };
  const before = { voted: ['c', 'a'], counts: { x: 1, y: 4 }, state: 'new' };
  expect(await after(before, update)).toEqual({
    voted: ['a', 'b', 'c'],
    counts: { x: 2, y: 4 },
    state: 'open',
  });
});

test('an update through a scalar, or of the wrong type, is refused and changes nothing', async () => {
  const { _ } = cloud;
  const before = { _id: 'r', text: 'x', n: 1, none: null, l: [1] };
  await items().add(before);
  const updates = [
    { text: _.inc(1) },
    { none: _.inc(1) },
    { n: _.push([1]) },
    { text: _.addToSet(1) },
    { text: _.pull(1) },
    { n: { deep: 1 } },
    { none: { deep: 1 } },
    { 'l.name': 1 },
    { n: _.inc('1') },
  ];
  for (const update of updates) {
    expect(await refusalOf(items().doc('r').update(update))).toBe('DATABASE_REQUEST_FAILED');
  }
  expect((await items().doc('r').get()).data).toEqual([before]);
});

test('an empty update is refused', async () => {
  await items().add({ _id: 'r' });
  expect(await refusalOf(items().doc('r').update({}))).toBe('INVALID_PARAM');
});

test('the element that the query found is changed by $', async () => {
  await items().add({
    _id: 'p',
    l: [
      { k: 1, done: false },
      { k: 2, done: false },
    ],
  });
  await items().where({ _id: 'p', 'l.k': 2 }).update({ 'l.$.done': true });
  const [row] = (await items().doc('p').get()).data;
  expect(row).toEqual({
    _id: 'p',
    l: [
      { k: 1, done: false },
      { k: 2, done: true },
    ],
  });
});
