import type { Interval } from '../time/interval';
import { addDays, dayOfInstant, MINUTES_PER_DAY } from '../time/local-day';
import type { PersonSchedule, Roster } from './person-schedule';
import { rosterDaysOf, shiftsOf, type RosterDay, type Shift } from './roster-day';
import { MAX_SHIFT_MINUTES, MAX_START_MINUTE, type CrewId } from './rotation';

/** A shift that runs now can belong to a day as far back as this. */
const LONGEST_REACH_DAYS = Math.ceil((MAX_START_MINUTE + MAX_SHIFT_MINUTES) / MINUTES_PER_DAY);

/**
 * The first shift that is worked in [startAtMs, endAtMs), whichever civil day it belongs to;
 * handover is not part of it. docs/rules.md#R-86
 */
function shiftDuring(
  schedule: PersonSchedule,
  { startAtMs, endAtMs }: Interval,
): Shift | undefined {
  const fromDay = addDays(dayOfInstant(startAtMs), -LONGEST_REACH_DAYS);
  return shiftsOf(schedule, fromDay, addDays(dayOfInstant(endAtMs), 1))
    .filter((shift) => shift.startAtMs < endAtMs && shift.endAtMs > startAtMs)
    .sort((a, b) => a.startAtMs - b.startAtMs)[0];
}

/**
 * The day that tells what a person does in [startAtMs, endAtMs): that of the shift which is worked
 * then, with this shift alone; where none is, the civil day of the start. docs/rules.md#R-86
 */
export function rosterDayDuring(schedule: PersonSchedule, interval: Interval): RosterDay {
  const shift = shiftDuring(schedule, interval);
  const day = shift?.startDay ?? dayOfInstant(interval.startAtMs);
  const [rosterDay] = rosterDaysOf(schedule, day, addDays(day, 1));
  if (rosterDay === undefined) throw new Error(`a schedule says nothing of ${day}`);
  return shift === undefined ? rosterDay : { ...rosterDay, slots: [shift.slot] };
}

/** As rosterDayDuring, for an instant. */
export function rosterDayAt(schedule: PersonSchedule, atMs: number): RosterDay {
  return rosterDayDuring(schedule, { startAtMs: atMs, endAtMs: atMs + 1 });
}

/** As rosterDayAt, of nobody in particular. */
export function crewDayAt(roster: Roster, crewId: CrewId | null, atMs: number): RosterDay {
  const fromDay = addDays(dayOfInstant(atMs), -LONGEST_REACH_DAYS);
  return rosterDayAt({ roster, memberships: [{ crewId, fromDay }], overrides: [] }, atMs);
}
