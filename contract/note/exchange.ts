import * as v from 'valibot';
import { RESPONSE_KINDS, RESPONSE_LIMITS } from '../../domain/note/response';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Cursor, Id, Nothing, Words } from '../fields';
import { growing } from '../growing';
import { ANY_MEMBER, OFFICERS } from '../roles';
import { Removal } from './note-shapes';

const fn = 'note';

/**
 * A reply to a shared note, in one's own words and under one's name. The id is the phone's: repeated, it
 * is answered alike. docs/rules.md#R-265
 */
export const replyToNote = defineAction({
  fn,
  name: 'replyToNote',
  allow: inBranch('note', ANY_MEMBER),
  input: v.strictObject({ noteId: Id, replyId: Id, text: Words(RESPONSE_LIMITS.text) }),
  output: v.strictObject({ atMs: AtMs }),
  errors: [
    /** WeChat's check refuses the words; detail.label is its number. */
    'words-refused',
    /** WeChat is not sure of them, or cannot say now: nothing goes out unread. */
    'words-unsure',
    /** So many of one's own stand there. */
    'too-many-own',
    /** So many stand there. */
    'too-many',
    /** Other words of the same id have arrived before. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** Says thanks to the author, or takes it back; repeated, it changes nothing. docs/rules.md#R-266 */
export const thankForNote = defineAction({
  fn,
  name: 'thankForNote',
  allow: inBranch('note', ANY_MEMBER),
  input: v.strictObject({ noteId: Id, isThanking: v.boolean() }),
  output: Nothing,
  errors: [
    /** Nobody thanks themselves. */
    'own-note',
  ],
});

/** Whoever gave it takes it back, wherever its note is now; repeated, it changes nothing. docs/rules.md#R-267 */
export const takeBackResponse = defineAction({
  fn,
  name: 'takeBackResponse',
  allow: self(),
  input: v.strictObject({ responseId: Id }),
  output: Nothing,
  errors: [],
});

/** An officer takes a reply out of sight, with a reason for its writer. docs/rules.md#R-267 */
export const removeReply = defineAction({
  fn,
  name: 'removeReply',
  allow: inBranch('note', OFFICERS),
  input: v.strictObject({ noteId: Id, replyId: Id, reason: Words(RESPONSE_LIMITS.reason) }),
  output: Nothing,
  errors: [
    /** Of what is said about their own note another officer decides. */
    'own-note',
    /** One's own is taken back. */
    'own-reply',
    /** It is removed already, with another reason or by somebody else; that stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** What I have replied and thanked for, the newest first, without what I took back. */
export const myResponses = defineAction({
  fn,
  name: 'myResponses',
  allow: self(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    responses: v.array(
      v.strictObject({
        responseId: Id,
        kind: growing(RESPONSE_KINDS),
        noteId: Id,
        /** null: the note is not shared any more, or not with the reader; nothing of it is told. */
        noteTitle: v.nullable(v.string()),
        /**
         * The note is shared in a branch that the reader has left, and what they gave is seen there; absent
         * where not, and from functions before 0.4.0. docs/rules.md#R-267
         */
        isSharedElsewhere: v.optional(v.boolean()),
        /** '' of thanks. */
        text: v.string(),
        atMs: AtMs,
        removal: v.nullable(Removal),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

export const noteExchangeActions = {
  replyToNote,
  thankForNote,
  takeBackResponse,
  removeReply,
  myResponses,
} as const;
