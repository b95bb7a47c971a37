import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from './data-folder-error';

interface Owner {
  readonly pid: number;
  /** When the process was started, where the system tells; a pid alone is used again. */
  readonly startedAt: string | undefined;
}

/** Claims the folder for this process; the result gives it back. Throws DataFolderError. */
export function claimFolder(dataDir: string): () => void {
  const file = join(dataDir, 'owner.json');
  const owner = readOwner(file);
  if (owner !== undefined && isAlive(owner)) {
    throw new DataFolderError(
      `The data folder ${dataDir} is in use by process ${owner.pid}. Stop that process or choose another folder.`,
    );
  }
  const self: Owner = { pid: process.pid, startedAt: startOf(process.pid) };
  writeFileSync(file, JSON.stringify(self));
  return () => rmSync(file, { force: true });
}

/** An unreadable note is that of a process that died while writing it. */
function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startedAt === startOf(pid);
}

/**
 * Undefined where the system does not tell, and 'ended' for a process that was killed and that
 * its parent has not noticed yet. From /proc/PID/stat, where the second field, a name in
 * brackets, may contain blanks; the state is the third and the start the 22nd.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}
