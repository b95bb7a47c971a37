import { open, type RootDatabase } from 'lmdb';
import { DataFolderError } from './data-folder-error';
import type { Document } from './document';
import { decodeRecord, encodeRecord } from './records';
import type { CollectionSchema } from './schema';
import type { Store, StoredCollection, StoreWrite } from './store';

/** First part of a key: what the record is. Documents sort by collection, then by insertion. */
const STATE = 0;
const COLLECTION = 1;
const DOCUMENT = 2;

/** Changes when records written by an older version can no longer be read. */
const FORMAT = 1;

/** What it is, of which collection, and for a document its place in insertion order; else 0. */
type Key = [kind: number, storeId: number, sequence: number];
type Database = RootDatabase<Buffer, Key>;

/** Which of the two states that lmdb keeps: the previous one helps when the newest is torn. */
export type Snapshot = 'newest' | 'previous';

/**
 * A commit is one lmdb transaction with everything of a batch, flushed before the promise
 * resolves; batches that wait are committed together.
 */
export function openLmdbStore(path: string, snapshot: Snapshot): Store {
  const database: Database = open<Buffer, Key>({
    path,
    encoding: 'binary',
    keyEncoding: 'ordered-binary',
    // Off: a commit counts when it is flushed, and the previous snapshot is always whole.
    overlappingSync: false,
    ...{ usePreviousSnapshot: snapshot === 'previous' },
  } as Parameters<typeof open>[0]);
  let documents = readState(database, path);

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
      documents += batch.reduce((sum, write) => sum + growth(write), 0);
      const state = encodeRecord({ format: FORMAT, documents });
      await database.batch(() => {
        for (const write of batch) putRecord(database, write);
        void database.put([STATE, 0, 0], state);
      });
    },
    close: () => database.close(),
  };
}

function readState(database: Database, path: string): number {
  const record = database.get([STATE, 0, 0]);
  if (record === undefined) return 0;
  const { format, documents } = decodeRecord(record) as { format: number; documents: number };
  if (format === FORMAT) return documents;
  throw new DataFolderError(
    `The data folder ${path} was written by another version (format ${format}, this one reads ${FORMAT}).`,
  );
}

function growth(write: StoreWrite): number {
  if (write.kind === 'collection') return 0;
  return Number(write.change.after !== undefined) - Number(write.change.before !== undefined);
}

function putRecord(database: Database, write: StoreWrite): void {
  if (write.kind === 'collection') {
    void database.put([COLLECTION, write.storeId, 0], encodeRecord(write.schema));
    return;
  }
  const { sequence, after } = write.change;
  const key: Key = [DOCUMENT, write.storeId, sequence];
  if (after === undefined) void database.remove(key);
  else void database.put(key, encodeRecord(after.document));
}
