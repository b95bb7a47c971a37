/** One run of the clock, as its jobs see it. */
export interface Run {
  readonly nowMs: () => number;
  /** By `performance.now()`: what is not begun by then is left to the next run. */
  readonly stopAtMs: number;
}

/** Finds what it has to do by a query of its own and does it; how much. Can be repeated and cut off. */
export type Job = (run: Run) => Promise<number>;
