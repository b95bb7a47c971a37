import rrule from 'rrule';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { nationalCalendar } from '../../domain/shift/national-calendar';
import { shiftsOf } from '../../domain/shift/roster-day';
import type { Rotation } from '../../domain/shift/rotation';
import { ROTATION_PRESETS } from '../../domain/shift/rotation-presets';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import type { LocalDay } from '../../domain/time/local-day';
import { addDays, instantOf, localDay, modulo } from '../../domain/time/local-day';
import type { Figure } from '../bench';
import { expectEqual, msPerCall } from '../measure';

// A CommonJS package whose names Node does not see.
const { RRule } = rrule;

const VALID_FROM = localDay('2025-01-01');
const CREWS = ['one', 'two', 'three', 'four', 'five'];

/**
 * Shifts of five crews, expanded by shiftsOf and by one rrule per shift of the cycle that starts where
 * the rotation does: a page of the roster (six weeks, of a pattern in its second year) and a year.
 */
export async function run(): Promise<Figure[]> {
  return [
    ...compare('month', localDay('2026-06-01'), localDay('2026-07-13')),
    ...compare('year', localDay('2026-01-01'), localDay('2027-01-01')),
  ];
}

function compare(name: string, fromDay: LocalDay, toDay: LocalDay): Figure[] {
  const rotation = aRotation();
  const roster = { rotations: [rotation], calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES };
  const people = CREWS.map((crewId): PersonSchedule => {
    return { roster, memberships: [{ crewId, fromDay: VALID_FROM }], overrides: [] };
  });
  const rules = CREWS.map((crewId) => recurrencesOf(rotation, crewId));
  const after = new Date(instantOf(fromDay, 0));
  const before = new Date(instantOf(toDay, 0) - 1);

  const ours = () => people.map((person) => shiftsOf(person, fromDay, toDay));
  const theirs = () =>
    rules.map((list) => list.map((makeRule) => makeRule().between(after, before, true)));
  const ourStarts = ours().map((list) => list.map((shift) => shift.startAtMs));
  const theirStarts = theirs().map((list) => list.flat().map((date) => date.getTime()));
  for (const starts of theirStarts) starts.sort((a, b) => a - b);
  expectEqual(`shifts of a ${name}`, ourStarts, theirStarts);

  const oursMs = msPerCall(ours);
  const theirsMs = msPerCall(theirs);
  const nsPerShift = (oursMs * 1e6) / theirStarts.flat().length;
  const speedup = theirsMs / oursMs;
  return [
    { name: `shift.${name}`, value: nsPerShift, unit: 'ns per shift' },
    { name: `shift.${name}.speedup`, value: speedup, unit: 'times', against: 'rrule' },
  ];
}

function aRotation(): Rotation {
  const { days, daysCounted } = ROTATION_PRESETS['five-crews-four-shifts'];
  const crews = CREWS.map((crewId, offset) => ({ crewId, offset }));
  const common = { id: 'rotation', cycleDays: days.length, days, daysCounted };
  return { ...common, crews, anchorDay: VALID_FROM, validFromDay: VALID_FROM };
}

/** rrule keeps what it has found, so each expansion begins with new rules, as a new request would. */
function recurrencesOf(rotation: Rotation, crewId: string) {
  const offset = rotation.crews.find((crew) => crew.crewId === crewId)?.offset ?? 0;
  return rotation.days.flatMap((slots, cycleDay) =>
    slots
      .filter((slot) => slot.kind !== 'rest')
      .map((slot) => {
        const day = addDays(VALID_FROM, modulo(cycleDay - offset, rotation.cycleDays));
        const dtstart = new Date(instantOf(day, slot.startMinute));
        return () => new RRule({ freq: RRule.DAILY, interval: rotation.cycleDays, dtstart });
      }),
  );
}
