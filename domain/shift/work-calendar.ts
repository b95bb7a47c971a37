import type { LocalDay } from '../time/local-day';

/** Says which days are worked by people on days. */
export interface WorkCalendar {
  /** Whether the day is worked; undefined when the arrangement of its year is not known. */
  isWorkday(day: LocalDay): boolean | undefined;
}
