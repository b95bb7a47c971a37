import * as v from 'valibot';
import { CONTEST_LIMITS, CONTEST_STATES } from '../../domain/content/contest/contest';
import { QUESTION_KINDS } from '../../domain/study/make-up-quiz';
import { AtMs, Count, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { ShownLectureState } from './lecture-shapes';
import { OPTIONS, QuizQuestion } from '../study/make-up-shapes';

/** `lectures`: another kind, whose standing its own field says. */
export const ShownContestState = growing([...CONTEST_STATES, 'lectures']);
export type ShownContestState = v.InferOutput<typeof ShownContestState>;

/** What an officer writes. Instants; the window is [startAtMs, endAtMs). docs/rules.md#R-251 */
export const ContestDraft = v.strictObject({
  title: Words(MOST_CHARACTERS.title),
  round: v.pipe(Count, v.minValue(1), v.maxValue(CONTEST_LIMITS.rounds)),
  startAtMs: AtMs,
  endAtMs: AtMs,
  questions: v.pipe(v.array(QuizQuestion), v.minLength(1), v.maxLength(CONTEST_LIMITS.questions)),
});
export type ContestDraft = v.InferOutput<typeof ContestDraft>;

/** How long the people of one crew are awake and off duty in a window. docs/rules.md#R-252 */
export const CrewInContest = v.strictObject({
  /** null: people without a crew. */
  crewId: v.nullable(Id),
  crewName: v.nullable(v.string()),
  people: Count,
  awakeMinutes: Count,
});
export type CrewInContest = v.InferOutput<typeof CrewInContest>;

export const ContestRow = v.strictObject({
  contestId: Id,
  title: v.string(),
  round: Count,
  state: ShownContestState,
  startAtMs: AtMs,
  endAtMs: AtMs,
  questions: Count,
  /** Of a contest of lectures. docs/rules.md#R-300 */
  lectures: v.optional(v.strictObject({ state: ShownLectureState, judgeByMs: AtMs })),
});
export type ContestRow = v.InferOutput<typeof ContestRow>;

/** As it is asked: nothing of what is right. */
export const AskedQuestion = v.strictObject({
  questionId: Id,
  kind: growing(QUESTION_KINDS),
  text: v.string(),
  options: v.array(v.strictObject({ optionId: Id, text: v.string() })),
});
export type AskedQuestion = v.InferOutput<typeof AskedQuestion>;

/** To one question: what was chosen, and when, by the phone's clock moved to that of the server. */
export const GivenAnswer = v.strictObject({
  questionId: Id,
  chosen: v.pipe(v.array(Id), v.minLength(1), v.maxLength(OPTIONS.most)),
  atMs: AtMs,
});
export type GivenAnswer = v.InferOutput<typeof GivenAnswer>;

/** Of who has handed in, for themselves. */
export const ContestResult = v.strictObject({
  handedInAtMs: AtMs,
  right: Count,
  /** Whether others see it. docs/rules.md#R-256 */
  isShared: v.boolean(),
  solutions: v.array(
    v.strictObject({
      questionId: Id,
      isRight: v.boolean(),
      rightOptionIds: v.array(Id),
      why: v.string(),
    }),
  ),
});
export type ContestResult = v.InferOutput<typeof ContestResult>;
