import { isAnswerRight, type Question } from '../../study/make-up-quiz';
import type { Interval } from '../../time/interval';
import { MS_PER_DAY } from '../../time/local-day';

/** docs/rules.md#R-251 */
export const CONTEST_LIMITS = {
  questions: 20,
  /** Of one name, counted on from the first. */
  rounds: 20,
  longestDays: 14,
  /** From now to the start. */
  daysAhead: 60,
} as const;

export const CONTEST_STATES = ['draft', 'coming', 'running', 'over', 'called-off'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** `dropped`: a draft that nobody has seen. */
export const CONTEST_STEPS = ['draft', 'published', 'called-off', 'dropped'] as const;
export type ContestStep = (typeof CONTEST_STEPS)[number];

/** What is stored of how far a contest is. Instants; it runs in [startAtMs, endAtMs). */
export interface ContestStanding {
  readonly step: ContestStep;
  readonly startAtMs: number;
  readonly endAtMs: number;
}

/** How a contest stands at an instant: its start belongs to it, its end does not. docs/rules.md#R-251 */
export function contestStateAt(
  { step, startAtMs, endAtMs }: ContestStanding,
  nowMs: number,
): ContestState {
  if (step === 'dropped') return 'called-off';
  if (step !== 'published') return step;
  if (nowMs < startAtMs) return 'coming';
  return nowMs < endAtMs ? 'running' : 'over';
}

/**
 * Whether a window can be one: it ends after its start, is no longer than fourteen days and begins at
 * most sixty days after `nowMs`. docs/rules.md#R-251
 */
export function isWindow({ startAtMs, endAtMs }: Interval, nowMs: number): boolean {
  const { longestDays, daysAhead } = CONTEST_LIMITS;
  return (
    startAtMs < endAtMs &&
    endAtMs - startAtMs <= longestDays * MS_PER_DAY &&
    startAtMs <= nowMs + daysAhead * MS_PER_DAY
  );
}

/** What one person chose in one question, and when, by their phone moved to the clock of the server. */
export interface GivenAnswer {
  readonly questionId: string;
  readonly chosen: readonly string[];
  readonly atMs: number;
}

/**
 * The answers of a person after more of them came, from whichever phone: of two to one question the
 * one that was given later stands, of two of one instant the one that was there. docs/rules.md#R-254
 */
export function answersTogether<A extends GivenAnswer>(
  kept: readonly A[],
  sent: readonly A[],
): readonly A[] {
  const byQuestion = new Map(kept.map((answer) => [answer.questionId, answer]));
  for (const answer of sent) {
    const known = byQuestion.get(answer.questionId);
    if (known === undefined || known.atMs < answer.atMs) byQuestion.set(answer.questionId, answer);
  }
  return [...byQuestion.values()];
}

/**
 * When what a person answered counts: when they handed it in, else at the end of the contest, with what
 * had come by then; null while neither is, and for who answered nothing. docs/rules.md#R-255
 */
export function handedInAtMs(
  entry: { readonly handedInAtMs: number | null; readonly answers: readonly GivenAnswer[] },
  endAtMs: number,
  nowMs: number,
): number | null {
  if (entry.handedInAtMs !== null) return entry.handedInAtMs;
  return entry.answers.length > 0 && nowMs >= endAtMs ? endAtMs : null;
}

/** Whether a question was answered rightly; one that was left out was not. docs/rules.md#R-102 */
export function isRightIn(question: Question, answers: readonly GivenAnswer[]): boolean {
  const given = answers.find(({ questionId }) => questionId === question.questionId);
  return given !== undefined && isAnswerRight(question, given.chosen);
}

/** How many questions were answered rightly. */
export function rightIn(questions: readonly Question[], answers: readonly GivenAnswer[]): number {
  return questions.filter((question) => isRightIn(question, answers)).length;
}
