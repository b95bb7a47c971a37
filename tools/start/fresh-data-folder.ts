import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from '../../local/cloud/engine/data-folder-error';
import { claimFolder } from '../../local/cloud/engine/folder-owner';

/**
 * Empties a data folder. One that no local cloud made is left alone, so that a slip of the pen in
 * `--data` deletes nobody's documents.
 * @throws DataFolderError when it is such a folder, or in use
 */
export function emptyDataFolder(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const entries = readdirSync(dataDir);
  if (entries.length === 0) return;
  if (!entries.includes('data.mdb')) {
    throw new DataFolderError(
      `The folder ${dataDir} holds other things than the data of the local cloud; nothing was deleted.`,
    );
  }
  const release = claimFolder(dataDir);
  for (const entry of entries) rmSync(join(dataDir, entry), { recursive: true, force: true });
  release();
}
