import type { OutputOf } from '../../../contract/action';
import type { dashboard } from '../../../contract/branch/dashboard';
import { BURDEN_LIMIT_MINUTES } from '../../../domain/branch/burden';
import { monthFiguresOf } from '../../../domain/branch/month-figures';
import { trendMonths } from '../../../domain/branch/trend';
import { monthInterval } from '../../../domain/time/month-interval';
import { branchMonths } from '../../_store/branch/branch-months';
import { countedMonthsIn, monthsReadings, studiesOfMonth } from '../../_store/branch/count-months';
import { makeUpCountsIn, makeUpCountsReading } from '../../_store/branch/month-make-ups';
import { monthStudiesIn, studiesReading, type MonthStudy } from '../../_store/branch/month-studies';
import { noteCountsIn, noteCountsReading } from '../../_store/branch/note-counts';
import { placesIn, placesReadings, type Places } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';

const NOTHING = monthFiguresOf([], [], []);

export interface ReadDashboard {
  readonly told: OutputOf<typeof dashboard>;
  /** Of the month, in the order of their days. */
  readonly studies: readonly MonthStudy[];
  readonly places: Places;
}

/**
 * A branch in a month, in two requests whatever the history and the branch: what there is, with the
 * figures that are kept; and what has to be counted now. null without the branch.
 */
export async function readDashboard(
  branchId: string,
  month: string,
  nowMs: number,
): Promise<ReadDashboard | null> {
  const months = trendMonths(month);
  const there = await readTogether(branchId, {
    ...placesReadings(branchId),
    studies: studiesReading(branchId, spanOf(months)),
    kept: branchMonths.reading(branchId, months),
  });
  if (there === null) return null;
  const studies = monthStudiesIn(there.studies);
  const kept = new Map(branchMonths.keptIn(there.kept).map((each) => [each.month, each.figures]));
  const open = months.filter((each) => !kept.has(each));
  const read = await readTogether(branchId, {
    ...monthsReadings(open, studies),
    makeUps: makeUpCountsReading(branchId, month, studies, nowMs),
    notes: noteCountsReading(branchId, monthInterval(month)),
  });
  const counted = countedMonthsIn(read ?? {}, open, studies);
  const figuresOf = (each: string) => kept.get(each) ?? counted.get(each) ?? NOTHING;
  const { people, burden, sums, studies: decided } = figuresOf(month);
  const places = placesIn(there);
  const ofMonth = studiesOfMonth(month, studies);
  const told = {
    nowMs,
    branchId,
    branchName: places.branchName(branchId),
    month,
    people,
    openStudies: ofMonth.filter(({ isDecided }) => !isDecided).length,
    sums,
    studies: decided.map((study) => ({ ...study, cells: [...study.cells] })),
    crews: [
      ...places.crewsAmong(decided.flatMap(({ cells }) => cells.map(({ crewId }) => crewId))),
    ],
    makeUps: makeUpCountsIn(read?.makeUps ?? []),
    notes: noteCountsIn(read?.notes ?? []),
    burden: { ...burden, limitMinutes: BURDEN_LIMIT_MINUTES },
    trend: months.map((each) => ({ month: each, sums: figuresOf(each).sums })),
  };
  return { told, studies: ofMonth, places };
}

function spanOf(months: readonly [string, ...string[]]) {
  const last = months.at(-1) ?? months[0];
  return { startAtMs: monthInterval(months[0]).startAtMs, endAtMs: monthInterval(last).endAtMs };
}
