import * as v from 'valibot';
import { CONTEST_LIMITS } from '../../domain/content/contest/contest';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Cursor, Id, Nothing } from '../fields';
import { ANY_MEMBER } from '../roles';
import {
  AskedQuestion,
  ContestResult,
  ContestRow,
  CrewInContest,
  GivenAnswer,
  ShownContestState,
} from './contest-shapes';

const fn = 'content';

/** The contests of a branch, the newest first; drafts and what was called off as a draft are for who writes them. */
export const contests = defineAction({
  fn,
  name: 'contests',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ branchId: v.optional(Id), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    canWrite: v.boolean(),
    rows: v.array(ContestRow),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** One contest, its questions in the caller's own order once it runs, and what others may see of it. */
export const contest = defineAction({
  fn,
  name: 'contest',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    contestId: Id,
    branchId: Id,
    title: v.string(),
    round: Count,
    state: ShownContestState,
    startAtMs: AtMs,
    endAtMs: AtMs,
    byName: v.string(),
    calledOff: v.nullable(v.strictObject({ byName: v.string(), reason: v.string() })),
    canWrite: v.boolean(),
    /** Of this branch: others look on. */
    mayAnswer: v.boolean(),
    crews: v.array(CrewInContest),
    /** What the order of everybody follows from, with their id; '' of a draft. docs/rules.md#R-253 */
    seed: v.string(),
    memberId: Id,
    questionCount: Count,
    /** None before the start, and after the end none for who took no part. */
    questions: v.array(AskedQuestion),
    answers: v.array(GivenAnswer),
    /** null until the caller has handed in. */
    result: v.nullable(ContestResult),
    taking: v.strictObject({
      asked: Count,
      took: Count,
      /** By name; `right` of those who agreed. docs/rules.md#R-256 */
      people: v.array(v.strictObject({ name: v.string(), right: v.nullable(Count) })),
      /** After the end, where it tells of nobody. */
      figures: v.nullable(
        v.strictObject({
          averageTenths: Count,
          hardest: v.nullable(v.strictObject({ text: v.string(), wrong: Count })),
        }),
      ),
    }),
  }),
  errors: [],
});

const MANY_ANSWERS = v.pipe(v.array(GivenAnswer), v.maxLength(CONTEST_LIMITS.questions));

/**
 * Saves answers, each once however often it comes, and hands in where that is wanted; what was handed
 * in stays as it is. docs/rules.md#R-254, docs/rules.md#R-255
 */
export const answerContest = defineAction({
  fn,
  name: 'answerContest',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id, answers: MANY_ANSWERS, isHandedIn: v.boolean() }),
  output: v.strictObject({
    nowMs: AtMs,
    answers: v.array(GivenAnswer),
    result: v.nullable(ContestResult),
  }),
  errors: [
    /** Of another branch. */
    'not-asked',
    /** detail.startAtMs */
    'not-started',
    /** Nothing of this call was kept; detail.endAtMs, detail.saved: how many had come before. */
    'contest-over',
    'contest-called-off',
    /** These answers came after handing in, and differ from what was handed in. */
    'handed-in',
    /** A question or an option that is none of this contest. */
    'unknown-question',
    /** Nothing was answered. */
    'nothing-to-hand-in',
  ],
});

/** Whether others see one's result; said as often as one likes. docs/rules.md#R-256 */
export const shareContestResult = defineAction({
  fn,
  name: 'shareContestResult',
  allow: inBranch('contest', ANY_MEMBER),
  input: v.strictObject({ contestId: Id, isShared: v.boolean() }),
  output: Nothing,
  errors: [
    /** There is no result of the caller's. */
    'not-handed-in',
  ],
});

export const contestTakingActions = {
  contests,
  contest,
  answerContest,
  shareContestResult,
} as const;
