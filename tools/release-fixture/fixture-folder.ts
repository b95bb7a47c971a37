import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';

/** Packs the files of a folder, each time to the same bytes. */
export function packFolder(folder: string, file: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
  const files = names.map((name) => ({ name, data: readFileSync(join(folder, name)) }));
  const tar = createTar(files, { attrs: { mtime: 0, mode: '644', uid: 0, gid: 0 } });
  writeFileSync(file, gzipSync(tar, { level: 9 }));
}

/** One value of the list a line: shorter than pretty, and a diff can be read. */
export function lineEach(values: readonly unknown[]): string {
  return `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
}
