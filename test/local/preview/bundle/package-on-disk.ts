import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface PackageOnDisk {
  readonly appDir: string;
  /** Writes or replaces files; each write is newer than the one before, however fast. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
}

let writes = 0;

/** A built mini program in a temporary folder: an app with one empty page unless files say more. */
export function aPackage(files: Readonly<Record<string, string>> = {}): PackageOnDisk {
  const appDir = mkdtempSync(path.join(tmpdir(), 'preview-package-'));
  const write: PackageOnDisk['write'] = (given) => {
    writes += 1;
    for (const [name, content] of Object.entries(given)) {
      const file = path.join(appDir, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      utimesSync(file, 1_700_000_000 + writes, 1_700_000_000 + writes);
    }
  };
  write({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'app.js': 'App({});',
    'pages/a/a.json': '{}',
    'pages/a/a.js': 'Page({});',
    'pages/a/a.wxml': '<view>A</view>',
    ...files,
  });
  return { appDir, write };
}
