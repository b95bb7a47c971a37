import type * as v from 'valibot';
import type { DocumentKind, DocumentSchema } from './document-kind';
import type { Operator } from './operators';

/** Values and operators by field, or `command.anyOf` of several such. */
export type Query = Readonly<Record<string, unknown>> | Operator;
/** New values of fields, whole: an object replaces what was there. A dotted name reaches inside. */
export type Changes = Readonly<Record<string, unknown>>;

export interface FindOptions {
  readonly orderBy?: Readonly<Record<string, 'asc' | 'desc'>>;
  /** 1000 when absent, which is also the most the platform gives in one answer. */
  readonly limit?: number;
  readonly skip?: number;
}

/** Part of a list. */
export interface Page<T> {
  readonly documents: readonly T[];
  /** How many were left out because they do not fit; each is logged. */
  readonly unfit: number;
  readonly isLast: boolean;
}

/** What can be done inside a transaction; the SDK sends other calls past it without a word. */
export interface TransactionCollection<T> {
  /** @throws UnfitDocument */
  byId(id: string): Promise<T | null>;
  /** Documents that do not fit are left out and logged: they hide no others, however many they are. */
  find(query: Query, options?: FindOptions): Promise<readonly T[]>;
  insert(document: T): Promise<void>;
  /** Changes one document by id; whether it was there. */
  updateById(id: string, changes: Changes): Promise<boolean>;
}

export interface Collection<T> extends TransactionCollection<T> {
  /** Any one that fits the query, or null. @throws UnfitDocument */
  one(query: Query): Promise<T | null>;
  /** As find, for lists that go on. */
  page(query: Query, options: FindOptions & { readonly limit: number }): Promise<Page<T>>;
  /** As find, however many there are, by id. Several queries: what fits any of them. */
  all(...queries: readonly Readonly<Record<string, unknown>>[]): Promise<readonly T[]>;
  count(query: Query): Promise<number>;
  /** What `$group` makes of the documents that fit: a row for each value of its `_id`. */
  group(query: Query, by: Readonly<Record<string, unknown>>): Promise<readonly unknown[]>;
  /** How many documents that fit have each value of a field. */
  countBy(field: string, query: Query): Promise<ReadonlyMap<string, number>>;
  /** All or none are not promised: the platform may stop after the first that fails. */
  insertMany(documents: readonly T[]): Promise<void>;
  /** Whether it was written; false when its id or a unique field is taken. */
  insertIfAbsent(document: T): Promise<boolean>;
  /** As insertIfAbsent, one request where none is taken; those of which something was taken. */
  insertAbsent(documents: readonly T[]): Promise<readonly T[]>;
  /** Writes the whole document, over whatever has its id. */
  put(document: T): Promise<void>;
  /** Changes every document that fits, each atomically; how many. */
  update(query: Query, changes: Changes): Promise<number>;
  /** Changes the first document that fits and gives it back as it is then; null when none fits. */
  updateAndRead(query: Query, changes: Changes): Promise<T | null>;
  remove(query: Query): Promise<number>;
}

export interface Transaction {
  collection<S extends DocumentSchema>(
    kind: DocumentKind<S>,
  ): TransactionCollection<v.InferOutput<S>>;
}
