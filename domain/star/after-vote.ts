import { addDays, dayOfInstant, instantOf } from '../time/local-day';
import type { StarState } from './star-month';

export const DECISIONS = ['accepted', 'not-accepted'] as const;
export type StarDecision = (typeof DECISIONS)[number];

export const AFTER_LIMITS = {
  /** Characters of a decision, an objection, its answer. */
  words: 300,
  /** Of a month, and of one person. */
  objections: 20,
  objectionsByOne: 3,
  /** Of the record of the meeting, and of each decision in it. */
  minutes: 2000,
  decision: 100,
  decisions: 10,
} as const;

/** What a poll has come to: `tied`, another round between them or the committee, as the ballot said; `not-valid`, too few ballots, or nobody has enough. */
export const POLL_OUTCOMES = ['chosen', 'tied', 'not-valid'] as const;

/** What comes between equals, by what the ballot said. docs/rules.md#R-177 */
export const NEXT_BETWEEN_EQUALS = ['run-off', 'committee'] as const;
export type NextBetweenEquals = (typeof NEXT_BETWEEN_EQUALS)[number];

/** As the committee finds it. */
interface Counted {
  readonly outcome: (typeof POLL_OUTCOMES)[number];
  readonly memberIds: readonly string[];
}

export type DecisionFault = 'not-of-result' | 'another-round' | 'reason-missing';

/**
 * What is wrong with a decision of the committee: it accepts exactly whom the poll has chosen, or one
 * of those who are equal, unless the ballot promised another round between them; not accepting, choosing
 * among equals, and accepting somebody whose notice was taken back, has a written reason. `next` null: nobody
 * is equal. docs/rules.md#R-161
 */
export function decisionFault(
  { outcome, memberIds }: Counted,
  next: NextBetweenEquals | null,
  decided: {
    readonly outcome: StarDecision;
    readonly memberIds: readonly string[];
    readonly reason: string | null;
  },
  noticedBefore: readonly string[] = [],
): DecisionFault | null {
  const isAccepted = decided.outcome === 'accepted';
  const [one] = decided.memberIds;
  const isOfResult = {
    chosen: [...decided.memberIds].sort().join() === [...memberIds].sort().join(),
    tied: decided.memberIds.length === 1 && one !== undefined && memberIds.includes(one),
    'not-valid': false,
  }[outcome];
  if (isAccepted && next === 'run-off') return 'another-round';
  if (isAccepted && !isOfResult) return 'not-of-result';
  if (!isAccepted && decided.memberIds.length > 0) return 'not-of-result';
  const isAgain = decided.memberIds.some((id) => noticedBefore.includes(id));
  const needsReason = !isAccepted || outcome === 'tied' || isAgain;
  return needsReason && decided.reason === null ? 'reason-missing' : null;
}

export type EndFault = 'under-way' | 'over' | 'own-candidacy';

/**
 * Why somebody cannot end a month without a star as it stands; null: they can. Not while people vote or
 * object, not twice, and not whose own matter it is. docs/rules.md#R-163, docs/rules.md#R-284
 */
export function endFault(state: StarState, hasStake: boolean): EndFault | null {
  if (state === 'over') return 'over';
  if (state === 'voting' || state === 'public') return 'under-way';
  return hasStake ? 'own-candidacy' : null;
}

/**
 * When a public notice of so many whole days ends that is put up at `fromMs`: at 0:00 after the last of
 * them, the first being the day after; Asia/Shanghai. docs/rules.md#R-162
 */
export function publicEndAtMs(fromMs: number, days: number): number {
  return instantOf(addDays(dayOfInstant(fromMs), days + 1), 0);
}

/** Whether anybody may object at `nowMs`: until the public notice ends, that instant not within. docs/rules.md#R-162 */
export function takesObjections(
  {
    state,
    publicUntilAtMs,
  }: { readonly state: StarState; readonly publicUntilAtMs: number | null },
  nowMs: number,
): boolean {
  return state === 'public' && publicUntilAtMs !== null && nowMs < publicUntilAtMs;
}
