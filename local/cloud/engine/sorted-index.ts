import { BTree } from './btree';
import { AFTER_ALL, compareLists, typeRank } from './compare';
import { DatabaseError, duplicateKey } from './database-error';
import { type Document, keyText, type Stored, valuesAt } from './document';
import type { IndexSchema } from './schema';

/** One end of a range over the field after the equal ones. */
export interface Bound {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/**
 * The documents of a collection sorted by some fields, then by insertion.
 * NOTE: all fields ascend, whatever their direction: results are sorted afterwards, an index only
 * narrows the search.
 */
export class SortedIndex {
  readonly schema: IndexSchema;
  readonly #paths: readonly (readonly string[])[];
  #tree: BTree<unknown[], Stored>;
  #hasArrays = false;

  constructor(schema: IndexSchema) {
    this.schema = schema;
    this.#paths = schema.fields.map((field) => field.name.split('.'));
    this.#tree = new BTree<unknown[], Stored>(undefined, compareLists);
  }

  /** True once a document had several values for a field: then a range may use one bound only. */
  get hasArrays(): boolean {
    return this.#hasArrays;
  }

  clone(): SortedIndex {
    const copy = new SortedIndex(this.schema);
    copy.#tree = this.#tree.clone();
    copy.#hasArrays = this.#hasArrays;
    return copy;
  }

  add(stored: Stored): void {
    const keys = this.keysOf(stored.document);
    if (keys.length > 1) this.#hasArrays = true;
    for (const key of keys) {
      key.push(stored.sequence);
      this.#tree.set(key, stored);
    }
  }

  /** Fills an empty index: sorting first is half the work of adding one by one. */
  addAll(documents: Iterable<Stored>): void {
    const entries: [unknown[], Stored][] = [];
    for (const stored of documents) {
      const keys = this.keysOf(stored.document);
      if (keys.length > 1) this.#hasArrays = true;
      for (const key of keys) {
        key.push(stored.sequence);
        entries.push([key, stored]);
      }
    }
    entries.sort(([left], [right]) => compareLists(left, right));
    this.#tree.setPairs(entries);
  }

  remove(stored: Stored): void {
    for (const key of this.keysOf(stored.document)) this.#tree.delete([...key, stored.sequence]);
  }

  /**
   * Another document that already has a key of this one, with that key; only a unique index has one.
   * Throws, unique or not, when the document cannot be indexed at all.
   */
  findConflict(
    document: Document,
    sequence: number,
  ): { key: unknown[]; other: Stored } | undefined {
    const keys = this.keysOf(document);
    if (this.schema.unique !== true) return undefined;
    for (const key of keys) {
      for (const other of this.scan(key)) {
        if (other.sequence !== sequence) return { key, other };
      }
    }
    return undefined;
  }

  /** Throws DATABASE_DUPLICATE_WRITE when another document has the same key. */
  refuseConflict(collection: string, document: Document, sequence: number): void {
    const conflict = this.findConflict(document, sequence);
    if (conflict === undefined) return;
    throw duplicateKey(collection, this.schema.name, keyText(conflict.key));
  }

  /**
   * Documents whose first fields equal `prefix`, and whose next field lies between the bounds.
   * A bound only meets values of its own type. In index order; a document with several values may
   * come more than once.
   */
  *scan(prefix: readonly unknown[], low?: Bound, high?: Bound): Iterable<Stored> {
    const from = low === undefined ? [...prefix] : [...prefix, low.value];
    if (low !== undefined && !low.inclusive) from.push(AFTER_ALL);
    const end = high === undefined ? [...prefix, AFTER_ALL] : [...prefix, high.value];
    if (high?.inclusive === true) end.push(AFTER_ALL);
    const rank = low === undefined ? undefined : typeRank(low.value);
    for (const [key, stored] of this.#tree.entries(from)) {
      if (compareLists(key, end) >= 0) return;
      if (rank !== undefined && typeRank(key[prefix.length]) !== rank) return;
      yield stored;
    }
  }

  /** One key for every value of the one field that holds an array; usually exactly one. */
  keysOf(document: Document): unknown[][] {
    let keys: unknown[][] = [[]];
    for (const path of this.#paths) {
      const values = valuesAt(document, path);
      if (values.length > 1 && keys.length > 1) {
        throw new DatabaseError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] cannot index parallel arrays: index ${this.schema.name}, field ${path.join('.')}`,
        );
      }
      if (values.length === 1) for (const key of keys) key.push(values[0]);
      else keys = keys.flatMap((key) => values.map((value) => [...key, value]));
    }
    return keys;
  }
}
