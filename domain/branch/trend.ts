import { monthBeside } from '../time/local-day';

/** docs/rules.md#R-122 */
const MONTHS_OF_TREND = 6;

/** No month of ours is earlier. */
const FIRST_MONTH = '2000-01';

/** The six months 'YYYY-MM' up to this one, the earliest first. docs/rules.md#R-122 */
export function trendMonths(month: string): readonly [string, ...string[]] {
  const months: [string, ...string[]] = [month];
  while (months.length < MONTHS_OF_TREND && months[0] > FIRST_MONTH) {
    months.unshift(monthBeside(months[0], -1));
  }
  return months;
}
