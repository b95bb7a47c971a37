import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderError } from './data-folder-error';
import { claimFolder } from './folder-owner';
import { openLmdbStore, type Snapshot } from './lmdb-store';
import type { Store } from './store';

/**
 * Opens the folder, creating it when missing. Throws DataFolderError when it cannot be used: no
 * folder, no permission, in use, damaged, or written by another version. A torn last commit is
 * not damage: the one before it is opened, and the log says so.
 */
export async function openDataFolder(dataDir: string, log: (line: string) => void): Promise<Store> {
  prepareFolder(dataDir);
  const release = claimFolder(dataDir);
  try {
    const snapshot = existsSync(join(dataDir, 'data.mdb'))
      ? await soundSnapshot(dataDir, log)
      : 'newest';
    const store = openLmdbStore(dataDir, snapshot);
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

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!statSync(dataDir).isDirectory()) throw new Error('it is not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const file = join(dataDir, 'data.mdb');
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is not a folder' : message;
    throw new DataFolderError(`The data folder ${dataDir} cannot be used: ${reason}.`);
  }
}

async function soundSnapshot(dataDir: string, log: (line: string) => void): Promise<Snapshot> {
  const problem = await probe(dataDir, 'newest');
  if (problem === undefined) return 'newest';
  if ((await probe(dataDir, 'previous')) === undefined) {
    log(
      `local cloud: the last commit in ${dataDir} is torn (${problem}); continuing from the one before it`,
    );
    return 'previous';
  }
  throw new DataFolderError(
    `The data folder ${dataDir} is damaged (${problem}). Restore a copy, or start with a fresh folder.`,
  );
}

/** What is wrong with the folder; undefined when it is sound. */
function probe(dataDir: string, snapshot: Snapshot): Promise<string | undefined> {
  const script = fileURLToPath(new URL('./probe-data-folder.mjs', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, dataDir, snapshot], (error, stdout) => {
      if (error === null) resolve(undefined);
      else resolve(stdout === '' ? 'it cannot be read' : stdout);
    });
  });
}
