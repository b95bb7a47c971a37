import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { DataFolderError } from '../engine/data-folder-error';
import { writeFileDurably } from '../files/durable-write';

/** What the stand-in remembers over a restart, one JSON record a line; without a file, nothing. */
export class StateLog<T> {
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** All of the records or none: what a full disk has cut off is taken away again, and its error thrown. */
  append(...records: readonly T[]): void {
    if (this.#file === undefined) return;
    const before = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    try {
      appendFileSync(this.#file, linesOf(records));
    } catch (error) {
      if (existsSync(this.#file)) truncateSync(this.#file, before);
      throw error;
    }
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
    writeFileDurably(this.#file, Buffer.from(linesOf(records)));
  }
}

function linesOf(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
