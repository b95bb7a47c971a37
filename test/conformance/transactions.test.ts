import type { Transaction } from './sdk';
import { CODED, ITEMS, refusalOf, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);
const inside = (transaction: Transaction) => transaction.collection(ITEMS);

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';
const ENDED = 'DATABASE_TRANSACTION_FAIL';

async function balances(): Promise<unknown[]> {
  return (await items().orderBy('_id', 'asc').get()).data.map((row) => row['coins']);
}

beforeEach(async () => {
  await items().add([
    { _id: 'u1', coins: 100 },
    { _id: 'u2', coins: 0 },
  ]);
});

test('both writes of a transaction are there afterwards, and its result is returned', async () => {
  const { _ } = cloud;
  const result = await cloud.db.runTransaction(async (transaction) => {
    const { data } = await inside(transaction).doc('u1').get();
    await inside(transaction)
      .doc('u1')
      .update({ coins: _.inc(-30) });
    await inside(transaction)
      .doc('u2')
      .update({ coins: _.inc(30) });
    return data?.['coins'];
  });
  expect(result).toBe(100);
  expect(await balances()).toEqual([70, 30]);
});

test('nothing is seen outside before the commit, everything inside', async () => {
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).doc('u1').update({ coins: 1 });
  await inside(transaction).add({ _id: 'u3', coins: 5 });
  await inside(transaction).doc('u2').remove();
  expect(await balances()).toEqual([100, 0]);
  expect((await inside(transaction).doc('u1').get()).data).toEqual({ _id: 'u1', coins: 1 });
  const seen = await inside(transaction)
    .where({ coins: cloud._.gt(0) })
    .get();
  expect(seen.data.map((row) => row['_id'])).toEqual(['u1', 'u3']);
  await transaction.commit();
  expect(await balances()).toEqual([1, 5]);
});

test('rollback leaves nothing behind', async () => {
  const reason = { why: 'poor' };
  const run = cloud.db.runTransaction(async (transaction) => {
    await inside(transaction).doc('u1').update({ coins: 0 });
    await inside(transaction).doc('u9').set({ coins: 9 });
    await transaction.rollback(reason);
  });
  await expect(run).rejects.toBe(reason);
  expect(await balances()).toEqual([100, 0]);
});

test('an error in the callback rolls back', async () => {
  const run = cloud.db.runTransaction(async (transaction) => {
    await inside(transaction).doc('u1').update({ coins: 0 });
    throw new Error('changed my mind');
  });
  await expect(run).rejects.toThrow('changed my mind');
  expect(await balances()).toEqual([100, 0]);
});

test('a missing document reads as null inside, as an empty array outside', async () => {
  const transaction = await cloud.db.startTransaction();
  expect((await inside(transaction).doc('nobody').get()).data).toBeNull();
  expect((await items().doc('nobody').get()).data).toEqual([]);
  await transaction.rollback();
});

test('the snapshot is taken at the first operation, not at the start', async () => {
  const transaction = await cloud.db.startTransaction();
  await items().doc('u1').update({ coins: 50 });
  expect((await inside(transaction).doc('u1').get()).data).toMatchObject({ coins: 50 });
  await items().doc('u2').update({ coins: 60 });
  expect((await inside(transaction).doc('u2').get()).data).toMatchObject({ coins: 0 });
  await transaction.rollback();
});

test('of two writers to a document the first wins, the other is refused and ended', async () => {
  const first = await cloud.db.startTransaction();
  const second = await cloud.db.startTransaction();
  await inside(first).doc('u1').update({ coins: 1 });
  await inside(second).doc('u2').get();
  expect(await refusalOf(inside(second).doc('u1').update({ coins: 2 }))).toBe(CONFLICT);
  expect(await refusalOf(second.commit())).toBe(ENDED);
  await first.commit();
  expect(await balances()).toEqual([1, 0]);
});

test('a document that changed since the snapshot cannot be written', async () => {
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).doc('u1').get();
  await items().doc('u1').update({ coins: 99 });
  expect(await refusalOf(inside(transaction).doc('u1').update({ coins: 1 }))).toBe(CONFLICT);
  expect(await balances()).toEqual([99, 0]);
});

