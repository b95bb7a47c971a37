import { randomBytes } from 'node:crypto';
import {
  applyChange,
  type Change,
  lockKeys,
  placeChange,
  type PlacedChange,
  undoChanges,
} from './change';
import { Collection } from './collection';
import { collectionExists, collectionMissing, transactionMissing } from './database-error';
import type { Stored } from './document';
import { Locks } from './locks';
import type { CollectionSchema, IndexSchema } from './schema';
import type { Store, StoreWrite } from './store';
import { Transaction } from './transaction';
import { WriteQueue } from './write-queue';

/** Production ends a transaction that is older. */
export const TRANSACTION_LIFETIME_MS = 30_000;

/** What a writer wants: decided at one moment, so nothing can change between looking and writing. */
export interface WritePlan<Result> {
  readonly changes: readonly Change[];
  readonly result: Result;
}

/** All collections of one environment, in memory; committed writes go to the store. */
export class Engine {
  readonly nowMs: () => number;
  readonly #store: Store;
  readonly #transactionLifetimeMs: number;
  readonly #queue: WriteQueue;
  readonly #collections = new Map<string, Collection>();
  readonly #locks = new Locks();
  readonly #transactions = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>();

  constructor(
    store: Store,
    nowMs: () => number,
    log: (line: string) => void,
    transactionLifetimeMs = TRANSACTION_LIFETIME_MS,
  ) {
    this.#transactionLifetimeMs = transactionLifetimeMs;
    this.#store = store;
    this.nowMs = nowMs;
    // A transaction may have read what is undone.
    this.#queue = new WriteQueue({ store, log, onUndone: () => this.#endAll() });
    this.#load();
  }

