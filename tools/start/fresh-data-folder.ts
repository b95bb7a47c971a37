import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from '../../local/cloud/engine/data-folder-error';
import { claimFolder } from '../../local/cloud/engine/folder-owner';

/** What the local cloud leaves in its folder, also when it is killed in the middle of a write. */
const OWN_FILE =
  /^(?:(?:data|lock)\.mdb|(?:format|owner|clock)\.json|wechat\.jsonl|token)(?:\.\d+\.tmp)?$/u;
const OWN_FOLDER = 'files';
/** Files of the cloud have the hash of their path as name. */
const OWN_UPLOAD = /^[0-9a-f]{64}(?:\.\d+\.tmp)?$/u;

/**
 * Empties a data folder. One that no local cloud made, or in which anything else lies, is left
 * alone, so that a slip of the pen in `--data` deletes nobody's documents.
 * @throws DataFolderError when it is such a folder, or in use
 */
export function emptyDataFolder(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const entries = readdirSync(dataDir);
  if (entries.length === 0) return;
  if (!saysItIsOurs(join(dataDir, 'format.json'))) {
    throw new DataFolderError(
      `The folder ${dataDir} was not made by the local cloud; nothing was deleted. Name another with --data DIR, or delete it yourself.`,
    );
  }
  const stranger = strangerIn(dataDir, entries);
  if (stranger !== undefined) {
    throw new DataFolderError(
      `The folder ${dataDir} holds ${stranger}, which is not of the local cloud; nothing was deleted. Move it away, or name another folder with --data DIR.`,
    );
  }
  const release = claimFolder(dataDir);
  for (const entry of entries) rmSync(join(dataDir, entry), { recursive: true, force: true });
  release();
}

/** Of any version: what is forgotten need not be understood. */
function saysItIsOurs(file: string): boolean {
  try {
    const said = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown };
    return Object.keys(said).join() === 'format' && typeof said.format === 'number';
  } catch {
    return false;
  }
}

/** The first thing in the folder that the local cloud did not put there, by its name. */
function strangerIn(dataDir: string, entries: readonly string[]): string | undefined {
  for (const entry of entries) {
    const kind = lstatSync(join(dataDir, entry));
    if (entry === OWN_FOLDER && kind.isDirectory()) {
      const upload = readdirSync(join(dataDir, entry), { withFileTypes: true }).find(
        (file) => !file.isFile() || !OWN_UPLOAD.test(file.name),
      );
      if (upload !== undefined) return join(entry, upload.name);
    } else if (!kind.isFile() || !OWN_FILE.test(entry)) return entry;
  }
  return undefined;
}
