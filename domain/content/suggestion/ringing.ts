import { MS_PER_MINUTE } from '../../time/local-day';

/** So long after phones were to ring, nobody of whom nothing was heard counts as rung. docs/rules.md#R-341 */
const RINGING_MS = 5 * MS_PER_MINUTE;

/** A round of phones that an urgent hazard is to ring. */
export interface Round {
  /** Since when; null once it is known what became of each. */
  readonly sinceAtMs: number | null;
}

/** Whether it may still be heard that a phone of the round has rung; false also of none. */
export const isRinging = (round: Round | undefined, nowMs: number): boolean =>
  round !== undefined && round.sinceAtMs !== null && nowMs < round.sinceAtMs + RINGING_MS;
