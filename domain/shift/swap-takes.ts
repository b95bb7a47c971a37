import { addDays, type LocalDay } from '../time/local-day';
import type { PersonSchedule } from './person-schedule';
import { rosterDaysOf } from './roster-day';
import type { CycleDay, ShiftSlot } from './rotation';
import type { SwapTake } from './swap-limit';

/**
 * What each of the two would work instead on these days, by the schedules as they are given, in the
 * order of the days. A day of which nothing is known has no shifts.
 */
export function takesOfSwap(
  days: readonly LocalDay[],
  proposer: PersonSchedule,
  partner: PersonSchedule,
): readonly SwapTake<ShiftSlot>[] {
  return days.map((day) => ({
    day,
    proposer: slotsOn(partner, day),
    partner: slotsOn(proposer, day),
  }));
}

function slotsOn(schedule: PersonSchedule, day: LocalDay): CycleDay {
  return rosterDaysOf(schedule, day, addDays(day, 1))[0]?.slots ?? [];
}

export function hasSameHours(a: CycleDay, b: CycleDay): boolean {
  return (
    a.length === b.length &&
    a.every((slot, index) => {
      const other = b[index];
      return (
        slot.startMinute === other?.startMinute && slot.durationMinutes === other.durationMinutes
      );
    })
  );
}
