import * as v from 'valibot';
import { READ_MONTHS, TAKEN_KINDS } from '../../domain/content/takedown';
import { defineAction } from '../action';
import { self } from '../allow';
import { AtMs, Count, Cursor, Day, Id, Month, Nothing, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';

const fn = 'content';

const Kind = v.picklist(TAKEN_KINDS);
const ShownKind = growing(TAKEN_KINDS);

/** null: never; each kind once, what is not named is as it comes. */
export const TakedownRules = v.pipe(
  v.array(
    v.pipe(
      v.strictObject({ kind: Kind, months: v.nullable(Count) }),
      v.check(
        ({ kind, months }) =>
          months === null ||
          (READ_MONTHS[kind].least <= months && months <= READ_MONTHS[kind].most),
      ),
    ),
  ),
  v.maxLength(TAKEN_KINDS.length),
  v.check((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length),
);
export type TakedownRules = v.InferOutput<typeof TakedownRules>;

const ShownRules = v.array(v.strictObject({ kind: ShownKind, months: v.nullable(Count) }));

/**
 * What holds for how long things are read, and what goes in the next month: by what is saved, or by
 * `rules` that are thought of. docs/rules.md#R-308
 */
export const takedownPlan = defineAction({
  fn,
  name: 'takedownPlan',
  allow: self(['committee-office']),
  input: v.strictObject({ rules: v.optional(TakedownRules) }),
  output: v.strictObject({
    nowMs: AtMs,
    month: Month,
    /** From which on a version holds that is saved now. */
    nextMonth: Month,
    /** The newest; 0: nothing was ever set. */
    version: Count,
    /** What holds in the two months; each kind once. */
    now: ShownRules,
    next: ShownRules,
    /** Nothing goes before; absent where it is past. docs/rules.md#R-319 */
    firstAtMs: v.optional(AtMs),
    /** How much goes in the next month by the rules that were asked for. */
    going: v.array(v.strictObject({ kind: ShownKind, count: Count })),
    /** Who has set something, newest first. */
    trail: v.array(
      v.strictObject({ version: Count, fromMonth: Month, byName: v.string(), atMs: AtMs }),
    ),
  }),
  errors: [],
});
export type TakedownPlan = v.InferOutput<(typeof takedownPlan)['output']>;

/** What of a kind goes in the next month where it is read for so many months, the oldest first. docs/rules.md#R-308 */
export const takedownList = defineAction({
  fn,
  name: 'takedownList',
  allow: self(['committee-office']),
  input: v.pipe(
    v.strictObject({ kind: Kind, months: Count, cursor: v.optional(Cursor) }),
    v.check(
      ({ kind, months }) => READ_MONTHS[kind].least <= months && months <= READ_MONTHS[kind].most,
    ),
  ),
  output: v.strictObject({
    nowMs: AtMs,
    nextMonth: Month,
    rows: v.array(
      v.strictObject({
        id: Id,
        title: v.string(),
        /** Of its issue; of a document its last. */
        day: Day,
        /** '' of a branch that is gone. */
        branchName: v.string(),
        /** Who has written or brought it. */
        name: v.string(),
        /** Shown ones, that go with it. */
        comments: Count,
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/**
 * A new version, from next month on, after exactly the version that the phone has before it.
 * docs/rules.md#R-308
 */
export const saveTakedown = defineAction({
  fn,
  name: 'saveTakedown',
  allow: self(['committee-office']),
  input: v.strictObject({ version: Count, rules: TakedownRules }),
  output: v.strictObject({ version: Count, fromMonth: Month }),
  errors: [
    /** Somebody else has saved since, or another save of this phone has arrived. */
    'changed-meanwhile',
  ],
});

/** One thing is read for longer than its rule says, until a month in which it goes after all. docs/rules.md#R-309 */
export const keepLonger = defineAction({
  fn,
  name: 'keepLonger',
  allow: self(['committee-office']),
  input: v.strictObject({
    kind: Kind,
    id: Id,
    untilMonth: Month,
    reason: Words(MOST_CHARACTERS.reason),
    /** The phone's: a repetition does nothing twice. */
    deedId: Id,
  }),
  output: Nothing,
  errors: [
    /** It is read no more, or never was. */
    'not-read',
    /** Not after the next month, or too far ahead. */
    'bad-month',
    /** This very deed was done before, until another month or with another reason. docs/rules.md#R-287 */
    'written-before',
  ],
});

export const takedownActions = { takedownPlan, takedownList, saveTakedown, keepLonger } as const;
