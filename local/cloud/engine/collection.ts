import { BTree } from './btree';
import { candidatesFor } from './index-plan';
import type { Stored } from './document';
import type { IndexSchema } from './schema';
import { SortedIndex } from './sorted-index';

const ID_INDEX: IndexSchema = {
  name: '_id_',
  fields: [{ name: '_id', direction: 1 }],
  unique: true,
};

/** Documents of one name in insertion order, with their indexes. `clone()` is a free snapshot. */
export class Collection {
  readonly name: string;
  /** Names the documents in the data folder, so that a collection can be recreated. */
  readonly storeId: number;
  readonly #idIndex: SortedIndex;
  readonly #indexes: SortedIndex[];
  readonly #bySequence: BTree<number, Stored>;
  /** Shared by all clones: a place in insertion order is given out once. */
  readonly #counter: { next: number };

  private constructor(
    name: string,
    storeId: number,
    parts: {
      indexes: SortedIndex[];
      bySequence: BTree<number, Stored>;
      counter: { next: number };
    },
  ) {
    this.name = name;
    this.storeId = storeId;
    this.#indexes = parts.indexes;
    this.#idIndex = parts.indexes[0] as SortedIndex;
    this.#bySequence = parts.bySequence;
    this.#counter = parts.counter;
  }

  static empty(name: string, storeId: number): Collection {
    const bySequence = new BTree<number, Stored>();
    return new Collection(name, storeId, {
      indexes: [new SortedIndex(ID_INDEX)],
      bySequence,
      counter: { next: 1 },
    });
  }

  clone(): Collection {
    return new Collection(this.name, this.storeId, {
      indexes: this.#indexes.map((index) => index.clone()),
      bySequence: this.#bySequence.clone(),
      counter: this.#counter,
    });
  }

  get size(): number {
    return this.#bySequence.size;
  }

  /** The indexes of the schema, without that of `_id`. */
  get schemas(): IndexSchema[] {
    return this.#indexes.slice(1).map((index) => index.schema);
  }

  get indexes(): readonly SortedIndex[] {
    return this.#indexes;
  }

  takeSequence(): number {
    const sequence = this.#counter.next;
    this.#counter.next += 1;
    return sequence;
  }

  get(id: unknown): Stored | undefined {
    for (const stored of this.#idIndex.scan([id])) return stored;
    return undefined;
  }

  at(sequence: number): Stored | undefined {
    return this.#bySequence.get(sequence);
  }

  /** All documents, in insertion order. */
  all(): IterableIterator<Stored> {
    return this.#bySequence.values();
  }

  /** In insertion order, every document that can match the query, and perhaps some that do not. */
  candidates(query: Readonly<Record<string, unknown>>): Iterable<Stored> {
    return candidatesFor(query, this.#indexes) ?? this.all();
  }

  /** Adds or replaces; throws DATABASE_DUPLICATE_WRITE and changes nothing when a key is taken. */
  put(stored: Stored): void {
    const { document, sequence } = stored;
    for (const index of this.#indexes) index.refuseConflict(this.name, document, sequence);
    this.remove(sequence);
    for (const index of this.#indexes) index.add(stored);
    this.#bySequence.set(sequence, stored);
    this.#counter.next = Math.max(this.#counter.next, sequence + 1);
  }

  /** Fills an empty collection with documents that are known to fit, in insertion order. */
  load(documents: readonly Stored[]): void {
    for (const index of this.#indexes) index.addAll(documents);
    for (const stored of documents) this.#bySequence.set(stored.sequence, stored);
    this.#counter.next = (documents.at(-1)?.sequence ?? 0) + 1;
  }

  remove(sequence: number): void {
    const stored = this.#bySequence.get(sequence);
    if (stored === undefined) return;
    for (const index of this.#indexes) index.remove(stored);
    this.#bySequence.delete(sequence);
  }

  /** Throws DATABASE_DUPLICATE_WRITE when the documents do not fit a unique index. */
  addIndex(schema: IndexSchema): void {
    const index = new SortedIndex(schema);
    for (const stored of this.all()) {
      index.refuseConflict(this.name, stored.document, stored.sequence);
      index.add(stored);
    }
    this.#indexes.push(index);
  }

  dropIndex(name: string): void {
    const at = this.#indexes.findIndex((index) => index.schema.name === name);
    if (at > 0) this.#indexes.splice(at, 1);
  }
}
