import fc from 'fast-check';
import fs, { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  diskFileStore,
  isCloudPath,
  memoryFileStore,
} from '../../../../local/cloud/files/file-store';

describe.each([
  ['in memory', () => memoryFileStore()],
  ['on disk', () => diskFileStore(mkdtempSync(join(tmpdir(), 'files-')))],
])('files %s', (_, open) => {
  it('are kept, replaced, removed and cleared', () => {
    const store = open();
    store.write('a/b.txt', Buffer.from('one'));
    store.write('a/b.txt', Buffer.from('two'));
    expect(store.read('a/b.txt')?.toString()).toBe('two');
    expect(store.has('a')).toBe(false);
    expect(store.remove('a/b.txt')).toBe(true);
    expect(store.remove('a/b.txt')).toBe(false);
    store.write('c.txt', Buffer.from('three'));
    store.clear();
    expect(store.read('c.txt')).toBeUndefined();
  });
});

it('on disk are found again, and none is left half written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  diskFileStore(folder).write('学习/a.txt', Buffer.from('text'));
  expect(diskFileStore(folder).read('学习/a.txt')?.toString()).toBe('text');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('no path that is allowed leaves its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', '\\', '\0', '学') }), (path) => {
      fc.pre(isCloudPath(path));
      const folder = '/root/of/files';
      expect(join(folder, path).startsWith(`${folder}/`)).toBe(true);
      expect(join(folder, path)).toBe(`${folder}/${path}`);
    }),
  );
});

it('on disk stay as they were when there is no room for new bytes, and nothing is left of those', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  const store = diskFileStore(folder);
  store.write('a.txt', Buffer.from('one'));
  jest.spyOn(fs, 'fsyncSync').mockImplementationOnce(() => {
    throw new Error('ENOSPC: no space left on device');
  });
  expect(() => store.write('a.txt', Buffer.from('two'))).toThrow('ENOSPC');
  expect(store.read('a.txt')?.toString()).toBe('one');
  expect(readdirSync(folder)).toHaveLength(1);
});
