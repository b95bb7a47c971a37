import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What is built from: sources, and what builds them. */
const SOURCES = [
  'cloudfunctions',
  'contract',
  'domain',
  'local',
  'miniprogram',
  'tools',
  'package.json',
  'package-lock.json',
  'project.config.json',
];
/** Below the folder of what is built. */
const BUILT = ['cloudfunctions', 'miniprogram', 'preview'];
const RECORD = 'built-by-start.json';

export interface BuildPlaces {
  readonly root: string;
  readonly dist: string;
}

/**
 * Builds unless neither a source nor what the last such build made has been written since, also by
 * another command that builds. Whether it built.
 */
export async function buildIfChanged(
  { root, dist }: BuildPlaces,
  build: () => Promise<void>,
): Promise<boolean> {
  const record = join(dist, RECORD);
  const sources = stateOf(root, SOURCES);
  if (readIfThere(record) === recordOf(sources, stateOf(dist, BUILT))) return false;
  rmSync(record, { force: true });
  await build();
  mkdirSync(dist, { recursive: true });
  // What was saved while it built is not in it: the state of the sources is that of before.
  writeFileSync(record, recordOf(sources, stateOf(dist, BUILT)));
  return true;
}

function recordOf(sources: string, built: string): string {
  return JSON.stringify({ sources, built });
}

/** Changes when a file comes, goes or is written. */
function stateOf(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesBelow(folder, name)).sort()) {
    const { size, mtimeMs } = statSync(join(folder, file));
    hash.update(`${file}\n${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(folder: string, name: string): string[] {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [name];
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
