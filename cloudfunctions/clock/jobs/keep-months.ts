import { performance } from 'node:perf_hooks';
import { monthInterval } from '../../../domain/time/month-interval';
import { branchMonths } from '../../_store/branch/branch-months';
import { countMonths } from '../../_store/branch/count-months';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { assessments } from '../../_store/star/assessments';
import { readTogether } from '../../_store/together';
import type { Job } from '../job';

/** In one run. */
const MOST_MONTHS = 20;

/**
 * Counts the figures of months that are over, and of those whose registers were written to since.
 * Counts months.
 * docs/rules.md#R-122
 */
export const keepMonths: Job = async ({ nowMs, stopAtMs }) => {
  const { documents } = await branchMonths.due(nowMs(), MOST_MONTHS);
  let count = 0;
  for (const document of documents) {
    if (performance.now() >= stopAtMs) break;
    const { branchId, month } = document;
    const found = await readTogether(branchId, {
      studies: studiesReading(branchId, monthInterval(month)),
    });
    const studies = monthStudiesIn(found?.studies ?? []);
    const figures = (await countMonths(branchId, [month], studies)).get(month);
    if (figures !== undefined) await branchMonths.keep(document, figures);
    // A sheet that is not final says what the registers say. docs/rules.md#R-196
    await assessments.countAgain(branchId, month, nowMs());
    count += 1;
  }
  return count;
};
