import * as v from 'valibot';
import { CONTEST_LIMITS } from '../../domain/content/contest/contest';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Day, Id, Nothing, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { CONTEST_WRITERS } from '../roles';
import { ShownQuizQuestion } from '../study/make-up-shapes';
import { ContestDraft, CrewInContest, ShownContestState } from './contest-shapes';

const fn = 'content';

/** A contest with what is right, for who writes it. */
export const contestForm = defineAction({
  fn,
  name: 'contestForm',
  allow: inBranch('contest', CONTEST_WRITERS),
  input: v.strictObject({ contestId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    state: ShownContestState,
    revision: Count,
    title: v.string(),
    round: Count,
    startAtMs: AtMs,
    endAtMs: AtMs,
    questions: v.array(ShownQuizQuestion),
  }),
  errors: [],
});

/** Writes a draft, or writes it anew. The phone chooses the id: a retry writes nothing twice. */
export const saveContest = defineAction({
  fn,
  name: 'saveContest',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    contestId: Id,
    /** The one that stood on the phone; 0: it is new. */
    revision: Count,
    draft: ContestDraft,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** detail.id, detail.fault */
    'bad-question',
    /** It ends before it starts, is longer than fourteen days, or begins too far ahead. */
    'bad-window',
    /** Others answer it by now, or it is over. */
    'already-published',
    /** Somebody has dropped it, or called it off. */
    'contest-called-off',
    /** Somebody else saved since this phone read it. */
    'changed-meanwhile',
  ],
});

/** From now on it stays as it is; who is asked is told. Repeated, it does nothing more. */
export const publishContest = defineAction({
  fn,
  name: 'publishContest',
  allow: inBranch('contest', CONTEST_WRITERS),
  input: v.strictObject({ contestId: Id, revision: Count }),
  output: v.strictObject({ asked: Count }),
  errors: [
    'changed-meanwhile',
    /** Its window begins in the past, or too far ahead by now. */
    'bad-window',
    'contest-called-off',
  ],
});

/** Drops a draft, or calls a contest off that is not over. */
export const callOffContest = defineAction({
  fn,
  name: 'callOffContest',
  allow: inBranch('contest', CONTEST_WRITERS),
  input: v.strictObject({
    contestId: Id,
    reason: Words(MOST_CHARACTERS.reason),
    /** Of the draft that stood on the phone: that is dropped or nothing; left out, whatever stands there ends. */
    revision: v.optional(Count),
  }),
  output: Nothing,
  errors: [
    'contest-over',
    /** A draft was to be dropped, and somebody has published it. */
    'already-published',
    /** A draft was to be dropped, and somebody has written on it since. */
    'changed-meanwhile',
    /** It was done before, with another reason or by somebody else; that stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

const MINUTES = v.strictObject({ startAtMs: AtMs, endAtMs: AtMs });

/**
 * How long each crew of a branch is awake and off duty in a window, or the window in which they differ
 * least. Writes nothing. docs/rules.md#R-252
 */
export const contestWindow = defineAction({
  fn,
  name: 'contestWindow',
  allow: inBranch('branch', CONTEST_WRITERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    ask: v.variant('kind', [
      v.strictObject({ kind: v.literal('weigh'), ...MINUTES.entries }),
      v.strictObject({
        kind: v.literal('find'),
        fromDay: Day,
        days: v.pipe(Count, v.minValue(1), v.maxValue(CONTEST_LIMITS.longestDays)),
        hours: v.pipe(Count, v.minValue(1), v.maxValue(CONTEST_LIMITS.longestDays * 24)),
      }),
    ]),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    ...MINUTES.entries,
    crews: v.array(CrewInContest),
    isEqual: v.boolean(),
    /** Of what was looked for, where crews differ: the shortest in whole days that is the same for all. */
    equal: v.nullable(MINUTES),
  }),
  errors: [
    'bad-window',
    /** Its starts lie all in the past, or too far ahead. */
    'no-such-time',
  ],
});

export const contestWritingActions = {
  contestForm,
  saveContest,
  publishContest,
  callOffContest,
  contestWindow,
} as const;
