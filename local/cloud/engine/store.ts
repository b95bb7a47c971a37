import type { PlacedChange } from './change';
import type { Document } from './document';
import type { CollectionSchema } from './schema';

/** One document or one collection as the data folder keeps it. */
export type StoreWrite =
  | { readonly kind: 'collection'; readonly storeId: number; readonly schema: CollectionSchema }
  | { readonly kind: 'document'; readonly storeId: number; readonly change: PlacedChange };

export interface StoredCollection {
  readonly storeId: number;
  readonly schema: CollectionSchema;
}

/** Where committed writes are kept. */
export interface Store {
  /** All collections, then all their documents in insertion order. */
  collections(): StoredCollection[];
  documents(): Iterable<{ storeId: number; sequence: number; document: Document }>;
  /** All of the batch or nothing; resolves when it is on the disk. One at a time, and usable after a rejection. */
  write(batch: readonly StoreWrite[]): Promise<void>;
  close(): Promise<void>;
}

/** Keeps nothing: for tests and for a cloud that forgets. */
export const memoryStore: Store = {
  collections: () => [],
  documents: () => [],
  write: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
