import { performance } from 'node:perf_hooks';
import { ringOn } from '../../_deliver/ring-on';
import { suggestions } from '../../_store/content/suggestions';
import type { Job } from '../job';
import { sendDue } from './send-due';

const MOST_AT_ONCE = 20;
/** Who is on duty, the secretaries, the committee office. docs/rules.md#R-330 */
const ROUNDS = 3;

/**
 * Sees for each urgent hazard whether a phone has rung, and sends at once to whoever is next; what this
 * run does not hear of the next one does. Counts those it went on with. docs/rules.md#R-341
 */
export const followRings: Job = async (run) => {
  const { nowMs, stopAtMs } = run;
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let went = 0;
    for (const suggestion of await suggestions.ringing(MOST_AT_ONCE)) {
      if (performance.now() >= stopAtMs) return count;
      const call = { requestId: suggestion._id, nowMs: nowMs() };
      if (await ringOn(suggestion, call)) went += 1;
    }
    count += went;
    if (went === 0) return count;
    await sendDue(run);
  }
  return count;
};
