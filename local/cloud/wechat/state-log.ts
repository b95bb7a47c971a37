import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { DataFolderError } from '../engine/data-folder-error';
import { writeFileDurably } from '../files/durable-write';

/** What the stand-in remembers over a restart, one JSON record a line; without a file, nothing. */
export class StateLog<T> {
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  append(record: T): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(record)}\n`);
  }

  /** All records that were written whole; a torn last line is left out. @throws DataFolderError for other damage. */
  read(): T[] {
    if (this.#file === undefined || !existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    lines.pop();
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as T;
      } catch {
        throw new DataFolderError(
          `${this.#file ?? ''} is damaged in line ${index + 1}. Restore a copy, or start with a fresh folder.`,
        );
      }
    });
  }

  /** Starts over with these records only. */
  rewrite(records: readonly T[]): void {
    if (this.#file === undefined) return;
    const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    writeFileDurably(this.#file, Buffer.from(text));
  }
}
