import { performance } from 'node:perf_hooks';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../domain/time/local-day';
import { logFailure } from '../_kit/log';
import type { Job, Run } from './job';
import { assessMonths } from './jobs/assess-months';
import { announceStars } from './jobs/announce-stars';
import { draftRecurring } from './jobs/draft-recurring';
import { keepMonths } from './jobs/keep-months';
import { dropFiles } from './jobs/drop-files';
import { finishImports, forgetImports } from './jobs/finish-imports';
import { followRings } from './jobs/follow-rings';
import { forgetOldDocuments } from './jobs/forget-old';
import { keepDuties } from './jobs/keep-duties';
import { lapseSwaps } from './jobs/lapse-swaps';
import { lookAtPolls } from './jobs/look-at-polls';
import { lookAtChecks } from './jobs/look-at-checks';
import { noteDuty } from './jobs/note-duty';
import { publishIssues } from './jobs/publish-issues';
import { sendDue } from './jobs/send-due';
import { takeDownOld } from './jobs/take-down-old';
import { tellOfStars } from './jobs/tell-of-stars';
import { tellOfStudies } from './jobs/tell-of-studies';

/** Well before the platform ends the function. */
const WORK_MS = 35_000;

interface Plan {
  readonly job: Job;
  /** What can wait is not looked for in every run, for each look is a request. */
  readonly everyMs: number;
}

/** In the order in which they run, those that do a bounded amount first; one file each in jobs/. */
const JOBS = {
  lapseSwaps: { job: lapseSwaps, everyMs: 0 },
  noteDuty: { job: noteDuty, everyMs: 0 },
  lookAtPolls: { job: lookAtPolls, everyMs: 5 * MS_PER_MINUTE },
  lookAtChecks: { job: lookAtChecks, everyMs: 5 * MS_PER_MINUTE },
  tellOfStudies: { job: tellOfStudies, everyMs: 5 * MS_PER_MINUTE },
  tellOfStars: { job: tellOfStars, everyMs: 5 * MS_PER_MINUTE },
  publishIssues: { job: publishIssues, everyMs: 5 * MS_PER_MINUTE },
  keepDuties: { job: keepDuties, everyMs: 6 * MS_PER_HOUR },
  /** Of the hours in which it works it sees each once; else it asks nothing. */
  takeDownOld: { job: takeDownOld, everyMs: MS_PER_HOUR },
  draftRecurring: { job: draftRecurring, everyMs: 15 * MS_PER_MINUTE },
  announceStars: { job: announceStars, everyMs: 15 * MS_PER_MINUTE },
  keepMonths: { job: keepMonths, everyMs: 10 * MS_PER_MINUTE },
  assessMonths: { job: assessMonths, everyMs: 10 * MS_PER_MINUTE },
  finishImports: { job: finishImports, everyMs: 5 * MS_PER_MINUTE },
  forgetImports: { job: forgetImports, everyMs: MS_PER_HOUR },
  dropFiles: { job: dropFiles, everyMs: MS_PER_HOUR },
  forgetOldDocuments: { job: forgetOldDocuments, everyMs: MS_PER_DAY },
  sendDue: { job: sendDue, everyMs: 0 },
  /** After what it follows. */
  followRings: { job: followRings, everyMs: 0 },
} as const satisfies Readonly<Record<string, Plan>>;

/** By this instance; another one, or this one after the clock was set back, looks at once. */
const lookedAtMs = new Map<string, number>();

export type RunReport = Readonly<Partial<Record<keyof typeof JOBS, number>>>;

/**
 * What each job did. One that fails is logged and does not keep the others from their work; the run
 * fails after them.
 */
export async function runClock(nowMs: () => number): Promise<RunReport> {
  const run: Run = { nowMs, stopAtMs: performance.now() + WORK_MS };
  const done: Partial<Record<keyof typeof JOBS, number>> = {};
  const failed: string[] = [];
  for (const [name, { job, everyMs }] of Object.entries(JOBS) as [keyof typeof JOBS, Plan][]) {
    const sinceMs = Math.abs(nowMs() - (lookedAtMs.get(name) ?? -Infinity));
    if (sinceMs < everyMs) continue;
    try {
      done[name] = await job(run);
      lookedAtMs.set(name, nowMs());
    } catch (error) {
      logFailure(name, '', error);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Error(`jobs of the clock failed: ${failed.join(', ')}`);
  return done;
}
