import * as v from 'valibot';
import { NOTE_LIMITS, NOTE_TYPES } from '../../domain/note/note';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { AtMs, Count, Cursor, Id, Nothing } from '../fields';
import { NoteDetail, NotePicture, NoteRow, NoteText, NoteTitle, ShownCheck } from './note-shapes';

const fn = 'note';

/**
 * Hands in a note, or a new version of one's own. Ids are the phone's, so that a repetition writes
 * nothing twice and is answered alike; pictures are in storage already. docs/rules.md#R-109
 */
export const handInNote = defineAction({
  fn,
  name: 'handInNote',
  allow: self(),
  input: v.strictObject({
    noteId: Id,
    /** Of this handing in. */
    versionId: Id,
    /** The version that the author had before them; null for a new note. */
    basedOn: v.nullable(Count),
    type: v.picklist(NOTE_TYPES),
    /** Of a study note. */
    studyId: v.nullable(Id),
    title: NoteTitle,
    text: NoteText,
    pictures: v.pipe(v.array(NotePicture), v.maxLength(NOTE_LIMITS.pictures)),
  }),
  output: v.strictObject({
    version: Count,
    handedInAtMs: AtMs,
    /** The least of what was checked at once, and of pictures whose verdict comes later. */
    check: ShownCheck,
  }),
  errors: [
    /** WeChat's check refuses the words; detail.label is its number. */
    'words-refused',
    /** A picture that was refused is still among them; detail.number from 1. */
    'picture-refused',
    /** A picture is not in storage; detail.number from 1. */
    'picture-missing',
    /** Larger than what readers are sent; detail.number from 1. */
    'picture-too-large',
    /** Another phone has handed in since; detail.version. */
    'changed-meanwhile',
    /** Shared, or asked about: take that back first. */
    'in-use',
    /** Handed in to a branch that the author has left since. */
    'other-branch',
    'no-such-study',
  ],
});

/** What I have handed in, the newest first, wherever I was then. */
export const myNotes = defineAction({
  fn,
  name: 'myNotes',
  allow: ownReading(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    notes: v.array(NoteRow),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/**
 * One note: for its author, the officers of its branch, and whom it is shared with. Addresses of
 * pictures work for some minutes. docs/rules.md#R-111
 */
export const noteDetail = defineAction({
  fn,
  name: 'noteDetail',
  allow: self(),
  input: v.strictObject({ noteId: Id }),
  output: v.strictObject({ nowMs: AtMs, note: NoteDetail }),
  errors: [],
});

/** The author's yes, with or without their name, or no. docs/rules.md#R-110 */
export const answerSharing = defineAction({
  fn,
  name: 'answerSharing',
  allow: self(),
  input: v.strictObject({
    noteId: Id,
    askId: Id,
    answer: v.picklist(['signed', 'unsigned', 'decline']),
  }),
  output: Nothing,
  errors: [
    /** The question was answered otherwise, or taken back. */
    'not-asked',
  ],
});

/** The author takes a note out of the branch, or back altogether; at any time. docs/rules.md#R-110 */
export const withdrawNote = defineAction({
  fn,
  name: 'withdrawNote',
  allow: self(),
  input: v.strictObject({ noteId: Id, what: v.picklist(['sharing', 'note']) }),
  output: Nothing,
  errors: [],
});

export const noteWritingActions = {
  handInNote,
  myNotes,
  noteDetail,
  answerSharing,
  withdrawNote,
} as const;
