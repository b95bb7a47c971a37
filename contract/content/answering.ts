import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Cursor, Day, Id, Month, Nothing } from '../fields';
import { SECRETARIES } from '../roles';
import { ShownTopic, StepWords, SuggestionRow } from './suggestion-shapes';

const fn = 'content';

const Queue = v.strictObject({
  nowMs: AtMs,
  /** Whose queue it is. */
  officeName: v.string(),
  suggestions: v.array(SuggestionRow),
  nextCursor: v.nullable(Cursor),
});

/** `owed`: the office owes something, by when it is due; `others`: all else it has, newest first. */
const Which = v.picklist(['owed', 'others']);

/** What lies with a branch. docs/rules.md#R-211 */
export const branchSuggestions = defineAction({
  fn,
  name: 'branchSuggestions',
  allow: inBranch('branch', SECRETARIES),
  input: v.strictObject({
    branchId: v.optional(Id),
    which: Which,
    cursor: v.optional(Cursor),
  }),
  output: Queue,
  errors: [],
});

/** What lies with the committee office. docs/rules.md#R-211 */
export const committeeSuggestions = defineAction({
  fn,
  name: 'committeeSuggestions',
  allow: self(['committee-office']),
  input: v.strictObject({
    /** `late-in-branches`: what branches owe and was due, longest first. */
    which: v.picklist(['owed', 'others', 'late-in-branches']),
    cursor: v.optional(Cursor),
  }),
  output: Queue,
  errors: [],
});

const Deed = {
  suggestionId: Id,
  /** Of this deed: a repetition does nothing twice. */
  stepId: Id,
  /** What the officer has before them. */
  revision: Count,
} as const;

const DEED_ERRORS = [
  /** Nobody answers what they have raised themselves. */
  'own-suggestion',
  /** Something was done to it since: look again. */
  'changed-meanwhile',
  /** This very deed was done before, in other words, which stand. docs/rules.md#R-287 */
  'written-before',
  'answered',
  'closed',
  'too-many-steps',
] as const;

/** Says who is at it and by when there is an answer. docs/rules.md#R-211 */
export const takeSuggestion = defineAction({
  fn,
  name: 'takeSuggestion',
  allow: inBranch('suggestion', SECRETARIES),
  input: v.strictObject({ ...Deed, text: StepWords, promisedDay: Day }),
  output: Nothing,
  errors: [
    ...DEED_ERRORS,
    /** Before today, or further away than may be promised. */
    'bad-day',
  ],
});

export const answerSuggestion = defineAction({
  fn,
  name: 'answerSuggestion',
  allow: inBranch('suggestion', SECRETARIES),
  input: v.strictObject({ ...Deed, text: StepWords }),
  output: Nothing,
  errors: DEED_ERRORS,
});

/** To another office, with the whole thread, which the first goes on reading. docs/rules.md#R-212 */
export const forwardSuggestion = defineAction({
  fn,
  name: 'forwardSuggestion',
  allow: inBranch('suggestion', SECRETARIES),
  input: v.strictObject({
    ...Deed,
    /** null: the committee office. */
    toBranchId: v.nullable(Id),
    text: StepWords,
  }),
  output: Nothing,
  errors: [
    ...DEED_ERRORS,
    /** There is no such branch, or nobody in it who answers. */
    'office-gone',
    'same-office',
  ],
});

/** Where a suggestion can be forwarded to: branches in which somebody answers. */
export const suggestionOffices = defineAction({
  fn,
  name: 'suggestionOffices',
  allow: inBranch('suggestion', SECRETARIES),
  input: v.strictObject({ suggestionId: Id }),
  output: v.strictObject({
    /** Whether the committee office is another office than the one that has it. */
    hasCommittee: v.boolean(),
    branches: v.array(v.strictObject({ branchId: Id, name: v.string() })),
  }),
  errors: [],
});

const Figure = { count: Count, people: Count } as const;

/**
 * What moves people in a month, as figures of groups of five people at least; of one branch, or, where
 * the committee office names none, of all. docs/rules.md#R-214
 */
export const suggestionTopics = defineAction({
  fn,
  name: 'suggestionTopics',
  allow: inBranch('branch', SECRETARIES),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: v.optional(Month),
  }),
  output: v.strictObject({
    month: Month,
    /** '' of all branches. */
    branchName: v.string(),
    topics: v.array(v.strictObject({ topic: ShownTopic, ...Figure })),
    rest: v.nullable(v.strictObject(Figure)),
  }),
  errors: [],
});

export const answeringActions = {
  branchSuggestions,
  committeeSuggestions,
  takeSuggestion,
  answerSuggestion,
  forwardSuggestion,
  suggestionOffices,
  suggestionTopics,
} as const;