  #load(): void {
    const byStoreId = new Map<number, Stored[]>();
    for (const { storeId, sequence, document } of this.#store.documents()) {
      const documents = byStoreId.get(storeId);
      if (documents === undefined) byStoreId.set(storeId, [{ sequence, document }]);
      else documents.push({ sequence, document });
    }
    for (const { storeId, schema } of this.#store.collections()) {
      const collection = Collection.empty(schema.name, storeId);
      for (const index of schema.indexes) collection.addIndex(index);
      collection.load(byStoreId.get(storeId) ?? []);
      this.#collections.set(schema.name, collection);
    }
  }

  /** The committed collection, if there is one. */
  findCollection(name: string): Collection | undefined {
    return this.#collections.get(name);
  }

  /** As a transaction sees it, when one is named. Throws DATABASE_COLLECTION_NOT_EXIST. */
  collection(name: string, transactionId?: string): Collection {
    const collections =
      transactionId === undefined
        ? this.#collections
        : this.#transaction(transactionId).collections;
    const collection = collections.get(name);
    if (collection === undefined) throw collectionMissing(name);
    return collection;
  }

  /** Throws DATABASE_COLLECTION_ALREADY_EXIST. */
  async createCollection(name: string): Promise<void> {
    if (this.#collections.has(name)) throw collectionExists(name);
    await this.ensureCollections([{ name, indexes: [] }]);
  }

  /** Creates what is missing; afterwards each named collection has exactly the indexes named here. */
  async ensureCollections(schemas: readonly CollectionSchema[]): Promise<void> {
    const batch: StoreWrite[] = [];
    const created: string[] = [];
    for (const schema of schemas) {
      const known = this.#collections.get(schema.name);
      const collection = known ?? Collection.empty(schema.name, this.#nextStoreId());
      this.#collections.set(schema.name, collection);
      const hasChanged = alignIndexes(collection, schema.indexes);
      if (known !== undefined && !hasChanged) continue;
      if (known === undefined) created.push(schema.name);
      const { name, storeId, schemas: indexes } = collection;
      batch.push({ kind: 'collection', storeId, schema: { name, indexes } });
    }
    // Indexes stay as they are now: each start makes them what the schema says.
    const undo = () => created.forEach((name) => this.#collections.delete(name));
    if (batch.length > 0) await this.#queue.write(batch, undo);
  }

  ensureCollection(schema: CollectionSchema): Promise<void> {
    return this.ensureCollections([schema]);
  }

  /**
   * Runs `plan` on the collection and writes its changes; resolves when they are durable, or, in a
   * transaction, when they are noted. Outside a transaction it waits for documents that one has
   * locked and plans again. When a change is refused (DATABASE_DUPLICATE_WRITE), those before it
   * stay, as in production; in a transaction all of it is aborted. Throws SYS_ERR when the disk
   * takes nothing; then nothing was changed.
   */
  async write<Result>(
    name: string,
    transactionId: string | undefined,
    plan: (collection: Collection) => WritePlan<Result>,
  ): Promise<Result> {
    if (transactionId !== undefined) return this.#writeInside(name, transactionId, plan);
    for (;;) {
      const collection = this.collection(name);
      const { changes, result } = plan(collection);
      const freed = this.#locks.isEmpty
        ? undefined
        : this.#locks.whenFreed(changes.flatMap((change) => lockKeys(collection, change)));
      if (freed === undefined) {
        await this.#writeOutside(collection, changes);
        return result;
      }
      await freed;
    }
  }

  begin(): string {
    const id = randomBytes(16).toString('hex');
    const timer = setTimeout(() => this.#end(id), this.#transactionLifetimeMs);
    timer.unref();
    const transaction = new Transaction(id, this.#collections, this.#locks);
    this.#transactions.set(id, { transaction, timer });
    return id;
  }

  /** Throws DATABASE_TRANSACTION_FAIL when it has ended already, SYS_ERR as `write` does. */
  async commit(transactionId: string): Promise<void> {
    const { writes } = this.#transaction(transactionId);
    for (const write of writes) this.#collections.get(write.collection)?.remove(write.sequence);
    for (const write of writes) {
      const collection = this.#collections.get(write.collection);
      if (collection !== undefined) applyChange(collection, write);
    }
    this.#end(transactionId);
    await this.#persistChanges(writes);
  }

  /** Throws DATABASE_TRANSACTION_FAIL when it has ended already. */
  abort(transactionId: string): void {
    this.#transaction(transactionId);
    this.#end(transactionId);
  }

  async close(): Promise<void> {
    this.#endAll();
    await this.#queue.settled();
    await this.#store.close();
  }

  #transaction(id: string): Transaction {
    const open = this.#transactions.get(id);
    if (open === undefined) throw transactionMissing();
    return open.transaction;
  }

  #end(id: string): void {
    clearTimeout(this.#transactions.get(id)?.timer);
    this.#transactions.delete(id);
    this.#locks.releaseAll(id);
  }

  #endAll(): void {
    for (const id of [...this.#transactions.keys()]) this.#end(id);
  }

  #writeInside<Result>(
    name: string,
    transactionId: string,
    plan: (collection: Collection) => WritePlan<Result>,
  ): Result {
    const view = this.collection(name, transactionId);
    const { changes, result } = plan(view);
    try {
      this.#transaction(transactionId).write(view, changes);
    } catch (error) {
      this.#end(transactionId);
      throw error;
    }
    return result;
  }

  async #writeOutside(collection: Collection, changes: readonly Change[]): Promise<void> {
    const done: PlacedChange[] = [];
    try {
      for (const change of changes) {
        const placed = placeChange(collection, change);
        applyChange(collection, placed);
        done.push(placed);
      }
    } finally {
      await this.#persistChanges(done);
    }
  }

  async #persistChanges(changes: readonly PlacedChange[]): Promise<void> {
    const batch = changes.flatMap((change): StoreWrite[] => {
      const storeId = this.#collections.get(change.collection)?.storeId;
      return storeId === undefined ? [] : [{ kind: 'document', storeId, change }];
    });
    const undo = () => undoChanges(this.#collections, changes);
    if (batch.length > 0) await this.#queue.write(batch, undo);
  }

  #nextStoreId(): number {
    return Math.max(0, ...[...this.#collections.values()].map(({ storeId }) => storeId)) + 1;
  }
}

/** True when an index was added or dropped. */
function alignIndexes(collection: Collection, wanted: readonly IndexSchema[]): boolean {
  const present = collection.schemas;
  const gone = present.filter((index) => !wanted.some((other) => isSameIndex(index, other)));
  const missing = wanted.filter((index) => !present.some((other) => isSameIndex(index, other)));
  for (const index of gone) collection.dropIndex(index.name);
  for (const index of missing) collection.addIndex(index);
  return gone.length + missing.length > 0;
}

function isSameIndex(left: IndexSchema, right: IndexSchema): boolean {
  const plain = ({ name, fields, unique }: IndexSchema) =>
    JSON.stringify([name, fields.map((field) => [field.name, field.direction]), unique === true]);
  return plain(left) === plain(right);
}
