import { monthFiguresOf, type MonthFigures } from '../../../domain/branch/month-figures';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { readTogether, type Reading } from '../together';
import { askedMinutesIn, askedReading, countedLinesIn, countsReading } from './counted-lines';
import type { MonthStudy } from './month-studies';

/**
 * Figures of these months of a branch, from its registers: one request, none for no month.
 * @param studies of the branch, at least all of these months
 */
export async function countMonths(
  branchId: string,
  months: readonly string[],
  studies: readonly MonthStudy[],
): Promise<ReadonlyMap<string, MonthFigures>> {
  if (months.length === 0) return new Map();
  const counted = await readTogether(branchId, monthsReadings(months, studies));
  return countedMonthsIn(counted ?? {}, months, studies);
}

/** What `countedMonthsIn` counts from; nothing for no month. */
export function monthsReadings(
  months: readonly string[],
  studies: readonly MonthStudy[],
): Readonly<Record<string, Reading>> {
  if (months.length === 0) return {};
  const ofMonths = months.map((month) => studiesOfMonth(month, studies));
  const readings: Record<string, Reading> = { counts: countsReading(ofMonths.flat()) };
  ofMonths.forEach((own, at) => (readings[askedIn(at)] = askedReading(own)));
  return readings;
}

export function countedMonthsIn(
  counted: Readonly<Record<string, readonly unknown[]>>,
  months: readonly string[],
  studies: readonly MonthStudy[],
): ReadonlyMap<string, MonthFigures> {
  const lines = countedLinesIn(counted['counts'] ?? []);
  return new Map(
    months.map((month, at) => {
      const own = studiesOfMonth(month, studies);
      const asked = askedMinutesIn(counted[askedIn(at)] ?? [], own);
      return [month, monthFiguresOf(own, lines, asked)];
    }),
  );
}

/** docs/rules.md#R-43 */
export function studiesOfMonth(
  month: string,
  studies: readonly MonthStudy[],
): readonly MonthStudy[] {
  return studies.filter(({ lastCloseAtMs }) => monthOf(dayOfInstant(lastCloseAtMs)) === month);
}

const askedIn = (at: number) => `asked${at}`;
