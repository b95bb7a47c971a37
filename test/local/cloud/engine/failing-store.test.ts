import { Engine } from '../../../../local/cloud/engine/engine';
import { memoryStore, type Store } from '../../../../local/cloud/engine/store';
import { find, insert, PEOPLE, refusalOf, remove, update } from './an-engine';

/** A store on a disk that can be full, and what it has written. */
function aDisk() {
  const disk = { isFull: false, batches: 0 };
  const store: Store = {
    ...memoryStore,
    write: async () => {
      disk.batches += 1;
      const { isFull } = disk;
      await new Promise((resolve) => setImmediate(resolve));
      if (isFull) throw new Error('ENOSPC: no space left on device');
    },
  };
  return { disk, store };
}

async function anEngineOn(store: Store) {
  const lines: string[] = [];
  const engine = new Engine(
    store,
    () => 0,
    (line) => lines.push(line),
  );
  await engine.ensureCollections([PEOPLE]);
  return { engine, lines };
}

describe('while the disk is full', () => {
  test('a write is refused with a sentence, reading goes on, and so does writing when there is room', async () => {
    const { disk, store } = aDisk();
    const { engine, lines } = await anEngineOn(store);
    await insert(engine, [{ _id: 'a', code: 1 }]);
    disk.isFull = true;
    await expect(insert(engine, [{ _id: 'b', code: 2 }])).rejects.toMatchObject({
      code: 'SYS_ERR',
      message:
        'the data folder cannot be written (ENOSPC: no space left on device); is there room on its disk?',
    });
    expect(await refusalOf(insert(engine, [{ _id: 'c', code: 3 }]))).toBe('SYS_ERR');
    expect(find(engine, {})).toEqual([{ _id: 'a', code: 1 }]);
    disk.isFull = false;
    await insert(engine, [{ _id: 'c', code: 3 }]);
    expect(find(engine, {})).toEqual([
      { _id: 'a', code: 1 },
      { _id: 'c', code: 3 },
    ]);
    expect(lines).toEqual([
      expect.stringContaining('no space left on device'),
      'local cloud: the data folder can be written again',
    ]);
  });

  test('nothing of what was refused stays: inserts, updates and removals that stand on each other', async () => {
    const { disk, store } = aDisk();
    const { engine } = await anEngineOn(store);
    await insert(engine, [
      { _id: 'a', code: 1, crew: 1 },
      { _id: 'b', code: 2, crew: 1 },
    ]);
    disk.isFull = true;
    const refused = await Promise.all(
      [
        update(engine, { crew: 1 }, { $set: { crew: 2 } }),
        remove(engine, { _id: 'a' }),
        insert(engine, [{ _id: 'c', code: 1, crew: 2 }]),
        update(engine, { _id: 'c' }, { $set: { crew: 3 } }),
      ].map(refusalOf),
    );
    expect(refused).toEqual(['SYS_ERR', 'SYS_ERR', 'SYS_ERR', 'SYS_ERR']);
    expect(find(engine, { crew: 1 })).toEqual([
      { _id: 'a', code: 1, crew: 1 },
      { _id: 'b', code: 2, crew: 1 },
    ]);
    expect(find(engine, { code: 1 })).toHaveLength(1);
    expect(find(engine, { crew: { $gt: 1 } })).toEqual([]);
  });

  test('a collection that could not be created is not there', async () => {
    const { disk, store } = aDisk();
    const { engine } = await anEngineOn(store);
    disk.isFull = true;
    expect(await refusalOf(engine.createCollection('later'))).toBe('SYS_ERR');
    disk.isFull = false;
    await engine.createCollection('later');
  });

  test('a transaction is not committed, and one that is open has ended: it may have read what is gone', async () => {
    const { disk, store } = aDisk();
    const { engine } = await anEngineOn(store);
    await insert(engine, [{ _id: 'a', code: 1 }]);
    disk.isFull = true;
    const committing = engine.begin();
    await update(engine, { _id: 'a' }, { $set: { crew: 5 } }, committing);
    const open = engine.begin();
    find(engine, {}, open);
    expect(await refusalOf(engine.commit(committing))).toBe('SYS_ERR');
    expect(await refusalOf(engine.commit(open))).toBe('DATABASE_TRANSACTION_FAIL');
    disk.isFull = false;
    expect(find(engine, {})).toEqual([{ _id: 'a', code: 1 }]);
    await update(engine, { _id: 'a' }, { $set: { crew: 6 } });
    expect(find(engine, {})).toEqual([{ _id: 'a', code: 1, crew: 6 }]);
  });
});

test('what is written while a batch is on its way goes with the next, together', async () => {
  const { disk, store } = aDisk();
  const { engine } = await anEngineOn(store);
  const before = disk.batches;
  await Promise.all([1, 2, 3, 4, 5].map((code) => insert(engine, [{ code }])));
  expect(disk.batches - before).toBe(2);
});
