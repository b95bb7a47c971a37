import type { LocalDay } from '../time/local-day';
import { dayNumberOf, dayOfNumber, instantOfNumber, MS_PER_MINUTE } from '../time/local-day';
import type { DaySource } from './day-source';
import { eachRosterDay } from './each-roster-day';
import type { PersonSchedule } from './person-schedule';
import type { CycleDay, ShiftSlot } from './rotation';

/** What is known of one civil day of a person: its shifts in order; none or a rest slot = off. */
export interface RosterDay {
  readonly day: LocalDay;
  readonly slots: CycleDay;
  readonly source: DaySource;
  /** A loan to another crew on this day, whose pattern `source` then names. */
  readonly onLoanId?: string;
}

/** A shift that is worked: instants [startAtMs, endAtMs), belonging to startDay. */
export interface Shift {
  readonly startDay: LocalDay;
  readonly slot: ShiftSlot;
  readonly startAtMs: number;
  readonly endAtMs: number;
  readonly source: DaySource;
}

/**
 * The person's days in [fromDay, toDay), without gaps. Civil days. A personal override outranks the
 * newest pattern of the crew that is valid on the day; where neither says anything the source is
 * `unknown` and there are no shifts. docs/rules.md#R-02, #R-06
 */
export function rosterDaysOf(
  schedule: PersonSchedule,
  fromDay: LocalDay,
  toDay: LocalDay,
): readonly RosterDay[] {
  const days: RosterDay[] = [];
  eachRosterDay(
    schedule,
    dayNumberOf(fromDay),
    dayNumberOf(toDay),
    (dayNumber, slots, source, loan) => {
      const day = dayOfNumber(dayNumber);
      days.push(
        loan === undefined ? { day, slots, source } : { day, slots, source, onLoanId: loan },
      );
    },
  );
  return days;
}

/**
 * Shifts that start on days in [fromDay, toDay), by day; rest is not a shift. A shift that
 * crosses midnight belongs to its start day, and the pattern of its start day decides it to its end
 * even when another pattern is valid by then. docs/rules.md#R-01
 */
export function shiftsOf(
  schedule: PersonSchedule,
  fromDay: LocalDay,
  toDay: LocalDay,
): readonly Shift[] {
  const shifts: Shift[] = [];
  eachRosterDay(schedule, dayNumberOf(fromDay), dayNumberOf(toDay), (dayNumber, slots, source) => {
    appendShifts(shifts, dayNumber, slots, source);
  });
  return shifts;
}

/** Adds the shifts of one day's slots to a list. */
export function appendShifts(
  shifts: Shift[],
  dayNumber: number,
  slots: CycleDay,
  source: DaySource,
): void {
  for (const slot of slots) {
    if (slot.kind === 'rest') continue;
    const startAtMs = instantOfNumber(dayNumber, slot.startMinute);
    const endAtMs = startAtMs + slot.durationMinutes * MS_PER_MINUTE;
    shifts.push({ startDay: dayOfNumber(dayNumber), slot, startAtMs, endAtMs, source });
  }
}
