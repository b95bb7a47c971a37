import {
  closeSync,
  cpSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Binary, ObjectId } from 'bson';
import { DataFolderError } from '../../../../local/cloud/engine/data-folder-error';
import { openEngine } from '../../../../local/cloud/engine/open-engine';
import { isSoak } from '../../../long-by-nature';
import { aFolder, anEngine, find, insert, PEOPLE, remove, update } from './an-engine';

const PAGE_BYTES = 4096;
const MANY = isSoak ? 20_000 : 4_000;

async function aFilledFolder(count: number): Promise<string> {
  const dataDir = aFolder();
  const engine = await anEngine({ dataDir });
  await insert(
    engine,
    Array.from({ length: count }, (_, n) => ({ _id: `p${n}`, code: n, crew: n % 5, atMs: n })),
  );
  await engine.close();
  return dataDir;
}

/** A copy of the folder with its data file changed. */
function damagedCopy(dataDir: string, damage: (file: number, bytes: number) => void): string {
  const copy = aFolder();
  cpSync(dataDir, copy, { recursive: true });
  const file = openSync(join(copy, 'data.mdb'), 'r+');
  damage(file, statSync(join(copy, 'data.mdb')).size);
  closeSync(file);
  return copy;
}

test('documents, their order, indexes and every kind of value survive a restart', async () => {
  const dataDir = aFolder();
  const first = await anEngine({ dataDir });
  const values = {
    date: new Date(5),
    id: new ObjectId('65a1b2c3d4e5f60718293a4b'),
    pattern: /x/i,
    big: 2 ** 52 + 1,
    fraction: 0.1,
    none: null,
    list: [1, [2, { k: '😀' }]],
    bytes: new Binary(Buffer.from([1, 2, 3])),
  };
  await insert(first, [
    { _id: 'z', code: 1, ...values },
    { _id: 'b', code: 2 },
    { _id: 'm', code: 3 },
  ]);
  await update(first, { _id: 'b' }, { $set: { crew: 4 } });
  await remove(first, { _id: 'm' });
  const before = find(first, {});
  await first.close();
  const second = await anEngine({ dataDir });
  expect(find(second, {})).toEqual(before);
  expect(find(second, {})[0]).toEqual({ _id: 'z', code: 1, ...values });
  expect(find(second, { crew: 4 })).toEqual([{ _id: 'b', code: 2, crew: 4 }]);
  await expect(insert(second, [{ code: 2 }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  });
  await second.close();
});

test('indexes follow the schema: added, changed, dropped', async () => {
  const dataDir = await aFilledFolder(10);
  const engine = await anEngine({ dataDir });
  const unique = { name: 'crew', fields: [{ name: 'crew', direction: 1 as const }], unique: true };
  await expect(engine.ensureCollection({ name: PEOPLE.name, indexes: [unique] })).rejects.toThrow(
    'E11000',
  );
  const plain = { ...unique, unique: false };
  await engine.ensureCollection({ name: PEOPLE.name, indexes: [plain] });
  expect(engine.collection(PEOPLE.name).schemas).toEqual([plain]);
  await insert(engine, [{ _id: 'twice', code: 1 }]);
  await engine.close();
});

test(`${MANY} documents are there again after a restart`, async () => {
  const dataDir = await aFilledFolder(MANY);
  const engine = await anEngine({ dataDir });
  expect(engine.collection(PEOPLE.name).size).toBe(MANY);
  expect(find(engine, { code: 3_777 })).toEqual([
    { _id: 'p3777', code: 3_777, crew: 2, atMs: 3_777 },
  ]);
  expect(find(engine, { crew: 3, atMs: { $gte: MANY - 10 } })).toHaveLength(2);
  await engine.close();
}, 180_000);

test('a folder in use is refused, and free again after closing', async () => {
  const dataDir = aFolder();
  const engine = await anEngine({ dataDir });
  await expect(anEngine({ dataDir })).rejects.toThrow(/is in use by process \d+/);
  await engine.close();
  await (await anEngine({ dataDir })).close();
});

test('a note left by a process that is gone does not stop the start', async () => {
  const dataDir = await aFilledFolder(3);
  writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, startedAt: '1' }));
  await (await anEngine({ dataDir })).close();
  writeFileSync(join(dataDir, 'owner.json'), '{"pid":');
  await (await anEngine({ dataDir })).close();
});

