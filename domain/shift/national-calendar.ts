import calendar from 'chinese-days/dist/chinese-days.json';
import type { LocalDay } from '../time/local-day';
import { weekdayOf } from '../time/local-day';
import type { WorkCalendar } from './work-calendar';

// NOTE: only the data of the package is used. Its functions read civil days in the zone of the
// process, so in New York they answer for the day before.
const holidays: Readonly<Record<string, string>> = calendar.holidays;
const workdays: Readonly<Record<string, string>> = calendar.workdays;

const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)));

/** The years whose arrangement the kept data has; others are answered "unknown". docs/rules.md#R-03 */
export const NATIONAL_CALENDAR_YEARS = {
  first: Math.min(...years),
  last: Math.max(...years),
} as const;

/**
 * Holidays and moved working days as announced by the State Council, from the kept data package.
 * Civil days. The arrangement of a year can still move the last days of the year before.
 * docs/rules.md#R-03
 */
export const nationalCalendar: WorkCalendar = {
  isWorkday(day: LocalDay): boolean | undefined {
    const year = Number(day.slice(0, 4));
    if (year < NATIONAL_CALENDAR_YEARS.first || year > NATIONAL_CALENDAR_YEARS.last) {
      return undefined;
    }
    if (day in workdays) return true;
    if (day in holidays) return false;
    return weekdayOf(day) <= 5;
  },
};

/** Holidays that the law fixes by their date, '01-01'; the others follow the moon or the sun. */
const FIXED: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * Whether a civil day is one of those off for a statutory holiday, with the days that its arrangement
 * moves there. Of years that the kept data does not have only what the law fixes by date is known.
 * docs/rules.md#R-151
 */
export function isHoliday(day: LocalDay): boolean {
  if (day in holidays) return true;
  const isKnown = nationalCalendar.isWorkday(day) !== undefined;
  return !isKnown && FIXED.includes(day.slice(5));
}
