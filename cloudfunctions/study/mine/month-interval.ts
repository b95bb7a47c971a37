import type { Interval } from '../../../domain/time/interval';
import { addDays, daysInMonth, instantOf, localDay } from '../../../domain/time/local-day';

/** The instants of a month 'YYYY-MM' in Shanghai. */
export function monthInterval(month: string): Interval {
  const firstDay = localDay(`${month}-01`);
  return {
    startAtMs: instantOf(firstDay, 0),
    endAtMs: instantOf(addDays(firstDay, daysInMonth(firstDay)), 0),
  };
}
