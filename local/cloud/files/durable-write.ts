import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Replaces a file so that after a power cut it holds either the old bytes or the new ones: the
 * bytes go to a neighbour, are forced to the disk, and the neighbour takes the name. Only the user
 * of this process can read it.
 */
export function writeFileDurably(file: string, bytes: Uint8Array): void {
  const neighbour = `${file}.${process.pid}.tmp`;
  try {
    const fd = openSync(neighbour, 'w', 0o600);
    try {
      writeFileSync(fd, bytes);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(neighbour, file);
  } catch (error) {
    // A full disk needs what was written in vain.
    rmSync(neighbour, { force: true });
    throw error;
  }
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
