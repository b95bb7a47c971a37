import type { AskedQuestion, ContestResult } from '../../../contract/content/contest-shapes';
import {
  contestStateAt,
  handedInAtMs,
  isRightIn,
  rightIn,
} from '../../../domain/content/contest/contest';
import { ownOrder } from '../../../domain/content/contest/own-order';
import {
  standingOf,
  type ContestDocument,
  type ContestEntry,
} from '../../_store/content/contest-document';

export const stateOf = (contest: ContestDocument, nowMs: number) =>
  contestStateAt(standingOf(contest), nowMs);

/** When an entry counts as handed in; null: not yet, or never. What was called off has no end. docs/rules.md#R-255 */
export function countsSince(
  contest: ContestDocument,
  entry: ContestEntry,
  nowMs: number,
): number | null {
  return contest.step === 'published'
    ? handedInAtMs(entry, contest.endAtMs, nowMs)
    : entry.handedInAtMs;
}

/** What the person themselves is told; null before they have handed in. */
export function resultOf(
  contest: ContestDocument,
  entry: ContestEntry | undefined,
  nowMs: number,
): ContestResult | null {
  const atMs = entry === undefined ? null : countsSince(contest, entry, nowMs);
  if (entry === undefined || atMs === null) return null;
  return {
    handedInAtMs: atMs,
    right: rightIn(contest.questions, entry.answers),
    isShared: entry.isShared,
    solutions: contest.questions.map((question) => ({
      questionId: question.questionId,
      isRight: isRightIn(question, entry.answers),
      rightOptionIds: question.options
        .filter(({ isRight }) => isRight)
        .map(({ optionId }) => optionId),
      why: question.why,
    })),
  };
}

/** In the order of one person; the two options of true or false keep theirs. docs/rules.md#R-253 */
export function askedQuestions(
  { questions, published }: ContestDocument,
  memberId: string,
): AskedQuestion[] {
  const by = { seed: published?.seed ?? '', memberId };
  return ownOrder(questions, ({ questionId }) => questionId, by).map(
    ({ questionId, kind, text, options }) => ({
      questionId,
      kind,
      text,
      options: (kind === 'true-false'
        ? options
        : ownOrder(options, ({ optionId }) => `${questionId}/${optionId}`, by)
      ).map(({ optionId, text: words }) => ({ optionId, text: words })),
    }),
  );
}
