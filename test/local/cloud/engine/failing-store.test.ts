import { Engine } from '../../../../local/cloud/engine/engine';
import { memoryStore, type Store } from '../../../../local/cloud/engine/store';
import { find, insert, PEOPLE, refusalOf } from './an-engine';

test('after a write that the disk refused nothing more is acknowledged', async () => {
  let isFull = false;
  const store: Store = {
    ...memoryStore,
    write: () => (isFull ? Promise.reject(new Error('no space left')) : Promise.resolve()),
  };
  const lines: string[] = [];
  const engine = new Engine(
    store,
    () => 0,
    (line) => lines.push(line),
  );
  await engine.ensureCollections([PEOPLE]);
  await insert(engine, [{ _id: 'a', code: 1 }]);
  isFull = true;
  expect(await refusalOf(insert(engine, [{ _id: 'b', code: 2 }]))).toBe('SYS_ERR');
  isFull = false;
  expect(await refusalOf(insert(engine, [{ _id: 'c', code: 3 }]))).toBe('SYS_ERR');
  expect(find(engine, { _id: 'c' })).toEqual([]);
  expect(lines).toEqual([expect.stringContaining('no space left')]);
});
