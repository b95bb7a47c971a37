import * as v from 'valibot';
import {
  NOTE_LIMITS,
  NOTE_STATES,
  NOTE_TYPES,
  NOTE_USES,
  SHARE_SCOPES,
} from '../../domain/note/note';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Cursor, Id, Month, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { ANY_MEMBER, OFFICERS } from '../roles';
import { NoteRow, ShownNoteState } from './note-shapes';

const fn = 'note';

/** Shared in the branch, the newest first. */
export const sharedNotes = defineAction({
  fn,
  name: 'sharedNotes',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({
    branchId: v.optional(Id),
    /** Of one crew, as it was called when they were handed in; absent: of all. */
    crewName: v.optional(Words(MOST_CHARACTERS.crew)),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    notes: v.array(NoteRow),
    nextCursor: v.nullable(Cursor),
    /** Crews of which something is shared, in no order; with the first page. */
    crewNames: v.optional(v.array(v.string())),
  }),
  errors: [],
});

/** Absent: of every type. */
const OfType = v.optional(v.picklist(NOTE_TYPES));

const Section = v.strictObject({
  state: ShownNoteState,
  count: Count,
  /** The first of them; those to be read by age, others the newest first. */
  notes: v.array(NoteRow),
});

/**
 * What was handed in for the first time in a month, by state, with the first rows of each; and what is
 * still to be read from before it. One request, whatever is there. docs/rules.md#R-113
 */
export const branchNotes = defineAction({
  fn,
  name: 'branchNotes',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ branchId: v.optional(Id), month: v.optional(Month), type: OfType }),
  output: v.strictObject({
    nowMs: AtMs,
    month: Month,
    sections: v.array(Section),
    /** From before the month, to be read; null: none. */
    before: v.nullable(Section),
  }),
  errors: [],
});

/** More of a section; `isBefore`: of what is to be read from before the month. */
export const notesInState = defineAction({
  fn,
  name: 'notesInState',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: Month,
    state: v.picklist(NOTE_STATES),
    type: OfType,
    isBefore: v.optional(v.boolean()),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({ notes: v.array(NoteRow), nextCursor: v.nullable(Cursor) }),
  errors: [],
});

const Deed = {
  noteId: Id,
  /** What the officer has before them. */
  version: Count,
  state: v.picklist(NOTE_STATES),
  /** Of this deed: a repetition does nothing twice. */
  deedId: Id,
} as const;

/** When the author hears of it; null: they hear nothing, having left, or being told already. */
const Told = v.strictObject({ reachesAtMs: v.nullable(AtMs) });

const DEED_ERRORS = [
  /** Nobody decides on what they have written themselves. */
  'own-note',
  /** A newer version was handed in, or it was decided on otherwise: look again. */
  'changed-meanwhile',
  /** It is in the author's hands. */
  'returned',
] as const;

export const answerNote = defineAction({
  fn,
  name: 'answerNote',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject({ ...Deed, text: Words(NOTE_LIMITS.words) }),
  output: Told,
  errors: DEED_ERRORS,
});

/** Back to the author with a reason; also what is shared already, which leaves the branch with it. */
export const returnNote = defineAction({
  fn,
  name: 'returnNote',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject({ ...Deed, reason: Words(NOTE_LIMITS.words) }),
  output: Told,
  errors: DEED_ERRORS,
});

/** Says that what the check was not sure of is in order. docs/rules.md#R-112 */
export const approveNote = defineAction({
  fn,
  name: 'approveNote',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject(Deed),
  output: Told,
  errors: [...DEED_ERRORS, 'nothing-to-look-at'],
});

/** Asks the author whether it may be shared. docs/rules.md#R-110 */
export const askToShare = defineAction({
  fn,
  name: 'askToShare',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject({ ...Deed, scope: v.picklist(SHARE_SCOPES) }),
  output: Told,
  errors: [
    ...DEED_ERRORS,
    /** Some of it is not through the check. */
    'not-checked',
    /** A hazard is dealt with, not shared. */
    'not-to-share',
    'already-asked',
    /** The author said no to this version. */
    'declined',
    /** The author is in no branch any more: nobody would answer. */
    'has-left',
  ],
});

/** Notes where it was taken to, or, of a hazard, what was done. docs/rules.md#R-110 */
export const recordUse = defineAction({
  fn,
  name: 'recordUse',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject({
    ...Deed,
    where: v.picklist(NOTE_USES),
    text: Words(NOTE_LIMITS.words),
  }),
  output: Told,
  errors: [
    ...DEED_ERRORS,
    /** The author has not agreed to it leaving the branch. */
    'no-consent',
    'not-to-share',
    /** So many are noted already. */
    'too-many-uses',
  ],
});

export const noteReviewingActions = {
  sharedNotes,
  branchNotes,
  notesInState,
  answerNote,
  returnNote,
  approveNote,
  askToShare,
  recordUse,
} as const;
