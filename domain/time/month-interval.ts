import type { Interval } from './interval';
import { addDays, daysInMonth, instantOf, localDay } from './local-day';

/** The instants of a month 'YYYY-MM' in Shanghai: [start, end). */
export function monthInterval(month: string): Interval {
  const firstDay = localDay(`${month}-01`);
  return {
    startAtMs: instantOf(firstDay, 0),
    endAtMs: instantOf(addDays(firstDay, daysInMonth(firstDay)), 0),
  };
}
