import { collection, command, type Page } from '../database';
import { pageBehind, type PlaceInList } from '../place-in-list';
import type { NoteDocument } from './note-document';
import { RESPONSES, type ResponseDocument } from './response-document';

const documents = () => collection(RESPONSES);
/** One that does not fit must not hide the others. */
const MOST_LOOKED_AT = 5;

/** A note while it is shared. */
export type SharedNote = NoteDocument & { readonly sharedAtMs: number };

/** Not what was returned or taken back by its author: nothing below it is shown or added. */
export const isShared = (note: NoteDocument | null): note is SharedNote =>
  note !== null && note.state !== 'taken-back' && note.sharedAtMs !== null;

const ofSharing = ({ _id, sharedAtMs }: SharedNote) => ({ noteId: _id, sharedAtMs });

export const responses = {
  byId: (responseId: string) => documents().byId(responseId),

  /** What was given back to a note and was not taken back, below its last sharing first; then the oldest. */
  to: (noteId: string, limit: number) =>
    documents().find(
      { noteId, state: command.in(['standing', 'removed']) },
      { orderBy: { sharedAtMs: 'desc', atMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Replies that stand below a note. */
  repliesTo: (note: SharedNote) =>
    documents().find({ ...ofSharing(note), state: 'standing', kind: 'reply' }),

  /** False when the id is taken. */
  insertIfAbsent: (response: ResponseDocument) => documents().insertIfAbsent(response),

  /** Thanks that were taken back stand again; null where they stand already. */
  standAgain: (
    thanksId: string,
    at: Pick<ResponseDocument, 'atMs' | 'gatheredUntilAtMs'>,
  ): Promise<ResponseDocument | null> =>
    documents().updateAndRead(
      { _id: thanksId, kind: 'thanks', state: 'taken-back' },
      { ...at, state: 'standing' },
    ),

  /** By its writer, with its words; null where nothing of theirs stands under this id. */
  takeBack: (responseId: string, memberId: string): Promise<ResponseDocument | null> =>
    documents().updateAndRead(
      { _id: responseId, memberId, state: 'standing' },
      { state: 'taken-back', text: '' },
    ),

  /** Null where no reply stands under this id. */
  remove: (
    replyId: string,
    removal: NonNullable<ResponseDocument['removal']>,
  ): Promise<ResponseDocument | null> =>
    documents().updateAndRead(
      { _id: replyId, kind: 'reply', state: 'standing' },
      { state: 'removed', removal },
    ),

  /** Whether anything stands that others gave a note, of what is gathered until then. */
  async hasGathered(note: SharedNote, gatheredUntilAtMs: number): Promise<boolean> {
    const others = { state: 'standing', memberId: command.neq(note.ownerId) };
    const given = { ...ofSharing(note), gatheredUntilAtMs, ...others };
    return (await documents().find(given, { limit: MOST_LOOKED_AT })).length > 0;
  },

  /** Of a member, newest first, behind `place`; without what they took back. */
  ofMember(
    memberId: string,
    place: PlaceInList | null,
    limit: number,
  ): Promise<Page<ResponseDocument>> {
    const order = { by: 'atMs', direction: 'desc', limit } as const;
    const own = { memberId, state: command.in(['standing', 'removed']) };
    return pageBehind(documents(), own, order, place);
  },
} as const;
