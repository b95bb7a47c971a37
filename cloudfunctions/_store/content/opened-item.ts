import * as v from 'valibot';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import { besideCaller } from '../people/beside-caller';
import { ItemDocument, ITEMS } from './item-document';
import { items } from './items';
import { LIBRARY_DOCUMENTS, type LibraryDocument } from './library-document';
import { libraryDocuments } from './library-documents';

/** An item, and the document that it leads to. */
const OpenedItem = v.object({ ...ItemDocument.entries, linked: v.array(v.unknown()) });
type OpenedItem = v.InferOutput<typeof OpenedItem>;

/** The item that somebody opens, with the document that it leads to: one request with who opens it. */
export const openedItems = besideCaller(
  documentKind(ITEMS.collection, OpenedItem, ITEMS.upgrades),
  async (itemId) => {
    const item = await items.byId(itemId);
    if (item === null) return null;
    const { documentId = null } = item;
    const document = documentId === null ? null : await libraryDocuments.byId(documentId);
    return { ...item, linked: document === null ? [] : [document] };
  },
  () => [
    {
      $lookup: {
        from: LIBRARY_DOCUMENTS.collection,
        localField: 'documentId',
        foreignField: '_id',
        as: 'linked',
      },
    },
  ],
);

/** Null: there is none any more. */
export const linkedIn = ({ linked }: Pick<OpenedItem, 'linked'>): LibraryDocument | null =>
  fitting(LIBRARY_DOCUMENTS, linked)[0] ?? null;
