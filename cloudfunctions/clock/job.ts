import { MS_PER_MINUTE } from '../../domain/time/local-day';

/** One run of the clock, as its jobs see it. */
export interface Run {
  readonly nowMs: () => number;
  /** By `performance.now()`: what is not begun by then is left to the next run. */
  readonly stopAtMs: number;
}

/** Finds what it has to do by a query of its own and does it; how much. Can be repeated and cut off. */
export type Job = (run: Run) => Promise<number>;

/** Longer than a call may run: whoever has not told by then what they did is at it no more. */
export const CUT_OFF_AFTER_MS = 2 * MS_PER_MINUTE;
