import { DatabaseError } from './database-error';
import type { Store, StoreWrite } from './store';

interface Waiting {
  readonly batch: readonly StoreWrite[];
  readonly undo: () => void;
  readonly resolve: () => void;
  readonly reject: (error: DatabaseError) => void;
}

export interface WriteQueueOptions {
  readonly store: Store;
  readonly log: (line: string) => void;
  /** Memory is again what the store holds, after a write that it refused. */
  readonly onUndone: () => void;
}

/**
 * The way from memory to the store: one batch at a time, and what comes meanwhile goes with the
 * next. Memory runs ahead of the store by what waits here, so when the store refuses (no room on the
 * disk), all of that is undone, the newest first, and refused; the next write is tried again.
 */
export class WriteQueue {
  readonly #options: WriteQueueOptions;
  #waiting: Waiting[] = [];
  #work: Promise<void> | undefined;
  #isRefused = false;

  constructor(options: WriteQueueOptions) {
    this.#options = options;
  }

  /** Resolves when the batch is on the disk; rejects with SYS_ERR when it is not, and `undo` was called. */
  write(batch: readonly StoreWrite[], undo: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, undo, resolve, reject });
      this.#work ??= this.#run();
    });
  }

  /** Resolves when nothing waits. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const going = this.#waiting;
      this.#waiting = [];
      try {
        await this.#options.store.write(going.flatMap(({ batch }) => batch));
        this.#noteRoom();
        for (const { resolve } of going) resolve();
      } catch (error) {
        this.#refuse(going, error instanceof Error ? error.message : String(error));
      }
    }
    this.#work = undefined;
  }

  #refuse(going: readonly Waiting[], reason: string): void {
    const lost = [...going, ...this.#waiting];
    this.#waiting = [];
    for (const { undo } of [...lost].reverse()) undo();
    this.#options.onUndone();
    const message = `the data folder cannot be written (${reason}); is there room on its disk?`;
    if (!this.#isRefused) this.#options.log(`local cloud: ${message} Reading goes on.`);
    this.#isRefused = true;
    for (const { reject } of lost) reject(new DatabaseError('SYS_ERR', message));
  }

  #noteRoom(): void {
    if (this.#isRefused) this.#options.log('local cloud: the data folder can be written again');
    this.#isRefused = false;
  }
}
