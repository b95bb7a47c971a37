import * as v from 'valibot';
import { platform } from '../_kit/platform';
import { command, type Operator } from './operators';
import { repeatOnConflict } from './retry';

export { command, type Operator } from './operators';

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

/** What can be done inside a transaction; the SDK sends other calls past it without a word. */
export interface TransactionCollection<T> {
  byId(id: string): Promise<T | null>;
  find(query: Query, options?: FindOptions): Promise<readonly T[]>;
  insert(document: T): Promise<void>;
  /** Changes one document by id; whether it was there. */
  updateById(id: string, changes: Changes): Promise<boolean>;
}

export interface Collection<T> extends TransactionCollection<T> {
  count(query: Query): Promise<number>;
  /** How many documents that fit have each value of a field. */
  countBy(field: string, query: Query): Promise<ReadonlyMap<string, number>>;
  /** All or none are not promised: the platform may stop after the first that fails. */
  insertMany(documents: readonly T[]): Promise<void>;
  /** Whether it was written; false when its id or a unique field is taken. */
  insertIfAbsent(document: T): Promise<boolean>;
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
    name: string,
    schema: S,
  ): TransactionCollection<v.InferOutput<S>>;
}

type DocumentSchema = v.GenericSchema<unknown, { readonly _id: string }>;
type Sdk = ReturnType<ReturnType<typeof platform>['database']>;
type SdkCollection = ReturnType<Sdk['collection']>;

interface SdkTransactions {
  startTransaction(): Promise<{
    collection(name: string): SdkCollection;
    commit(): Promise<unknown>;
    rollback(reason: string): Promise<unknown>;
  }>;
}

const MOST_PER_QUERY = 1000;

/** Typed access to one collection. Documents are parsed when read; a document that does not fit throws. */
export function collection<S extends DocumentSchema>(
  name: string,
  schema: S,
): Collection<v.InferOutput<S>> {
  type T = v.InferOutput<S>;
  const open = (): SdkCollection => platform().database().collection(name);
  const parse = parserOf(name, schema);
  return {
    ...access<T>(open, parse),
    async count(query) {
      const { total } = (await open().where(query).count()) as { total: number };
      return total;
    },
    async countBy(field, query) {
      const { data } = (await open()
        .aggregate()
        .match(query)
        .group({ _id: `$${field}`, count: { $sum: 1 } })
        .end()) as { data: readonly { _id: string; count: number }[] };
      return new Map(data.map(({ _id, count }) => [_id, count]));
    },
    async insertMany(documents) {
      if (documents.length > 0) await open().add(documents);
    },
    async insertIfAbsent(document) {
      try {
        await open().add(document);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async put({ _id, ...fields }) {
      await open().doc(_id).set(fields);
    },
    async update(query, changes) {
      const { updated } = (await open().where(query).update(whole(changes))) as { updated: number };
      return updated;
    },
    async updateAndRead(query, changes) {
      const { doc } = (await open().where(query).updateAndReturn(whole(changes))) as {
        doc: unknown;
      };
      return doc === null || doc === undefined ? null : parse(doc);
    },
    async remove(query) {
      const { deleted } = (await open().where(query).remove()) as { deleted: number };
      return deleted;
    },
  };
}

/**
 * Runs `work` in a transaction and commits it. On a conflict everything is rolled back and `work`
 * runs again, so it must decide from what it reads inside only. Reads see one snapshot; two
 * transactions that read the same and write different documents do not conflict: write a common
 * document when they must.
 */
export function inTransaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
  return repeatOnConflict(async () => {
    const database = platform().database() as unknown as SdkTransactions;
    const running = await database.startTransaction();
    try {
      const result = await work({
        collection: <S extends DocumentSchema>(name: string, schema: S) =>
          access<v.InferOutput<S>>(() => running.collection(name), parserOf(name, schema)),
      });
      await running.commit();
      return result;
    } catch (error) {
      // A conflict has ended the transaction already, and then this fails: the first error tells more.
      await running.rollback('failed').catch(() => undefined);
      throw error;
    }
  });
}

/** Whether a write failed because its id or a unique field is taken. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    code === 'DATABASE_DUPLICATE_WRITE' ||
    (typeof message === 'string' && message.includes('E11000'))
  );
}

function access<T extends { readonly _id: string }>(
  open: () => SdkCollection,
  parse: (document: unknown) => T,
): TransactionCollection<T> {
  return {
    async byId(id) {
      const { data } = (await open().doc(id).get()) as { data: unknown };
      const document: unknown = Array.isArray(data) ? data[0] : data;
      return document === null || document === undefined ? null : parse(document);
    },
    async find(query, options = {}) {
      let found = open()
        .where(query)
        .limit(options.limit ?? MOST_PER_QUERY);
      for (const [field, direction] of Object.entries(options.orderBy ?? {})) {
        found = found.orderBy(field, direction);
      }
      if (options.skip !== undefined) found = found.skip(options.skip);
      const { data } = (await found.get()) as { data: readonly unknown[] };
      return data.map(parse);
    },
    async insert(document) {
      await open().add(document);
    },
    async updateById(id, changes) {
      const { updated } = (await open().doc(id).update(whole(changes))) as { updated: number };
      return updated === 1;
    },
  };
}

function parserOf<S extends DocumentSchema>(
  name: string,
  schema: S,
): (document: unknown) => v.InferOutput<S> {
  return (document) => {
    const parsed = v.safeParse(schema, document);
    if (parsed.success) return parsed.output;
    const { _id } = document as { _id?: unknown };
    const path = v.getDotPath(parsed.issues[0]) ?? '';
    throw new Error(`${name}/${String(_id)} does not fit its schema at "${path}"`);
  };
}

// The SDK would merge plain objects field by field, which fails on null and drops empty ones.
function whole(changes: Changes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field,
      isPlain(value) ? command.set(value) : value,
    ]),
  );
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
