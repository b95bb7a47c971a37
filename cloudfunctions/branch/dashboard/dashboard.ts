import type { dashboard as action } from '../../../contract/branch/dashboard';
import { BURDEN_LIMIT_MINUTES } from '../../../domain/branch/burden';
import { monthFiguresOf } from '../../../domain/branch/month-figures';
import { trendMonths } from '../../../domain/branch/trend';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import { branchMonths } from '../../_store/branch/branch-months';
import { countMonths, studiesOfMonth } from '../../_store/branch/count-months';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { readTogether } from '../../_store/together';

const NOTHING = monthFiguresOf([], [], []);

/**
 * At most three requests, whatever the history and the branch: who asks; what there is, with the
 * figures that are kept; and what has to be counted now.
 */
export const dashboard: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const month = input.month ?? monthOf(dayOfInstant(nowMs));
  const months = trendMonths(month);
  const there = await readTogether(branchId, {
    ...placesReadings(branchId),
    studies: studiesReading(branchId, spanOf(months)),
    kept: branchMonths.reading(branchId, months),
  });
  if (there === null) return ctx.fail('not-found');
  const studies = monthStudiesIn(there.studies);
  const kept = new Map(branchMonths.keptIn(there.kept).map((each) => [each.month, each.figures]));
  const open = months.filter((each) => !kept.has(each));
  const counted = await countMonths(branchId, open, studies);
  const figuresOf = (each: string) => kept.get(each) ?? counted.get(each) ?? NOTHING;
  const { people, burden, sums, studies: decided } = figuresOf(month);
  const places = placesIn(there);
  return ctx.answer({
    nowMs,
    branchId,
    branchName: places.branchName(branchId),
    month,
    people,
    openStudies: studiesOfMonth(month, studies).filter(({ isDecided }) => !isDecided).length,
    sums,
    studies: decided.map((study) => ({ ...study, cells: [...study.cells] })),
    crews: [
      ...places.crewsAmong(decided.flatMap(({ cells }) => cells.map(({ crewId }) => crewId))),
    ],
    burden: { ...burden, limitMinutes: BURDEN_LIMIT_MINUTES },
    trend: months.map((each) => ({ month: each, sums: figuresOf(each).sums })),
  });
};

function spanOf(months: readonly [string, ...string[]]) {
  const last = months.at(-1) ?? months[0];
  return { startAtMs: monthInterval(months[0]).startAtMs, endAtMs: monthInterval(last).endAtMs };
}
