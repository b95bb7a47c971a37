import type { Page } from '../../_store/database';
import type { NoteDocument } from '../../_store/note/note-document';
import type { NotePosition } from '../../_store/note/notes';

const CURSOR = /^(\d{1,15})_([A-Za-z0-9-]{1,40})$/u;

/** Where the page before ended: null for the first, undefined when the cursor is none of ours. */
export function readCursor(cursor: string | undefined): NotePosition | null | undefined {
  if (cursor === undefined) return null;
  const [, atMs, noteId] = CURSOR.exec(cursor) ?? [];
  return noteId === undefined ? undefined : { atMs: Number(atMs), noteId };
}

/** Of the last document of a page; null when there are no more. */
export function cursorAfter(
  page: Page<NoteDocument>,
  atMsOf: (note: NoteDocument) => number | null,
): string | null {
  const last = page.documents.at(-1);
  return page.isLast || last === undefined ? null : `${atMsOf(last) ?? 0}_${last._id}`;
}
