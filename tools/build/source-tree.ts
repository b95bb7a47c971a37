import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { posix } from 'node:path';

/** Where TDesign stands in a package; `tdesign-miniprogram/…` in a json means a path below it. */
export const TDESIGN_HOME = 'miniprogram_npm/tdesign-miniprogram';

/** Sources of the package by their paths in it: ours, and TDesign's at TDESIGN_HOME. */
export interface SourceTree {
  /** Where a file lies on disk. */
  readonly diskPath: (file: string) => string;
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => string;
}

export const TDESIGN_DIST = posix.join(
  posix.dirname(createRequire(import.meta.url).resolve('tdesign-miniprogram/package.json')),
  'miniprogram_dist',
);

/** @param folder of our sources, such as 'miniprogram' */
export function readSourceTree(folder: string): SourceTree {
  const diskPath = (file: string) =>
    isTdesign(file)
      ? posix.join(TDESIGN_DIST, file.slice(TDESIGN_HOME.length))
      : posix.join(folder, file);
  return {
    diskPath,
    has: (file) => existsSync(diskPath(file)),
    read: (file) => readFileSync(diskPath(file), 'utf8'),
  };
}

export function isTdesign(file: string): boolean {
  return file.startsWith(`${TDESIGN_HOME}/`);
}
