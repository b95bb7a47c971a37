import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderError } from './data-folder-error';
import { claimFolder } from './folder-owner';
import { openLmdbStore } from './lmdb-store';
import type { Store } from './store';

const DATA_FILE = 'data.mdb';

/** Written when the folder is ready for use. */
const FORMAT_FILE = 'format.json';

/** Changes when records written by an older version can no longer be read. */
const FORMAT = 1;

/**
 * Opens the folder, creating it when missing. Throws DataFolderError when it cannot be used: no
 * folder, no permission, in use, damaged, or written by another version. A commit that was cut
 * short is not damage: lmdb leaves it out, and nobody was told that it had succeeded.
 */
export async function openDataFolder(dataDir: string): Promise<Store> {
  prepareFolder(dataDir);
  const release = claimFolder(dataDir);
  try {
    const isComplete = readFormat(dataDir);
    if (isComplete || existsSync(join(dataDir, DATA_FILE))) await refuseDamage(dataDir, isComplete);
    const store = openLmdbStore(dataDir);
    if (!isComplete) {
      await store.write([]);
      writeFileSync(join(dataDir, FORMAT_FILE), JSON.stringify({ format: FORMAT }));
    }
    const close = async () => {
      await store.close();
      release();
    };
    return { ...store, close };
  } catch (error) {
    release();
    throw error;
  }
}

/** False when the first start in this folder was cut short, or there was none. */
function readFormat(dataDir: string): boolean {
  const file = join(dataDir, FORMAT_FILE);
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  if (text === '') return false;
  if (text === JSON.stringify({ format: FORMAT })) return true;
  throw new DataFolderError(
    `The data folder ${dataDir} was written by another version (${text}; this one reads format ${FORMAT}).`,
  );
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (!statSync(dataDir).isDirectory()) throw new Error('it is not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const file = join(dataDir, DATA_FILE);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is not a folder' : message;
    throw new DataFolderError(`The data folder ${dataDir} cannot be used: ${reason}.`);
  }
}

async function refuseDamage(dataDir: string, isComplete: boolean): Promise<void> {
  const problem = await probe(dataDir, isComplete);
  if (problem === undefined) return;
  throw new DataFolderError(
    `The data folder ${dataDir} is damaged (${problem}). Restore a copy, or start with a fresh folder.`,
  );
}

/** What is wrong with the folder; undefined when it is sound. */
function probe(dataDir: string, isComplete: boolean): Promise<string | undefined> {
  const script = fileURLToPath(new URL('./probe-data-folder.mjs', import.meta.url));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, dataDir, isComplete ? 'complete' : 'unfinished'],
      (error, stdout) => {
        if (error === null) resolve(undefined);
        else resolve(stdout === '' ? 'it cannot be read' : stdout);
      },
    );
  });
}
