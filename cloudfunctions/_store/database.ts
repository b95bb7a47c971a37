import type * as v from 'valibot';
import { logUnfit } from '../_kit/log';
import { platform } from '../_kit/platform';
import type {
  Changes,
  Collection,
  FindOptions,
  Page,
  Query,
  Transaction,
  TransactionCollection,
} from './collection';
import {
  readDocument,
  UnfitDocument,
  type DocumentKind,
  type DocumentSchema,
} from './document-kind';
import { command } from './operators';
import { repeatOnConflict } from './retry';

export { command, type Operator } from './operators';
export type { Changes, Collection, Page, Query, Transaction } from './collection';

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
/** The platform gives 20 rows of a pipeline that names no limit. */
const MOST_GROUPS = 10_000;

/** Typed access to one collection. Documents are brought up to date and parsed when read. */
export function collection<S extends DocumentSchema>(
  kind: DocumentKind<S>,
): Collection<v.InferOutput<S>> {
  type T = v.InferOutput<S>;
  const open = (): SdkCollection => platform().database().collection(kind.collection);
  const insertMany = async (documents: readonly T[]): Promise<void> => {
    if (documents.length > 0) await open().add(documents);
  };
  const insertIfAbsent = async (document: T): Promise<boolean> => {
    try {
      await open().add(document);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
  return {
    ...access(open, kind),
    async one(query) {
      const [stored] = await fetch(open(), query, { limit: 1 });
      return stored === undefined ? null : readDocument(kind, stored);
    },
    page: (query, options) => pageOf(open, kind, query, options),
    async all(...queries) {
      const found: T[] = [];
      for (let after = ''; ;) {
        const rest = queries.map((query) => ({ ...query, _id: command.gt(after) }));
        const [only] = rest;
        const query = rest.length === 1 && only !== undefined ? only : command.anyOf(...rest);
        const stored = await fetch(open(), query, { orderBy: { _id: 'asc' } });
        found.push(...fitting(kind, stored));
        if (stored.length < MOST_PER_QUERY) return found;
        after = (stored.at(-1) as { readonly _id: string })._id;
      }
    },
    async count(query) {
      const { total } = (await open().where(query).count()) as { total: number };
      return total;
    },
    group: (query, by) => groups(open(), query, by),
    async countBy(field, query) {
      const by = { _id: `$${field}`, count: { $sum: 1 } };
      const rows = (await groups(open(), query, by)) as readonly { _id: string; count: number }[];
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },
    insertMany,
    insertIfAbsent,
    async insertAbsent(documents) {
      try {
        await insertMany(documents);
        return [];
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const taken: T[] = [];
      for (const document of documents) {
        if (!(await insertIfAbsent(document))) taken.push(document);
      }
      return taken;
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
      return doc === null || doc === undefined ? null : readDocument(kind, doc);
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
        collection: <S extends DocumentSchema>(kind: DocumentKind<S>) =>
          access(() => running.collection(kind.collection), kind),
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

/** Those of these stored documents that fit, brought up to date; the others are logged. */
export function fitting<S extends DocumentSchema>(
  kind: DocumentKind<S>,
  stored: readonly unknown[],
): v.InferOutput<S>[] {
  return stored.flatMap((document) => {
    try {
      return [readDocument(kind, document)];
    } catch (error) {
      if (!(error instanceof UnfitDocument)) throw error;
      logUnfit(error);
      return [];
    }
  });
}

function access<S extends DocumentSchema>(
  open: () => SdkCollection,
  kind: DocumentKind<S>,
): TransactionCollection<v.InferOutput<S>> {
  return {
    async byId(id) {
      const { data } = (await open().doc(id).get()) as { data: unknown };
      const document: unknown = Array.isArray(data) ? data[0] : data;
      return document === null || document === undefined ? null : readDocument(kind, document);
    },
    async find(query, options = {}) {
      const { limit = MOST_PER_QUERY } = options;
      return (await pageOf(open, kind, query, { ...options, limit })).documents;
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

/** Goes on past what does not fit, so that it is empty only at the end of the list. */
async function pageOf<S extends DocumentSchema>(
  open: () => SdkCollection,
  kind: DocumentKind<S>,
  query: Query,
  options: FindOptions & { readonly limit: number },
): Promise<Page<v.InferOutput<S>>> {
  let unfit = 0;
  for (let skip = options.skip ?? 0; ; skip += options.limit) {
    const stored = await fetch(open(), query, { ...options, skip });
    const documents = fitting(kind, stored);
    unfit += stored.length - documents.length;
    const isLast = stored.length < options.limit;
    if (documents.length > 0 || isLast) return { documents, unfit, isLast };
  }
}

async function fetch(
  opened: SdkCollection,
  query: Query,
  options: FindOptions,
): Promise<readonly unknown[]> {
  let found = opened.where(query).limit(options.limit ?? MOST_PER_QUERY);
  for (const [field, direction] of Object.entries(options.orderBy ?? {})) {
    found = found.orderBy(field, direction);
  }
  if (options.skip !== undefined && options.skip > 0) found = found.skip(options.skip);
  const { data } = (await found.get()) as { data: readonly unknown[] };
  return data;
}

async function groups(
  opened: SdkCollection,
  query: Query,
  by: Readonly<Record<string, unknown>>,
): Promise<readonly unknown[]> {
  const pipeline = opened.aggregate().match(query).group(by).limit(MOST_GROUPS);
  const { data } = (await pipeline.end()) as { data: readonly unknown[] };
  return data;
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
