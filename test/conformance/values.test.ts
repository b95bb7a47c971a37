import { ITEMS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);

async function roundTrip(value: unknown): Promise<unknown> {
  await items().doc('v').set({ value });
  return (await items().doc('v').get()).data[0]?.['value'];
}

test.each([
  ['a large integer', 1_767_225_600_123],
  ['a fraction', 0.1],
  ['a negative', -7],
  ['text of every kind', '“学习”\n😀 \\ \u0000'],
  ['empty text', ''],
  ['booleans', [true, false]],
  ['null', null],
  ['empty containers', { a: [], o: {} }],
  ['nested arrays', [[1, [2]], [{ k: [3] }]]],
])('%s comes back as it was', async (_name, value) => {
  expect(await roundTrip(value)).toEqual(value);
});

test('dates come back as dates, to the millisecond', async () => {
  const date = new Date(1_767_225_600_123);
  expect(await roundTrip(date)).toEqual(date);
  expect((await items().where({ value: date }).get()).data).toHaveLength(1);
  expect(
    (
      await items()
        .where({ value: cloud._.lt(date) })
        .get()
    ).data,
  ).toHaveLength(0);
});

test('an ObjectId is found, and comes back as its hex digits', async () => {
  const id = cloud.db.ObjectId({ id: '65a1b2c3d4e5f60718293a4b' });
  expect(await roundTrip(id)).toBe('65a1b2c3d4e5f60718293a4b');
  expect(
    (
      await items()
        .where({ value: cloud._.eq(id) })
        .get()
    ).data,
  ).toHaveLength(1);
});

test('undefined fields are not stored', async () => {
  await items().add({ _id: 'u', a: 1, b: undefined });
  expect((await items().doc('u').get()).data).toEqual([{ _id: 'u', a: 1 }]);
  await items().doc('u').update({ a: undefined, c: 2 });
  expect((await items().doc('u').get()).data).toEqual([{ _id: 'u', a: 1, c: 2 }]);
});

test('serverDate is the time of the server, plus an offset', async () => {
  const before = Date.now();
  await items().add({
    _id: 's',
    now: cloud.db.serverDate(),
    later: cloud.db.serverDate({ offset: 3_600_000 }),
  });
  const [row] = (await items().doc('s').get()).data;
  const now = (row!['now'] as Date).getTime();
  expect(Math.abs(now - before)).toBeLessThan(60_000);
  expect((row!['later'] as Date).getTime() - now).toBe(3_600_000);
  await items().doc('s').update({ later: cloud.db.serverDate() });
  const [updated] = (await items().doc('s').get()).data;
  expect((updated!['later'] as Date).getTime() - before).toBeLessThan(60_000);
});

test('field names that begin with $ are refused', async () => {
  for (const document of [{ $set: 1 }, { deep: { $inc: 1 } }, { list: [{ $a: 1 }] }]) {
    expect(await refusalOf(items().add(document))).toBe('DATABASE_REQUEST_FAILED');
  }
});

test('a dot in a field name of a new document is taken, and is no path', async () => {
  await items().add({ _id: 'dotted', 'a.b': 1, 'end.': 2 });
  expect((await items().doc('dotted').get()).data).toEqual([
    { _id: 'dotted', 'a.b': 1, 'end.': 2 },
  ]);
  expect((await items().where({ 'a.b': 1 }).get()).data).toEqual([]);
});
