import { addDays, instantOf, localDay, monthBeside, type LocalDay } from '../../time/local-day';
import { daysBetween } from '../../time/local-day';
import type { TermDays } from './standard';

/** Instants at which each part of an assessment is over; exclusive. */
export interface Terms {
  readonly summaryUntilMs: number;
  readonly marksUntilMs: number;
  readonly appealsUntilMs: number;
  /** Then everything is final. */
  readonly answersUntilMs: number;
}

/** A month that is opened later than this after its end is not opened any more. */
export const OPENS_FOR_DAYS = 10;

/** First day of the month after, on which the sheets of 'YYYY-MM' open at 0:00, Asia/Shanghai. */
export const openingDay = (month: string): LocalDay => localDay(`${monthBeside(month, 1)}-01`);

/** Whether the sheets of a month are opened on this day: from its end on, for ten days. docs/rules.md#R-188 */
export function opensOn(month: string, day: LocalDay): boolean {
  const late = daysBetween(openingDay(month), day);
  return 0 <= late && late <= OPENS_FOR_DAYS;
}

/**
 * Until when each part of a month can be done, by the day on which its sheets were opened: a clock that
 * comes late takes nothing from anybody, every part ends as many days later. docs/rules.md#R-188
 */
export function termsOf(month: string, days: TermDays, openedOn: LocalDay): Terms {
  const first = openingDay(month);
  const late = Math.max(0, daysBetween(first, openedOn));
  const endOf = (day: number) => instantOf(addDays(first, day + late), 0);
  return {
    summaryUntilMs: endOf(days.summaryDay),
    marksUntilMs: endOf(days.marksDay),
    appealsUntilMs: endOf(days.appealsDay),
    answersUntilMs: endOf(days.answersDay),
  };
}
