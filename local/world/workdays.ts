import { nationalCalendar } from '../../domain/shift/national-calendar';
import {
  addDays,
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  type LocalDay,
} from '../../domain/time/local-day';

const DAYS_TO_CHOOSE_FROM = 5;
const OFFICE = { fromMinute: 8 * 60 + 30, toMinute: 17 * 60 };
/** When what should have been written outside office hours was written. */
const LATE_AFTERNOON = 16 * 60 + 20;

/** A day of a year that nobody knows yet counts as worked. */
export function isWorkday(day: LocalDay): boolean {
  return nationalCalendar.isWorkday(day) !== false;
}

/** The working day nearest to `day`, itself included, later (1) or earlier (-1). */
function nearestWorkday(day: LocalDay, step: 1 | -1): LocalDay {
  let nearest = day;
  while (!isWorkday(nearest)) nearest = addDays(nearest, step);
  return nearest;
}

/** The last working day before `day`, or with `count` the one that many before it. */
export function workdayBefore(day: LocalDay, count = 1): LocalDay {
  let before = day;
  for (let left = count; left > 0; left -= 1) before = nearestWorkday(addDays(before, -1), -1);
  return before;
}

/**
 * The working days among the five from `fromDay` on. When all are off, the nearest working day: one
 * before them where they are over by `today`, else one after.
 */
export function meetingDays(fromDay: LocalDay, today: LocalDay): LocalDay[] {
  const days = Array.from({ length: DAYS_TO_CHOOSE_FROM }, (_, index) => addDays(fromDay, index));
  const workdays = days.filter(isWorkday);
  return workdays.length > 0 ? workdays : [nearestWorkday(fromDay, fromDay < today ? -1 : 1)];
}

/** The last instant up to `atMs` at which an officer sat at their desk. */
export function officeHourBefore(atMs: number): number {
  const day = dayOfInstant(atMs);
  const minute = minuteOfInstant(atMs);
  if (isWorkday(day) && minute >= OFFICE.fromMinute) {
    return minute < OFFICE.toMinute ? atMs : instantOf(day, LATE_AFTERNOON);
  }
  return instantOf(workdayBefore(day), LATE_AFTERNOON);
}
