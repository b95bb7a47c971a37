import type { LocalDay } from '../time/local-day';
import type { Override } from './override';
import type { CrewId, Rotation } from './rotation';
import type { SleepPreference, SleepRules } from './sleep-rules';
import type { WorkCalendar } from './work-calendar';

/** From this day on the person belongs to the crew; null = to none. */
export interface CrewMembership {
  readonly crewId: CrewId | null;
  readonly fromDay: LocalDay;
}

/** What holds for everybody of an organisation; one object, shared by all its people. */
export interface Roster {
  /** Every rotation, past ones too: the newest valid one of a crew is used on each day. */
  readonly rotations: readonly Rotation[];
  readonly calendar: WorkCalendar;
  readonly sleep: SleepRules;
}

/** All that a person's shifts and sleep follow from. */
export interface PersonSchedule {
  readonly roster: Roster;
  /** Any order; the newest fromDay that has come counts. */
  readonly memberships: readonly CrewMembership[];
  /** In the order they were recorded; should two of one level cover a day, the later one counts. */
  readonly overrides: readonly Override[];
  readonly sleepPreference?: SleepPreference;
}