test('what is not a folder is refused with a sentence', async () => {
  const file = join(aFolder(), 'file');
  writeFileSync(file, 'text');
  await expect(anEngine({ dataDir: file })).rejects.toThrow(DataFolderError);
  await expect(anEngine({ dataDir: file })).rejects.toThrow(/cannot be used: it is not a folder/);
  await expect(anEngine({ dataDir: join(file, 'below') })).rejects.toThrow(DataFolderError);
});

test('rubbish after the end of the file does not stop the start', async () => {
  const dataDir = await aFilledFolder(500);
  const torn = damagedCopy(
    dataDir,
    (file, bytes) => void writeSync(file, Buffer.alloc(5000, 0xab), 0, 5000, bytes),
  );
  const engine = await anEngine({ dataDir: torn });
  expect(engine.collection(PEOPLE.name).size).toBe(500);
  await engine.close();
});

test('a commit that was cut short is left out, and writing goes on', async () => {
  const dataDir = await aFilledFolder(500);
  const engine = await anEngine({ dataDir });
  await insert(engine, [{ _id: 'before', code: -1 }]);
  const earlier = readFileSync(join(dataDir, 'data.mdb'));
  await insert(engine, [{ _id: 'last', code: -2 }]);
  await engine.close();
  // Its pages are written, but not the two at the beginning that say which commit is the newest.
  const torn = damagedCopy(dataDir, (file) => {
    writeSync(file, earlier, 0, 2 * PAGE_BYTES, 0);
  });
  const reopened = await anEngine({ dataDir: torn });
  expect(find(reopened, { code: { $lt: 0 } })).toEqual([{ _id: 'before', code: -1 }]);
  await insert(reopened, [{ _id: 'next', code: -3 }]);
  await reopened.close();
  const again = await anEngine({ dataDir: torn });
  expect(find(again, { code: { $lt: 0 } }).map((row) => row['_id'])).toEqual(['before', 'next']);
  await again.close();
});

test('a first start that was cut short does not stop the next one', async () => {
  const dataDir = aFolder();
  await (await openEngine({ dataDir, nowMs: () => 0 })).close();
  rmSync(join(dataDir, 'format.json'));
  await (await anEngine({ dataDir })).close();
});

test('a folder of another version is refused', async () => {
  const dataDir = await aFilledFolder(3);
  writeFileSync(join(dataDir, 'format.json'), '{"format":99}');
  await expect(anEngine({ dataDir })).rejects.toThrow(/another version/);
});

test.each<[string, (file: number, bytes: number) => void]>([
  [
    'cut to its half',
    (file, bytes) => {
      ftruncateSync(file, bytes >> 1);
    },
  ],
  [
    'that is empty',
    (file) => {
      ftruncateSync(file, 0);
    },
  ],
  [
    'cut to a few bytes',
    (file) => {
      ftruncateSync(file, 100);
    },
  ],
  [
    'with zeros in the middle',
    (file, bytes) => void writeSync(file, Buffer.alloc(bytes >> 1), 0, bytes >> 1, bytes >> 2),
  ],
  ['overwritten', (file, bytes) => void writeSync(file, Buffer.alloc(bytes, 0xab), 0, bytes, 0)],
  ['with other bytes in one document', (file) => flipBytes(file)],
])(
  'a data file %s is refused with a sentence that names the folder',
  async (_name, damage) => {
    const damaged = damagedCopy(await aFilledFolder(2000), damage);
    const opening = anEngine({ dataDir: damaged });
    await expect(opening).rejects.toThrow(DataFolderError);
    await expect(opening).rejects.toThrow(
      new RegExp(`^The data folder ${damaged} is damaged \\(.+\\)\\.`),
    );
  },
  30_000,
);

/** Changes the text of one document, nothing of the structure. */
function flipBytes(file: number): void {
  const bytes = Buffer.alloc(1 << 20);
  const read = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  const at = read.indexOf('p1234');
  expect(at).toBeGreaterThan(0);
  writeSync(file, Buffer.from('q9999'), 0, 5, at);
}
