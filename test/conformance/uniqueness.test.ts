import { CODED, IS_REAL_CLOUD, ITEMS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const coded = () => cloud.db.collection(CODED);

/** Some environments answer with the general code and E11000 in the message. */
async function isDuplicate(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => false,
    (error: unknown) => {
      const { code, message } = error as { code: string; message: string };
      return code === 'DATABASE_DUPLICATE_WRITE' || (IS_REAL_CLOUD && message.includes('E11000'));
    },
  );
}

test('an _id is given once', async () => {
  const items = cloud.db.collection(ITEMS);
  await items.add({ _id: 'a', n: 1 });
  expect(await isDuplicate(items.add({ _id: 'a', n: 2 }))).toBe(true);
  expect((await items.doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
});

test('a unique index refuses a second document with the same fields, however it comes', async () => {
  await coded().add([
    { _id: 'a', code: 1, branch: 'x' },
    { _id: 'b', code: 2, branch: 'x' },
  ]);
  expect(await isDuplicate(coded().add({ code: 1, branch: 'x' }))).toBe(true);
  expect(await isDuplicate(coded().doc('b').update({ code: 1 }))).toBe(true);
  expect(await isDuplicate(coded().doc('c').set({ code: 2, branch: 'x' }))).toBe(true);
  expect(await refusalOf(coded().add({ code: 1, branch: 'y' }))).toBe('accepted');
  expect(await refusalOf(coded().doc('b').update({ branch: 'z' }))).toBe('accepted');
  expect(await refusalOf(coded().doc('a').update({ note: 'same key' }))).toBe('accepted');
});

test('a missing field counts as null', async () => {
  await coded().add({ _id: 'a' });
  expect(await isDuplicate(coded().add({ _id: 'b' }))).toBe(true);
  expect(await isDuplicate(coded().add({ _id: 'b', code: null, branch: null }))).toBe(true);
});

test('a key is free again after removal and after a change', async () => {
  await coded().add([
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
  ]);
  await coded().doc('a').remove();
  await coded().doc('b').update({ code: 3 });
  expect(await refusalOf(coded().add([{ code: 1 }, { code: 2 }]))).toBe('accepted');
});

test('of several documents those before the refused one stay', async () => {
  await coded().add({ _id: 'taken', code: 2 });
  const several = [
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
    { _id: 'c', code: 3 },
  ];
  expect(await isDuplicate(coded().add(several))).toBe(true);
  const { data } = await coded().orderBy('code', 'asc').get();
  expect(data.map((row) => row['_id'])).toEqual(['a', 'taken']);
});

test('of many that add the same key at once exactly one succeeds', async () => {
  const refusals = await Promise.all(
    Array.from({ length: 16 }, (_, n) => isDuplicate(coded().add({ code: 7, n }))),
  );
  expect(refusals.filter((refused) => !refused)).toHaveLength(1);
});
