import * as v from 'valibot';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import { besideCaller } from '../people/beside-caller';
import { NoteDocument, NOTES } from './note-document';
import { notes } from './notes';
import { RESPONSES, type ResponseDocument } from './response-document';
import { isShared, responses } from './responses';

/** A note, and what readers gave back. */
const OpenedNote = v.object({ ...NoteDocument.entries, given: v.array(v.unknown()) });
export type OpenedNote = v.InferOutput<typeof OpenedNote>;

const MOST_GIVEN = 1000;

/** The note that somebody opens, with what stands below it or was removed: one request with who opens it. */
export const openedNotes = besideCaller(
  documentKind(NOTES.collection, OpenedNote, NOTES.upgrades),
  async (noteId) => {
    const note = await notes.byId(noteId);
    return note && { ...note, given: [...(await responses.to(noteId, MOST_GIVEN))] };
  },
  (noteId) => [
    {
      $lookup: {
        from: RESPONSES.collection,
        pipeline: [
          { $match: { noteId, state: { $in: ['standing', 'removed'] } } },
          // Below the last sharing first: what is below an earlier one is not shown.
          { $sort: { sharedAtMs: -1, atMs: 1, _id: 1 } },
          { $limit: MOST_GIVEN },
        ],
        as: 'given',
      },
    },
  ],
);

/** What this reader sees below a note: what stands, and what was removed of their own; oldest first. */
export const givenSeenBy = (note: OpenedNote, readerId: string): readonly ResponseDocument[] =>
  isShared(note)
    ? fitting(RESPONSES, note.given).filter(
        ({ sharedAtMs, state, memberId }) =>
          sharedAtMs === note.sharedAtMs && (state === 'standing' || memberId === readerId),
      )
    : [];
