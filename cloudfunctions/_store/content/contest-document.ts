import * as v from 'valibot';
import { CrewInContest } from '../../../contract/content/contest-shapes';
import { Award, Criterion } from '../../../contract/content/lecture-shapes';
import { AtMs, Count, Id } from '../../../contract/fields';
import {
  CONTEST_LIMITS,
  CONTEST_STEPS,
  type ContestStanding,
} from '../../../domain/content/contest/contest';
import { QUESTION_KINDS } from '../../../domain/study/make-up-quiz';
import { documentKind } from '../document-kind';

const Author = v.object({ memberId: Id, name: v.string() });

const Question = v.object({
  questionId: Id,
  kind: v.picklist(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.object({ optionId: Id, text: v.string(), isRight: v.boolean() })),
  why: v.string(),
});
export type StoredQuestion = v.InferOutput<typeof Question>;

/** Of a contest of lectures: what is judged, for which awards, by whom and until when. docs/rules.md#R-300 */
const Panel = v.object({
  criteria: v.array(Criterion),
  awards: v.array(Award),
  tieCriterionId: v.nullable(Id),
  judges: v.array(
    v.object({
      memberId: Id,
      name: v.string(),
      relieved: v.nullable(
        v.object({ by: Author, atMs: AtMs, reason: v.string(), insteadId: v.nullable(Id) }),
      ),
    }),
  ),
  judgeByMs: AtMs,
  /** When the last mark was in. */
  judgedAtMs: v.nullable(AtMs),
});
export type Panel = v.InferOutput<typeof Panel>;

/** One round, with its questions; below 60 KB. docs/rules.md#R-251 */
export const ContestDocument = v.object({
  /** The phone's. */
  _id: Id,
  branchId: Id,
  step: v.picklist(CONTEST_STEPS),
  title: v.string(),
  round: Count,
  startAtMs: AtMs,
  endAtMs: AtMs,
  questions: v.pipe(v.array(Question), v.maxLength(CONTEST_LIMITS.questions)),
  createdBy: Author,
  createdAtMs: AtMs,
  /** With it the order that everybody gets, the crews as they were then, and how many were asked; null: a draft. */
  published: v.nullable(
    v.object({
      by: Author,
      atMs: AtMs,
      seed: v.string(),
      crews: v.array(CrewInContest),
      asked: Count,
    }),
  ),
  calledOff: v.nullable(v.object({ by: Author, atMs: AtMs, reason: v.string() })),
  /** One of lectures, which has no questions; what is entered ends at endAtMs. docs/rules.md#R-300 */
  panel: v.optional(Panel),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type ContestDocument = v.InferOutput<typeof ContestDocument>;

export const CONTESTS = documentKind('contests', ContestDocument);

/** What one member has answered; below 10 KB. docs/rules.md#R-254 */
export const ContestEntry = v.object({
  /** Follows from contest and member. */
  _id: Id,
  contestId: Id,
  memberId: Id,
  /** As it was when the first answer came. */
  name: v.string(),
  answers: v.array(v.object({ questionId: Id, chosen: v.array(Id), atMs: AtMs })),
  /** By the person; null too where the end did it. docs/rules.md#R-255 */
  handedInAtMs: v.nullable(AtMs),
  isShared: v.boolean(),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type ContestEntry = v.InferOutput<typeof ContestEntry>;

export const CONTEST_ENTRIES = documentKind('contest_entries', ContestEntry);

export const standingOf = ({ step, startAtMs, endAtMs }: ContestDocument): ContestStanding => {
  return { step, startAtMs, endAtMs };
};
