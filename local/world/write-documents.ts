import type { Document } from '../cloud/engine/document';
import type { Engine } from '../cloud/engine/engine';

/** Writes whole documents in one commit, over those that have their ids; past the SDK, so fast. */
export async function writeDocuments(
  engine: Engine,
  collection: string,
  documents: readonly Document[],
): Promise<void> {
  await engine.write(collection, undefined, (present) => ({
    changes: documents.map((after) => ({ before: present.get(after._id), after })),
    result: undefined,
  }));
}

/** As writeDocuments, and nothing else is left in the collection. */
export async function writeOnly(
  engine: Engine,
  collection: string,
  documents: readonly Document[],
): Promise<void> {
  const kept = new Set(documents.map(({ _id }) => _id));
  await engine.write(collection, undefined, (present) => ({
    changes: [
      ...[...present.all()]
        .filter(({ document }) => !kept.has(document._id))
        .map((before) => ({ before, after: undefined })),
      ...documents.map((after) => ({ before: present.get(after._id), after })),
    ],
    result: undefined,
  }));
}
