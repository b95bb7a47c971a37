import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from './durable-write';

/** Where the bytes of the cloud's files live. A path is known to obey `isCloudPath`. */
export interface FileStore {
  write(cloudPath: string, bytes: Uint8Array): void;
  read(cloudPath: string): Buffer | undefined;
  has(cloudPath: string): boolean;
  /** False when there was no such file. */
  remove(cloudPath: string): boolean;
  clear(): void;
}

const MAX_PATH_BYTES = 850;

/**
 * The platform's naming rules: 1 to 850 bytes of UTF-8, no slash at the start, no empty, `.` or
 * `..` segment, no control characters, no backslash.
 */
export function isCloudPath(path: string): boolean {
  if (path === '' || Buffer.byteLength(path) > MAX_PATH_BYTES) return false;
  if (/[\p{Cc}\\]/u.test(path)) return false;
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

export function memoryFileStore(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    write: (cloudPath, bytes) => void files.set(cloudPath, Buffer.from(bytes)),
    read: (cloudPath) => files.get(cloudPath),
    has: (cloudPath) => files.has(cloudPath),
    remove: (cloudPath) => files.delete(cloudPath),
    clear: () => files.clear(),
  };
}

/**
 * Files in one folder, each under the hash of its path: whatever a path says, it cannot leave the
 * folder, and it is never too long for the disk. A write that returned survives a power cut.
 */
export function diskFileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true });
  const fileOf = (cloudPath: string): string =>
    join(folder, createHash('sha256').update(cloudPath).digest('hex'));
  const has = (cloudPath: string): boolean => existsSync(fileOf(cloudPath));
  return {
    write: (cloudPath, bytes) => writeFileDurably(fileOf(cloudPath), bytes),
    read: (cloudPath) => (has(cloudPath) ? readFileSync(fileOf(cloudPath)) : undefined),
    has,
    remove: (cloudPath) => {
      if (!has(cloudPath)) return false;
      rmSync(fileOf(cloudPath));
      return true;
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    },
  };
}
