import { performance } from 'node:perf_hooks';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { applyRosterImport } from '../../_deliver/apply-roster-import';
import { rosterImports } from '../../_store/people/roster-imports';
import type { Job } from '../job';

/** Longer than the function may run that applies it: until then it is not cut off. */
const AT_WORK_MS = 2 * MS_PER_MINUTE;
const MOST_A_RUN = 5;
/** What has been done is kept for a day, so that asking again is answered. */
const KEPT_MS = MS_PER_DAY;

/** Goes on with rosters that were decided and cut off. How many were finished. docs/decisions/all-or-nothing-import.md */
export const finishImports: Job = async ({ nowMs, stopAtMs }) => {
  const cutOff = await rosterImports.cutOff(nowMs() - AT_WORK_MS, MOST_A_RUN);
  let count = 0;
  for (const decided of cutOff) {
    if (performance.now() >= stopAtMs) break;
    await applyRosterImport(decided, await rosterImports.stepsOf(decided), nowMs());
    count += 1;
  }
  return count;
};

/** Forgets lists that were sent, and what was done with them, a day later. How many documents. */
export const forgetImports: Job = ({ nowMs }) => rosterImports.forget(nowMs(), nowMs() - KEPT_MS);
