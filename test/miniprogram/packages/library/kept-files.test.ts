import {
  dropOthers,
  keepFile,
  keptFile,
  keptFiles,
  touchFile,
} from '../../../../miniprogram/packages/library/kept-files';
import { addToWx, holdFakePhone } from '../../fake-phone';

const MEGABYTE = 1024 * 1024;
/** Paths of the files that the phone has. */
let files: Set<string>;

beforeEach(() => {
  holdFakePhone();
  files = new Set();
  const manager = {
    saveFile: ({ filePath, success }: { filePath: string; success: () => void }) => {
      files.add(filePath);
      success();
    },
    unlink: ({ filePath, complete }: { filePath: string; complete: () => void }) => {
      files.delete(filePath);
      complete();
    },
  };
  addToWx({
    env: { USER_DATA_PATH: 'files' },
    getFileSystemManager: () => manager,
  });
});

const keep = (versionId: string, bytes = MEGABYTE, documentId = 'document') =>
  keepFile({ versionId, documentId, type: 'pdf', bytes }, 'temp');
const ids = () => keptFiles().map(({ versionId }) => versionId);

test('a file that was opened stays, once however often it is kept', async () => {
  await keep('a');
  await keep('a');
  expect([ids(), [...files]]).toEqual([['a'], ['files/library-a.pdf']]);
  expect(keptFile('a')?.path).toBe('files/library-a.pdf');
});

test('beyond twenty files the one that was used longest ago goes', async () => {
  jest.useFakeTimers();
  for (let at = 1; at <= 20; at += 1) {
    jest.advanceTimersByTime(1000);
    await keep(`v${at}`);
  }
  jest.advanceTimersByTime(1000);
  touchFile('v1');
  jest.advanceTimersByTime(1000);
  await keep('v21');
  jest.useRealTimers();
  expect(keptFile('v1')).toBeDefined();
  expect(keptFile('v2')).toBeUndefined();
  expect([ids().length, files.size]).toEqual([20, 20]);
});

test('beyond sixty megabytes old files go until the new one fits', async () => {
  jest.useFakeTimers();
  for (const id of ['a', 'b', 'c']) {
    jest.advanceTimersByTime(1000);
    await keep(id, 20 * MEGABYTE);
  }
  jest.advanceTimersByTime(1000);
  await keep('d', 15 * MEGABYTE);
  jest.useRealTimers();
  expect(ids().sort()).toEqual(['b', 'c', 'd']);
  expect(files.has('files/library-a.pdf')).toBe(false);
});

test('what was replaced goes from the phone, what is read stays, and other documents are left alone', async () => {
  await keep('old');
  await keep('new');
  await keep('other', MEGABYTE, 'another');
  await dropOthers('document', ['new']);
  expect(ids().sort()).toEqual(['new', 'other']);
  expect(files.has('files/library-old.pdf')).toBe(false);
  await dropOthers('document', []);
  expect(ids()).toEqual(['other']);
});
