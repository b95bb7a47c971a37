import { ITEMS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);

test('a document is added, read, changed and removed', async () => {
  expect((await items().add({ _id: 'a', title: 'one', n: 1 })).id).toBe('a');
  expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', title: 'one', n: 1 }]);
  expect((await items().doc('a').update({ title: 'two' })).updated).toBe(1);
  expect((await items().doc('a').get()).data).toEqual([{ _id: 'a', title: 'two', n: 1 }]);
  expect((await items().doc('a').remove()).deleted).toBe(1);
  expect((await items().doc('a').get()).data).toEqual([]);
});

test('a document without _id gets a text of hex digits', async () => {
  const { id } = await items().add({ n: 1 });
  expect(id).toMatch(/^[0-9a-f]{24,32}$/);
  expect((await items().doc(id).get()).data).toEqual([{ _id: id, n: 1 }]);
});

test('several documents are added at once, and unsorted queries keep that order', async () => {
  const { ids } = await items().add([{ _id: 'z' }, { _id: 'b' }, { _id: 'm' }]);
  expect(ids).toEqual(['z', 'b', 'm']);
  await items().doc('z').update({ touched: true });
  expect((await items().get()).data.map((row) => row['_id'])).toEqual(['z', 'b', 'm']);
});

test('a number is an _id of its own', async () => {
  await items().add([
    { _id: 1, kind: 'number' },
    { _id: '1', kind: 'text' },
  ]);
  expect((await items().doc(1).get()).data).toEqual([{ _id: 1, kind: 'number' }]);
  expect((await items().doc('1').get()).data).toEqual([{ _id: '1', kind: 'text' }]);
});

test('doc().get() of a missing document is an empty array', async () => {
  expect((await items().doc('nobody').get()).data).toEqual([]);
});

test('set() creates, then replaces the whole document', async () => {
  const created = await items().doc('s').set({ a: 1, b: 2 });
  expect([created.updated, created.upsertedId]).toEqual([0, 's']);
  const replaced = await items().doc('s').set({ b: 3 });
  expect(replaced.updated).toBe(1);
  expect((await items().doc('s').get()).data).toEqual([{ _id: 's', b: 3 }]);
});

test('updating or removing what is not there changes nothing', async () => {
  expect((await items().doc('nobody').update({ a: 1 })).updated).toBe(0);
  expect((await items().doc('nobody').remove()).deleted).toBe(0);
  expect((await items().where({ a: 1 }).remove()).deleted).toBe(0);
  expect((await items().count()).total).toBe(0);
});

test('where().update() changes all, or one when told so', async () => {
  await items().add([1, 2, 3].map((n) => ({ n, group: 'g' })));
  const { _ } = cloud;
  expect(
    (
      await items()
        .where({ n: _.gte(2) })
        .update({ seen: true })
    ).updated,
  ).toBe(2);
  const one = items().where({ group: 'g' }).options({ multiple: false });
  expect((await one.update({ first: true })).updated).toBe(1);
  expect((await items().where({ first: true }).get()).data).toMatchObject([{ n: 1 }]);
});

test('updated counts the documents that are different afterwards', async () => {
  await items().add([
    { n: 1, same: true },
    { n: 2, same: false },
  ]);
  expect(
    (
      await items()
        .where({ n: cloud._.gt(0) })
        .update({ same: true })
    ).updated,
  ).toBe(1);
});

test('updateAndReturn() gives the document as it is afterwards, or nothing', async () => {
  await items().add({ _id: 'u', n: 1 });
  const hit = await items()
    .where({ _id: 'u', n: 1 })
    .updateAndReturn({ n: cloud._.inc(4) });
  expect(hit).toMatchObject({ updated: 1, doc: { _id: 'u', n: 5 } });
  const same = await items().where({ _id: 'u' }).updateAndReturn({ n: 5 });
  expect(same).toMatchObject({ updated: 1, doc: { _id: 'u', n: 5 } });
  const miss = await items().where({ _id: 'u', n: 1 }).updateAndReturn({ n: 9 });
  expect(miss).toMatchObject({ updated: 0, doc: null });
});

test('a query gives 100 documents unless it asks for more, and never more than 1000', async () => {
  for (const part of [0, 1, 2]) {
    await items().add(Array.from({ length: 400 }, (_, index) => ({ n: part * 400 + index })));
  }
  expect((await items().get()).data).toHaveLength(100);
  expect((await items().limit(250).get()).data).toHaveLength(250);
  expect((await items().limit(1100).get()).data).toHaveLength(1000);
  expect((await items().count()).total).toBe(1200);
});

test('an update or removal of everything must say so', async () => {
  await items().add({ _id: 'kept' });
  expect(await refusalOf(items().remove())).toBe('INVALID_PARAM');
  expect(await refusalOf(items().where({}).remove())).toBe('INVALID_PARAM');
  expect(await refusalOf(items().where({}).update({ a: 1 }))).toBe('INVALID_PARAM');
  expect((await items().get()).data).toEqual([{ _id: 'kept' }]);
});

test('_id cannot be changed', async () => {
  await items().add({ _id: 'a' });
  expect(await refusalOf(items().doc('a').update({ _id: 'b' }))).toBe('INVALID_PARAM');
  expect(await refusalOf(items().doc('a').set({ _id: 'b' }))).toBe('INVALID_PARAM');
});

test('a collection that does not exist is refused by every call', async () => {
  const missing = cloud.db.collection('conformance_never_created');
  const code = 'DATABASE_COLLECTION_NOT_EXIST';
  expect(await refusalOf(missing.get())).toBe(code);
  expect(await refusalOf(missing.add({ a: 1 }))).toBe(code);
  expect(await refusalOf(missing.doc('a').update({ a: 1 }))).toBe(code);
  expect(await refusalOf(missing.doc('a').remove())).toBe(code);
  expect(await refusalOf(missing.count())).toBe(code);
  expect(await refusalOf(missing.aggregate().match({}).end())).toBe(code);
});

test('a collection is created once', async () => {
  expect(await refusalOf(cloud.db.createCollection(ITEMS))).toBe(
    'DATABASE_COLLECTION_ALREADY_EXIST',
  );
});

test('a document of more than 512 KB is refused', async () => {
  expect(await refusalOf(items().add({ text: 'x'.repeat(500 * 1024) }))).toBe('accepted');
  expect(await refusalOf(items().add({ text: 'x'.repeat(513 * 1024) }))).toBe('INVALID_PARAM');
});
