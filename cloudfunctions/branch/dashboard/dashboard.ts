import type { dashboard as action } from '../../../contract/branch/dashboard';
import { BURDEN_LIMIT_MINUTES, burdenOf } from '../../../domain/branch/burden';
import { crewSumsOf, sumsOf } from '../../../domain/branch/month-figures';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import {
  askedMinutesIn,
  askedReading,
  countedLinesIn,
  countsReading,
} from '../../_store/branch/counted-lines';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';

/** docs/rules.md#R-122 */
const MONTHS_OF_TREND = 6;

/** Three requests, whatever the history and the branch: who asks, what there is, and what was counted. */
export const dashboard: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const month = input.month ?? monthOf(dayOfInstant(nowMs));
  const months = monthsUpTo(month);
  const window = {
    startAtMs: monthInterval(months[0] ?? month).startAtMs,
    endAtMs: monthInterval(month).endAtMs,
  };
  const there = await readTogether(branchId, {
    ...placesReadings([branchId]),
    studies: studiesReading([branchId], window),
  });
  if (there === null) return ctx.fail('not-found');
  const places = placesIn(there);
  const studies = monthStudiesIn(there.studies);
  const ofMonth = studies.filter(({ lastCloseAtMs }) => isIn(month, lastCloseAtMs));
  const counted = await readTogether(branchId, {
    counts: countsReading(studies),
    asked: askedReading(ofMonth),
  });
  const lines = countedLinesIn(counted?.counts ?? []);
  const asked = askedMinutesIn(counted?.asked ?? [], ofMonth);
  const linesOfMonth = (each: string) => {
    const ids = new Set(
      studies.filter((study) => isIn(each, study.lastCloseAtMs)).map(({ studyId }) => studyId),
    );
    return lines.filter(({ studyId }) => ids.has(studyId));
  };
  const decided = ofMonth.filter(({ isDecided }) => isDecided);
  return ctx.answer({
    nowMs,
    branchId,
    branchName: places.branchName(branchId),
    month,
    people: asked.reduce((sum, { people }) => sum + people, 0),
    openStudies: ofMonth.length - decided.length,
    sums: sumsOf(linesOfMonth(month)),
    studies: decided.map(({ studyId, topic, kind, minutes, startAtMs }) => {
      const own = lines.filter((line) => line.studyId === studyId);
      return {
        studyId,
        topic,
        kind,
        minutes,
        startAtMs,
        sums: sumsOf(own),
        cells: [...crewSumsOf(own)],
      };
    }),
    crews: [...places.crewsAmong(linesOfMonth(month).map(({ crewId }) => crewId))],
    burden: { ...burdenOf(asked), limitMinutes: BURDEN_LIMIT_MINUTES },
    trend: months.map((each) => ({ month: each, sums: sumsOf(linesOfMonth(each)) })),
  });
};

function monthsUpTo(month: string): readonly string[] {
  const months = [month];
  while (months.length < MONTHS_OF_TREND) months.unshift(monthBeside(months[0] ?? month, -1));
  return months;
}

function isIn(month: string, atMs: number): boolean {
  return monthOf(dayOfInstant(atMs)) === month;
}
