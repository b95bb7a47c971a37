import { collection, command, isDuplicate } from '../database';
import { besideCaller } from '../people/beside-caller';
import { untilNotOvertaken } from '../retry';
import { contentKeysOf, LIBRARY_DOCUMENTS, type LibraryDocument } from './library-document';

const documents = () => collection(LIBRARY_DOCUMENTS);

export type DocumentChanges = Partial<
  Omit<LibraryDocument, '_id' | 'branchId' | 'contentKeys' | 'schemaVersion'>
>;

export type DocumentVerdict<Code> =
  | { readonly kind: 'changed'; readonly document: LibraryDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly document: LibraryDocument }
  | { readonly kind: 'missing' }
  /** Another document has this content. */
  | { readonly kind: 'taken' };

/** The document that a call points at. */
export const targetDocuments = besideCaller(LIBRARY_DOCUMENTS, (id) => documents().byId(id));

export const libraryDocuments = {
  byId: (documentId: string) => documents().byId(documentId),

  /** Where this content is read or waits, or null. */
  byContent: (contentKey: string) => documents().one({ contentKeys: contentKey }),

  /** How many are read or wait in a branch. */
  countOf: (branchId: string) =>
    documents().count({ branchId, state: command.in(['waiting', 'shown']) }),

  /** The document as it was begun; null when its id or its content is taken. */
  async begin(fields: Omit<LibraryDocument, 'contentKeys'>): Promise<LibraryDocument | null> {
    const document = { ...fields, contentKeys: contentKeysOf(fields) };
    return (await documents().insertIfAbsent(document)) ? document : null;
  },

  /**
   * Writes what `decide` makes of what is stored, again until nobody has written in between; or gives
   * the code of its refusal.
   */
  change<Code extends string>(
    documentId: string,
    decide: (document: LibraryDocument) => DocumentChanges | Code,
  ): Promise<DocumentVerdict<Code>> {
    return untilNotOvertaken<DocumentVerdict<Code>>('a document', async () => {
      const before = await documents().byId(documentId);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, document: before };
      try {
        const document = await documents().updateAndRead(
          { _id: documentId, revision: before.revision },
          {
            ...changes,
            contentKeys: contentKeysOf({ ...before, ...changes }),
            revision: command.inc(1),
          },
        );
        return document === null ? undefined : { kind: 'changed', document };
      } catch (error) {
        if (isDuplicate(error)) return { kind: 'taken' };
        throw error;
      }
    });
  },
} as const;
