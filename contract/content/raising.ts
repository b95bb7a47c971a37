import * as v from 'valibot';
import {
  SUGGESTION_LIMITS,
  SUGGESTION_TYPES,
  TOPICS,
} from '../../domain/content/suggestion/suggestion';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { AtMs, Count, Cursor, Id, Nothing } from '../fields';
import {
  Ringing,
  StepWords,
  SuggestionDetail,
  SuggestionRow,
  SuggestionText,
  SuggestionTitle,
} from './suggestion-shapes';

const fn = 'content';

/** To the own branch, or past it to the committee office; the name stands with it. docs/rules.md#R-210 */
export const raiseSuggestion = defineAction({
  fn,
  name: 'raiseSuggestion',
  allow: self(),
  input: v.strictObject({
    /** Chosen by the phone, so that a retry raises nothing twice. */
    suggestionId: Id,
    to: v.picklist(['branch', 'committee']),
    type: v.picklist(SUGGESTION_TYPES),
    topic: v.picklist(TOPICS),
    title: SuggestionTitle,
    text: SuggestionText,
    /** Of a hazard: rings at once, also at night. docs/rules.md#R-215 */
    isUrgent: v.boolean(),
    /** In storage, in the member's own folder; absent: none. docs/rules.md#R-311 */
    pictures: v.optional(
      v.pipe(
        v.array(v.strictObject({ pictureId: Id, fileId: v.pipe(v.string(), v.maxLength(300)) })),
        v.maxLength(SUGGESTION_LIMITS.pictures),
      ),
    ),
    /** Pictures that were to go along and are not in storage: what is urgent waits for none. Absent: none. */
    notThere: v.optional(
      v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(SUGGESTION_LIMITS.pictures)),
    ),
  }),
  output: v.strictObject({
    raisedAtMs: AtMs,
    dueAtMs: AtMs,
    /** Of an urgent hazard: whom it rang, empty where no phone has; empty otherwise. docs/rules.md#R-330 */
    rang: v.array(v.string()),
    ...Ringing,
    /** So many of the pictures that this call speaks of are not with it; absent: none lacks. */
    lacking: v.optional(Count),
  }),
  errors: [
    /** Under this id other words or pictures were raised already, and stand: the answer to them was lost. */
    'written-before',
    /** So many of one's own are open. */
    'too-many-open',
    /** A picture is not in storage; detail.number from 1. An urgent hazard goes without it, as below. */
    'picture-missing',
    /** Larger than what its office is sent; detail.number from 1. */
    'picture-too-large',
  ],
});

/** What I have raised, the newest first, wherever I was then. */
export const mySuggestions = defineAction({
  fn,
  name: 'mySuggestions',
  allow: ownReading(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    suggestions: v.array(SuggestionRow),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** One with its thread: for whoever raised it and the offices that have or had it. docs/rules.md#R-212 */
export const suggestionDetail = defineAction({
  fn,
  name: 'suggestionDetail',
  allow: self(),
  input: v.strictObject({ suggestionId: Id }),
  output: v.strictObject({ nowMs: AtMs, suggestion: SuggestionDetail }),
  errors: [
    /** By its member, to whoever could have read it until then. docs/rules.md#R-342 */
    'taken-back',
  ],
});

/** The member's word to an answer: enough, which closes it, or not, with why. docs/rules.md#R-213 */
export const settleSuggestion = defineAction({
  fn,
  name: 'settleSuggestion',
  allow: self(),
  input: v.strictObject({
    suggestionId: Id,
    /** Of this deed: a repetition does nothing twice. */
    stepId: Id,
    revision: Count,
    /** null: it is enough. */
    missing: v.nullable(StepWords),
  }),
  output: Nothing,
  errors: [
    'not-answered',
    'closed',
    'changed-meanwhile',
    /** This very deed was done before, in other words, which stand. docs/rules.md#R-287 */
    'written-before',
    'too-many-steps',
  ],
});

/** Takes back what nobody has answered yet. docs/rules.md#R-213 */
export const takeBackSuggestion = defineAction({
  fn,
  name: 'takeBackSuggestion',
  allow: self(),
  input: v.strictObject({ suggestionId: Id }),
  output: Nothing,
  errors: ['answered', 'closed'],
});

export const raisingActions = {
  raiseSuggestion,
  mySuggestions,
  suggestionDetail,
  settleSuggestion,
  takeBackSuggestion,
} as const;
