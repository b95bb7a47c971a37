import { MS_PER_HOUR, MS_PER_MINUTE } from '../../time/local-day';
import { ballotsNeeded, type CountedFrom } from './poll-rules';

/** Of fewer people nothing is said before the end: each of them would know too much. docs/rules.md#R-174 */
export const LEAST_ROLL_TOLD = 10;

/** What was counted at the last look. */
export interface Look {
  readonly ballots: number;
  readonly atMs: number;
}

export type TurnoutTold =
  /** Fewer than ten are entitled. */
  | { readonly kind: 'never' }
  /** Nobody has looked yet. */
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'enough' | 'not-enough'; readonly atMs: number };

/**
 * All that anybody hears of the turnout before the end: whether as many have voted as it takes, as it
 * was at the last look. docs/rules.md#R-174
 */
export function turnoutTold(entitled: number, rules: CountedFrom, look: Look | null): TurnoutTold {
  if (entitled < LEAST_ROLL_TOLD) return { kind: 'never' };
  if (look === null) return { kind: 'not-yet' };
  const isEnough = look.ballots >= ballotsNeeded(entitled, rules);
  return { kind: isEnough ? 'enough' : 'not-enough', atMs: look.atMs };
}

/** When to look next: at the next full hour, or at the end. Full hours are those of Shanghai. docs/rules.md#R-174 */
export function nextLookAtMs(nowMs: number, closesAtMs: number): number {
  const nextHourAtMs = (Math.floor(nowMs / MS_PER_HOUR) + 1) * MS_PER_HOUR;
  return nowMs < closesAtMs ? Math.min(nextHourAtMs, closesAtMs) : nextHourAtMs;
}

/** How long after a full hour a look still is one of that hour. */
const LATE_MS = 5 * MS_PER_MINUTE;

/** Whether a look was planned for a full hour: by then the box is written anew, whoever has voted. */
export const isHourly = (plannedAtMs: number): boolean => plannedAtMs % MS_PER_HOUR === 0;

/**
 * Whether a look that was planned for an instant and is taken now counts: at a full hour. One that was planned
 * for an end which was put off since does not, or whoever puts it off would choose when turnout is told; nor
 * does one for which the clock comes late, in the middle of an hour. docs/rules.md#R-174
 */
export const countsAt = (plannedAtMs: number, nowMs: number): boolean =>
  isHourly(plannedAtMs) && nowMs % MS_PER_HOUR <= LATE_MS;