test('two transactions cannot add the same _id or the same unique key', async () => {
  const first = await cloud.db.startTransaction();
  const second = await cloud.db.startTransaction();
  await inside(first).add({ _id: 'new' });
  expect(await refusalOf(inside(second).add({ _id: 'new' }))).toBe(CONFLICT);
  const third = await cloud.db.startTransaction();
  await first.collection(CODED).add({ code: 7, branch: 'x' });
  expect(await refusalOf(third.collection(CODED).add({ code: 7, branch: 'x' }))).toBe(CONFLICT);
  await first.commit();
  expect((await cloud.db.collection(CODED).count()).total).toBe(1);
});

test('what exists already is a duplicate inside as well', async () => {
  const transaction = await cloud.db.startTransaction();
  const refusal = await refusalOf(inside(transaction).add({ _id: 'u1' }));
  expect(refusal).toBe('DATABASE_DUPLICATE_WRITE');
});

test('write skew is possible: each writes what the other one only read', async () => {
  const first = await cloud.db.startTransaction();
  const second = await cloud.db.startTransaction();
  await inside(first).doc('u1').get();
  await inside(second).doc('u2').get();
  await inside(first).doc('u2').update({ coins: 1 });
  await inside(second).doc('u1').update({ coins: 2 });
  await first.commit();
  await second.commit();
  expect(await balances()).toEqual([2, 1]);
});

test('a transaction cannot be used after its end', async () => {
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).doc('u1').update({ coins: 1 });
  await transaction.commit();
  expect(await refusalOf(inside(transaction).doc('u1').get())).toBe(ENDED);
  expect(await refusalOf(inside(transaction).doc('u1').update({ coins: 2 }))).toBe(ENDED);
  expect(await refusalOf(transaction.commit())).toBe(ENDED);
  expect(await balances()).toEqual([1, 0]);
});

test('a write outside waits for a document that a transaction has locked', async () => {
  const order: string[] = [];
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).doc('u1').update({ coins: 1 });
  const outside = items()
    .doc('u1')
    .update({ coins: cloud._.inc(10) })
    .then(() => order.push('outside'));
  await items().doc('u2').update({ coins: 7 });
  await transaction.commit().then(() => order.push('commit'));
  await outside;
  expect([...order].sort()).toEqual(['commit', 'outside']);
  expect(await balances()).toEqual([11, 7]);
});

test('set and updateAndReturn belong to the transaction', async () => {
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).doc('u1').set({ coins: 5 });
  const { doc } = await inside(transaction).where({ _id: 'u2' }).updateAndReturn({ coins: 6 });
  expect(doc).toEqual({ _id: 'u2', coins: 6 });
  await transaction.rollback();
  expect(await balances()).toEqual([100, 0]);
});

test('trap: where().update, count and aggregate act outside the transaction', async () => {
  const transaction = await cloud.db.startTransaction();
  await inside(transaction).add({ _id: 'u3', coins: 5 });
  expect((await inside(transaction).count()).total).toBe(2);
  expect((await inside(transaction).aggregate().match({}).end()).data).toHaveLength(2);
  await inside(transaction).where({ _id: 'u2' }).update({ coins: 8 });
  await transaction.rollback();
  expect(await balances()).toEqual([100, 8]);
});

test('runTransaction runs again after a conflict, and no increment is lost', async () => {
  const increment = (): Promise<string> =>
    refusalOf(
      cloud.db.runTransaction(async (transaction) => {
        const { data } = await inside(transaction).doc('u2').get();
        await inside(transaction)
          .doc('u2')
          .update({ coins: Number(data?.['coins']) + 1 });
      }, 10),
    );
  const results = await Promise.all(Array.from({ length: 8 }, increment));
  const accepted = results.filter((result) => result === 'accepted').length;
  expect(accepted).toBeGreaterThan(0);
  expect(results.every((result) => result === 'accepted' || result === CONFLICT)).toBe(true);
  expect(await balances()).toEqual([100, accepted]);
});
