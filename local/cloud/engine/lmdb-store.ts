import { open, type RootDatabase } from 'lmdb';
import type { Document } from './document';
import { decodeRecord, encodeRecord } from './records';
import type { CollectionSchema } from './schema';
import type { Store, StoredCollection, StoreWrite } from './store';

/** First part of a key: what the record is. Documents sort by collection, then by insertion. */
const STATE = 0;
const COLLECTION = 1;
const DOCUMENT = 2;

/** What it is, of which collection, and for a document its place in insertion order; else 0. */
type Key = [kind: number, storeId: number, sequence: number];
type Database = RootDatabase<Buffer, Key>;

/**
 * A commit is one lmdb transaction with everything of a batch, flushed before the promise resolves.
 */
export function openLmdbStore(path: string): Store {
  const database: Database = open<Buffer, Key>({
    path,
    encoding: 'binary',
    keyEncoding: 'ordered-binary',
    // Off: then a commit is flushed before it counts, and one that was cut short never counts.
    overlappingSync: false,
    // Off: batches come one at a time, and of those it makes itself nobody could see the rejection.
    eventTurnBatching: false,
  });
  let documents = readState(database);

  return {
    collections: () =>
      [...database.getRange({ start: [COLLECTION, 0, 0], end: [DOCUMENT, 0, 0] })].map(
        ({ key, value }) =>
          ({
            storeId: key[1],
            schema: decodeRecord(value) as unknown as CollectionSchema,
          }) satisfies StoredCollection,
      ),
    documents: () =>
      database.getRange({ start: [DOCUMENT, 0, 0] }).map(({ key, value }) => ({
        storeId: key[1],
        sequence: key[2],
        document: decodeRecord(value) as Document,
      })),
    write: async (batch) => {
      const count = documents + batch.reduce((sum, write) => sum + growth(write), 0);
      const parts: Promise<unknown>[] = [];
      const commit = database.batch(() => {
        for (const write of batch) parts.push(putRecord(database, write));
        parts.push(database.put([STATE, 0, 0], encodeRecord({ documents: count })));
      });
      void Promise.allSettled(parts);
      await commit.catch(fail);
      documents = count;
    },
    close: () => database.close(),
  };
}

function readState(database: Database): number {
  const record = database.get([STATE, 0, 0]);
  return record === undefined ? 0 : Number(decodeRecord(record)['documents']);
}

function growth(write: StoreWrite): number {
  if (write.kind === 'collection') return 0;
  return Number(write.change.after !== undefined) - Number(write.change.before !== undefined);
}

function putRecord(database: Database, write: StoreWrite): Promise<unknown> {
  if (write.kind === 'collection') {
    return database.put([COLLECTION, write.storeId, 0], encodeRecord(write.schema));
  }
  const { sequence, after } = write.change;
  const key: Key = [DOCUMENT, write.storeId, sequence];
  if (after === undefined) return database.remove(key);
  return database.put(key, encodeRecord(after.document));
}

/**
 * With a commit each of its parts is rejected, and a promise that lmdb hangs on the error: a rejection
 * that nobody sees would end the process. What the system said is on stderr, where lmdb writes it.
 */
function fail(error: { readonly commitError?: Promise<never>; readonly message: string }): never {
  error.commitError?.catch(() => undefined);
  throw new Error(error.commitError === undefined ? error.message : 'its commit failed');
}
