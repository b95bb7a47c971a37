import type { ShiftOfDay } from '../../contract/roster/shift';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { rosterDaysOf } from '../../domain/shift/roster-day';
import { rosterDayAt, rosterDayDuring } from '../../domain/shift/shift-at';
import type { Interval } from '../../domain/time/interval';
import { addDays, dayOfInstant } from '../../domain/time/local-day';
import { toShiftOfDay } from '../_store/roster/shift-of-day';

/**
 * The day of the instant and those after it, `count` of them, of which something is known. A shift
 * of an earlier day that still runs stands before them. docs/rules.md#R-86
 */
export function shiftsFrom(schedule: PersonSchedule, atMs: number, count: number): ShiftOfDay[] {
  const today = dayOfInstant(atMs);
  const running = rosterDayAt(schedule, atMs);
  const earlier = running.day < today ? [running] : [];
  return [...earlier, ...rosterDaysOf(schedule, today, addDays(today, count))]
    .map(toShiftOfDay)
    .filter((shift) => shift !== null);
}

/** What the person does then: the shift that is worked, else their day; null when nothing is known of it. */
export function shiftShownDuring(schedule: PersonSchedule, interval: Interval): ShiftOfDay | null {
  return toShiftOfDay(rosterDayDuring(schedule, interval));
}
