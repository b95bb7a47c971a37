import type { Override } from '../../../domain/shift/override';
import type { PersonSchedule, Roster } from '../../../domain/shift/person-schedule';
import { nationalCalendar } from '../../../domain/shift/national-calendar';
import type { Rotation, ShiftSlot } from '../../../domain/shift/rotation';
import type { RotationPresetId } from '../../../domain/shift/rotation-presets';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import type { Piece } from '../../../domain/shift/piece';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import { dayOfInstant, instantOf, localDay, minuteOfInstant } from '../../../domain/time/local-day';

/** Crew `one` is at the first cycle day on 2026-03-02, a Monday; each next crew a step further. */
export function aRotation(
  preset: RotationPresetId = 'five-crews-four-shifts',
  changes: Partial<Rotation> = {},
): Rotation {
  const { days, crewCount, crewStep, daysCounted } = ROTATION_PRESETS[preset];
  const names = ['one', 'two', 'three', 'four', 'five'].slice(0, Math.max(1, crewCount));
  return {
    id: preset,
    cycleDays: days.length,
    days,
    crews: names.map((crewId, index) => ({ crewId, offset: (index * crewStep) % days.length })),
    anchorDay: localDay('2026-03-02'),
    validFromDay: localDay('2025-01-01'),
    daysCounted,
    ...changes,
  };
}

export function aRoster(rotations: readonly Rotation[] = [aRotation()]): Roster {
  return { rotations, calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES };
}

export function aPerson(
  changes: Partial<PersonSchedule> & { crewId?: string } = {},
): PersonSchedule {
  const { crewId = 'one', ...rest } = changes;
  const memberships = [{ crewId, fromDay: localDay('2025-01-01') }];
  return { roster: aRoster(), memberships, overrides: [], ...rest };
}

export function leave(fromDay: string, toDay: string, id = 'leave'): Override {
  return {
    kind: 'leave',
    leaveKind: 'annual',
    id,
    fromDay: localDay(fromDay),
    toDay: localDay(toDay),
  };
}

export function aSlot(changes: Partial<ShiftSlot> = {}): ShiftSlot {
  return { label: 'white', kind: 'day', startMinute: 480, durationMinutes: 480, ...changes };
}

/** An instant from '2026-03-11 10:12', Shanghai. */
export function at(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(localDay(day), hour * 60 + minute);
}

/** '03-11 10:12' of an instant, Shanghai. */
export function clock(atMs: number): string {
  const minute = minuteOfInstant(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOfInstant(atMs).slice(5)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A timeline as lines that a person can check against a roster. */
export function lines(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ startAtMs, endAtMs, state, reason }) => {
    const label = 'label' in reason ? ` ${reason.label}` : '';
    return `${clock(startAtMs)} to ${clock(endAtMs)} ${state}: ${reason.code}${label}`;
  });
}
