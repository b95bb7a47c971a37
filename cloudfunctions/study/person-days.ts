import type { ShiftOfDay } from '../../contract/roster/shift';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { rosterDaysOf } from '../../domain/shift/roster-day';
import { addDays, dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { toShiftOfDay } from '../_store/roster/shift-of-day';

/** Days [fromDay, fromDay + count) of which something is known. */
export function shiftsOfDays(
  schedule: PersonSchedule,
  fromDay: LocalDay,
  count: number,
): ShiftOfDay[] {
  return rosterDaysOf(schedule, fromDay, addDays(fromDay, count))
    .map(toShiftOfDay)
    .filter((shift) => shift !== null);
}

/** The civil day that the instant is in; null when nothing is known of it. */
export function shiftAt(schedule: PersonSchedule, atMs: number): ShiftOfDay | null {
  return shiftsOfDays(schedule, dayOfInstant(atMs), 1)[0] ?? null;
}
