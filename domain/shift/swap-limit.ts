import { instantOf, type LocalDay } from '../time/local-day';
import type { ShiftHours } from './rotation';

/** What each of the two works instead on a day of a swap. */
export interface SwapTake<Shift extends ShiftHours = ShiftHours> {
  readonly day: LocalDay;
  readonly proposer: readonly Shift[];
  readonly partner: readonly Shift[];
}

/**
 * Until when a swap can be answered or taken back, ms: the instant at which the first shift of
 * either on its days begins; at that instant it is over. Where no shift is known, 00:00 of the
 * first day, Asia/Shanghai. docs/rules.md#R-75
 */
export function swapLimitAtMs(days: readonly LocalDay[], takes: readonly SwapTake[]): number {
  const starts = takes.flatMap(({ day, proposer, partner }) =>
    [...proposer, ...partner]
      .filter(({ durationMinutes }) => durationMinutes > 0)
      .map(({ startMinute }) => instantOf(day, startMinute)),
  );
  return Math.min(...(starts.length > 0 ? starts : days.map((day) => instantOf(day, 0))));
}
