import { TRANSACTION_LIFETIME_MS } from '../../../../local/cloud/engine/engine';
import { anEngine, find, insert, refusalOf, remove, update } from './an-engine';

afterEach(() => jest.useRealTimers());

test('a transaction ends by itself after 30 seconds, and who waited for it goes on', async () => {
  jest.useFakeTimers();
  const engine = await anEngine();
  await insert(engine, [{ _id: 'a', code: 1 }]);
  const transaction = engine.begin();
  await update(engine, { _id: 'a' }, { $set: { code: 2 } }, transaction);
  const outside = update(engine, { _id: 'a' }, { $inc: { code: 10 } });
  jest.advanceTimersByTime(TRANSACTION_LIFETIME_MS);
  await outside;
  expect(find(engine, {})).toEqual([{ _id: 'a', code: 11 }]);
  expect(await refusalOf(engine.commit(transaction))).toBe('DATABASE_TRANSACTION_FAIL');
});

test('a cloud in which time passes in days can end them sooner', async () => {
  jest.useFakeTimers();
  const engine = await anEngine({ transactionLifetimeMs: 100 });
  const [before, after] = [engine.begin(), engine.begin()];
  jest.advanceTimersByTime(99);
  await engine.commit(before);
  jest.advanceTimersByTime(1);
  expect(await refusalOf(engine.commit(after))).toBe('DATABASE_TRANSACTION_FAIL');
});

test('a refused write ends the transaction and frees what it had locked', async () => {
  const engine = await anEngine();
  await insert(engine, [
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
  ]);
  const transaction = engine.begin();
  await update(engine, { _id: 'a' }, { $set: { note: 'x' } }, transaction);
  const refusal = await refusalOf(update(engine, { _id: 'b' }, { $set: { code: 1 } }, transaction));
  expect(refusal).toBe('DATABASE_DUPLICATE_WRITE');
  await update(engine, { _id: 'a' }, { $set: { note: 'y' } });
  expect(find(engine, { _id: 'a' })).toEqual([{ _id: 'a', code: 1, note: 'y' }]);
});

test('unique keys can change hands inside a transaction', async () => {
  const engine = await anEngine();
  await insert(engine, [
    { _id: 'a', code: 1 },
    { _id: 'b', code: 2 },
  ]);
  const transaction = engine.begin();
  await remove(engine, { _id: 'a' }, transaction);
  await update(engine, { _id: 'b' }, { $set: { code: 1 } }, transaction);
  await insert(engine, [{ _id: 'a', code: 2 }], transaction);
  await engine.commit(transaction);
  expect(find(engine, { code: 1 })).toEqual([{ _id: 'b', code: 1 }]);
  expect(find(engine, { code: 2 })).toEqual([{ _id: 'a', code: 2 }]);
});

test('a unique key that someone took since the snapshot is a conflict', async () => {
  const engine = await anEngine();
  await insert(engine, [{ _id: 'a', code: 1 }]);
  const transaction = engine.begin();
  expect(find(engine, {}, transaction)).toHaveLength(1);
  await update(engine, { _id: 'a' }, { $set: { code: 5 } });
  const refusal = await refusalOf(insert(engine, [{ _id: 'c', code: 5 }], transaction));
  expect(refusal).toBe('DATABASE_TRANSACTION_CONFLICT');
});

test('a write outside waits for a key that a transaction adds, and is then refused', async () => {
  const engine = await anEngine();
  const transaction = engine.begin();
  await insert(engine, [{ _id: 'a', code: 1 }], transaction);
  const outside = refusalOf(insert(engine, [{ _id: 'b', code: 1 }]));
  await engine.commit(transaction);
  expect(await outside).toBe('DATABASE_DUPLICATE_WRITE');
});

test('a document added and removed in one transaction leaves nothing', async () => {
  const engine = await anEngine();
  const transaction = engine.begin();
  await insert(engine, [{ _id: 'a', code: 1 }], transaction);
  await remove(engine, { _id: 'a' }, transaction);
  await engine.commit(transaction);
  expect(find(engine, {})).toEqual([]);
  expect(await refusalOf(insert(engine, [{ _id: 'a', code: 1 }]))).toBe('accepted');
});
