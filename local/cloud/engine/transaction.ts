import { applyChange, type Change, lockKeys, placeChange, type PlacedChange } from './change';
import type { Collection } from './collection';
import { transactionConflict } from './database-error';
import type { Locks } from './locks';

type Collections = ReadonlyMap<string, Collection>;

/**
 * Snapshot isolation: reads see the moment of the first operation plus its own writes; the first
 * of two writers to a document wins and the other gets DATABASE_TRANSACTION_CONFLICT. Two that
 * read what the other writes both succeed (write skew), as in production.
 */
export class Transaction {
  readonly id: string;
  readonly #committed: Collections;
  readonly #locks: Locks;
  #snapshot: Map<string, Collection> | undefined;
  readonly #writes = new Map<string, PlacedChange>();

  constructor(id: string, committed: Collections, locks: Locks) {
    this.id = id;
    this.#committed = committed;
    this.#locks = locks;
  }

  /** The collections as this transaction sees them; the snapshot is taken by the first call. */
  get collections(): Collections {
    this.#snapshot ??= new Map(
      [...this.#committed].map(([name, collection]) => [name, collection.clone()]),
    );
    return this.#snapshot;
  }

  /** The last state of each document that was written, to be committed together. */
  get writes(): readonly PlacedChange[] {
    return [...this.#writes.values()];
  }

  /** Throws DATABASE_TRANSACTION_CONFLICT or DATABASE_DUPLICATE_WRITE; the caller then aborts. */
  write(view: Collection, changes: readonly Change[]): void {
    for (const change of changes) {
      this.#claim(view, change);
      const placed = placeChange(view, change);
      applyChange(view, placed);
      const key = `${view.name}\n${placed.sequence}`;
      const first = this.#writes.get(key);
      this.#writes.set(key, first === undefined ? placed : { ...placed, before: first.before });
    }
  }

  #claim(view: Collection, change: Change): void {
    const current = this.#committed.get(view.name);
    if (current === undefined) throw transactionConflict();
    const { before, after } = change;
    const isStale =
      before !== undefined &&
      !this.#wrote(view, before.sequence) &&
      current.at(before.sequence) !== before;
    if (isStale || !this.#locks.take(lockKeys(view, change), this.id)) throw transactionConflict();
    if (after === undefined) return;
    for (const index of current.indexes) {
      const other = index.findConflict(after, before?.sequence ?? -1)?.other;
      if (other === undefined || this.#wrote(view, other.sequence)) continue;
      if (view.at(other.sequence) !== other) throw transactionConflict();
    }
  }

  #wrote(view: Collection, sequence: number): boolean {
    return this.#writes.has(`${view.name}\n${sequence}`);
  }
}
