import { performance } from 'node:perf_hooks';
import { yearsKept } from '../../../domain/branch/norms';
import { forgottenBefore } from '../../../domain/people/retention';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { norms } from '../../_store/branch/norms';
import { FORGOTTEN_THINGS, forgetOld } from '../../_store/people/old-documents';
import type { Job } from '../job';

/** In one request; a run goes on until nothing is left or its time is over. */
const MOST_AT_ONCE = 100;

/** Forgets what has been kept for its time. How many documents. docs/rules.md#R-142, docs/rules.md#R-292 */
export const forgetOldDocuments: Job = async ({ nowMs, stopAtMs }) => {
  let count = 0;
  const common = await norms.common(monthOf(dayOfInstant(nowMs())));
  for (const thing of FORGOTTEN_THINGS) {
    const beforeMs = forgottenBefore(thing, nowMs(), (chosen) => yearsKept(common, chosen));
    if (beforeMs === null) continue;
    for (let forgotten = MOST_AT_ONCE; forgotten === MOST_AT_ONCE;) {
      if (performance.now() >= stopAtMs) return count;
      forgotten = await forgetOld(thing, beforeMs, MOST_AT_ONCE);
      count += forgotten;
    }
  }
  return count;
};
