import type { Collection } from './collection';
import { type Document, keyText, type Stored } from './document';

/** One document inserted (no before), replaced, or removed (no after). */
export interface Change {
  readonly before: Stored | undefined;
  readonly after: Document | undefined;
}

/** A change with its place in insertion order decided. */
export interface PlacedChange {
  readonly collection: string;
  readonly sequence: number;
  readonly before: Stored | undefined;
  readonly after: Stored | undefined;
}

export function placeChange(collection: Collection, { before, after }: Change): PlacedChange {
  const sequence = before?.sequence ?? collection.takeSequence();
  return {
    collection: collection.name,
    sequence,
    before,
    after: after && { sequence, document: after },
  };
}

/** Throws DATABASE_DUPLICATE_WRITE and changes nothing when a key is taken. */
export function applyChange(collection: Collection, change: PlacedChange): void {
  if (change.after === undefined) collection.remove(change.sequence);
  else collection.put(change.after);
}

/** Makes documents what they were before these changes, after which none came. */
export function undoChanges(
  collections: ReadonlyMap<string, Collection>,
  changes: readonly PlacedChange[],
): void {
  for (const { collection, sequence } of changes) collections.get(collection)?.remove(sequence);
  for (const { collection, before } of changes) {
    if (before !== undefined) collections.get(collection)?.put(before);
  }
}

/** What nobody else may touch while the change is not committed: the document and its unique keys. */
export function lockKeys(collection: Collection, change: Change): string[] {
  const documents = [change.before?.document, change.after];
  const keys = documents.flatMap((document) =>
    document === undefined
      ? []
      : collection.indexes
          .filter((index) => index.schema.unique === true)
          .flatMap((index) =>
            index
              .keysOf(document)
              .map((key) => `${collection.name}\n${index.schema.name}\n${keyText(key)}`),
          ),
  );
  return [...new Set(keys)];
}
