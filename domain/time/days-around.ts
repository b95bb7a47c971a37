import type { Interval } from './interval';
import { addDays, dayOfInstant, instantOf } from './local-day';

/** The whole civil days from the start of the first of some intervals to the end of the last; of none it is empty. */
export function daysAround(intervals: readonly Interval[]): Interval {
  if (intervals.length === 0) return { startAtMs: 0, endAtMs: 0 };
  const startAtMs = Math.min(...intervals.map((interval) => interval.startAtMs));
  const endAtMs = Math.max(...intervals.map((interval) => interval.endAtMs));
  return {
    startAtMs: instantOf(dayOfInstant(startAtMs), 0),
    endAtMs: instantOf(addDays(dayOfInstant(endAtMs - 1), 1), 0),
  };
}
