import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths below `folder`, with '/', whose path there matches. Sorted. */
export function filesUnder(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file) && statSync(join(folder, file)).isFile())
    .sort();
}

/**
 * Makes `folder` hold exactly these files. Files that are the same already are left alone, so that
 * whoever watches the folder sees only what changed, and never an empty one.
 */
export function syncFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  const before = new Set(filesUnder(folder, /(?:)/u));
  for (const [file, content] of files) {
    const path = join(folder, file);
    const bytes = Buffer.from(content);
    if (before.has(file) && readFileSync(path).equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  for (const file of before) if (!files.has(file)) rmSync(join(folder, file));
}
