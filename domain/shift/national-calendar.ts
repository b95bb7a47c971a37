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
