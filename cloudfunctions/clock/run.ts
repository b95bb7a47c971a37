import { performance } from 'node:perf_hooks';
import { logFailure } from '../_kit/log';
import type { Job, Run } from './job';
import { keepMonths } from './jobs/keep-months';
import { lapseSwaps } from './jobs/lapse-swaps';
import { noteDuty } from './jobs/note-duty';
import { sendDue } from './jobs/send-due';

/** Well before the platform ends the function. */
const WORK_MS = 35_000;

/** In the order in which they run, those that do a bounded amount first; one file each in jobs/. */
const JOBS = { lapseSwaps, noteDuty, keepMonths, sendDue } as const satisfies Readonly<
  Record<string, Job>
>;

export type RunReport = Readonly<Partial<Record<keyof typeof JOBS, number>>>;

/**
 * What each job did. One that fails is logged and does not keep the others from their work; the run
 * fails after them.
 */
export async function runClock(nowMs: () => number): Promise<RunReport> {
  const run: Run = { nowMs, stopAtMs: performance.now() + WORK_MS };
  const done: Partial<Record<keyof typeof JOBS, number>> = {};
  const failed: string[] = [];
  for (const [name, job] of Object.entries(JOBS) as [keyof typeof JOBS, Job][]) {
    try {
      done[name] = await job(run);
    } catch (error) {
      logFailure(name, '', error);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Error(`jobs of the clock failed: ${failed.join(', ')}`);
  return done;
}
