import { nationalCalendar } from '../../../domain/shift/national-calendar';
import type { Roster } from '../../../domain/shift/person-schedule';
import { rosterDaysOf, type RosterDay } from '../../../domain/shift/roster-day';
import type { Rotation } from '../../../domain/shift/rotation';
import type { PreviewDay } from '../../../domain/shift/rotation-set-up';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import { addDays, type LocalDay } from '../../../domain/time/local-day';

/** Days [fromDay, fromDay + count) of a crew, of nobody in particular. */
export function daysOfCrew(
  roster: Roster,
  crewId: string | null,
  fromDay: LocalDay,
  count: number,
): readonly RosterDay[] {
  const schedule = { roster, memberships: [{ crewId, fromDay }], overrides: [] };
  return rosterDaysOf(schedule, fromDay, addDays(fromDay, count));
}

/** What this rotation alone gives its crews from `fromDay` on, by day, the national calendar applied. */
export function daysOfRotation(
  rotation: Rotation,
  fromDay: LocalDay,
  count: number,
): readonly PreviewDay[] {
  const roster = { rotations: [rotation], calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES };
  const crews = rotation.crews.map(({ crewId }) => ({
    crewId,
    days: daysOfCrew(roster, crewId, fromDay, count),
  }));
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(fromDay, index),
    crews: crews.map(({ crewId, days }) => ({ crewId, slots: days[index]?.slots ?? [] })),
  }));
}
