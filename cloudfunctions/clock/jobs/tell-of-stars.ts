import { performance } from 'node:perf_hooks';
import { tellOwed } from '../../_deliver/tell-owed-star';
import { starMonths } from '../../_store/star/star-months';
import { CUT_OFF_AFTER_MS, type Job } from '../job';

const MOST_A_RUN = 20;

/**
 * Completes what was done to a star month by somebody who was cut off before everybody was told: the list,
 * the meeting, the decision, objections and their answers, the end. How many months. docs/rules.md#R-367
 */
export const tellOfStars: Job = async ({ nowMs, stopAtMs }) => {
  let count = 0;
  for (const star of await starMonths.toTell(nowMs() - CUT_OFF_AFTER_MS, MOST_A_RUN)) {
    if (performance.now() >= stopAtMs) break;
    await tellOwed(star, nowMs());
    count += 1;
  }
  return count;
};
