import type { LocalDay } from '../time/local-day';
import { dayNumberOf, dayOfNumber, instantOfNumber, modulo } from '../time/local-day';
import type { Override, OverrideKind } from './override';
import type { PersonSchedule } from './person-schedule';
import type { CrewId, CycleDay, Rotation, RotationId, ShiftSlot } from './rotation';

/** Why a day looks as it does. `unknown` names what is missing. */
export type DaySource =
  | { readonly kind: 'rotation'; readonly rotationId: RotationId; readonly crewId: CrewId }
  | { readonly kind: 'calendar'; readonly rotationId: RotationId; readonly crewId: CrewId }
  | { readonly kind: 'override'; readonly overrideId: string; readonly override: OverrideKind }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export type UnknownReason =
  'no-crew' | 'no-pattern' | 'calendar-not-published' | 'on-loan-elsewhere';

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

const NOTHING: CycleDay = [];

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
  const end = dayNumberOf(toDay);
  for (let dayNumber = dayNumberOf(fromDay); dayNumber < end; dayNumber += 1) {
    days.push(rosterDayAt(schedule, dayNumber));
  }
  return days;
}

/**
 * Shifts that start on days in [fromDay, toDay), by start; rest is not a shift. A shift that
 * crosses midnight belongs to its start day, and the pattern of its start day decides it to its end
 * even when another pattern is valid by then. docs/rules.md#R-01
 */
export function shiftsOf(
  schedule: PersonSchedule,
  fromDay: LocalDay,
  toDay: LocalDay,
): readonly Shift[] {
  const shifts: Shift[] = [];
  const end = dayNumberOf(toDay);
  for (let dayNumber = dayNumberOf(fromDay); dayNumber < end; dayNumber += 1) {
    shifts.push(...shiftsOfDay(rosterDayAt(schedule, dayNumber), dayNumber));
  }
  return shifts;
}

/** As rosterDaysOf, for one day given by its number. */
export function rosterDayAt(schedule: PersonSchedule, dayNumber: number): RosterDay {
  const day = dayOfNumber(dayNumber);
  const change = lastCovering(schedule.overrides, day, (override) => override.kind !== 'on-loan');
  if (change !== undefined) {
    const source: DaySource = { kind: 'override', overrideId: change.id, override: change.kind };
    return { day, slots: slotsOfChange(change), source };
  }
  const loan = lastCovering(schedule.overrides, day, (override) => override.kind === 'on-loan');
  if (loan?.kind !== 'on-loan') return patternDay(schedule, crewOn(schedule, day), day, dayNumber);
  if (loan.crewId === null) return unknownDay(day, 'on-loan-elsewhere', loan.id);
  return { ...patternDay(schedule, loan.crewId, day, dayNumber), onLoanId: loan.id };
}

/** The crew a person belongs to on a day, loans aside; undefined when none is known. */
export function crewOn(schedule: PersonSchedule, day: LocalDay): CrewId | undefined {
  let newest: { crewId: CrewId | null; fromDay: LocalDay } | undefined;
  for (const membership of schedule.memberships) {
    if (membership.fromDay > day) continue;
    if (newest === undefined || membership.fromDay >= newest.fromDay) newest = membership;
  }
  return newest?.crewId ?? undefined;
}

/** The newest rotation of a crew that is valid on a day; of two from the same day the later listed. */
export function rotationOn(
  rotations: readonly Rotation[],
  crewId: CrewId,
  day: LocalDay,
): Rotation | undefined {
  let newest: Rotation | undefined;
  for (const rotation of rotations) {
    if (rotation.validFromDay > day) continue;
    if (newest !== undefined && rotation.validFromDay < newest.validFromDay) continue;
    if (rotation.crews.some((crew) => crew.crewId === crewId)) newest = rotation;
  }
  return newest;
}

/** The slots of a crew on a day as the cycle alone says. The crew must be one of the rotation's. */
export function cycleSlotsOn(rotation: Rotation, crewId: CrewId, dayNumber: number): CycleDay {
  const offset = rotation.crews.find((crew) => crew.crewId === crewId)?.offset ?? 0;
  const position = dayNumber - dayNumberOf(rotation.anchorDay) + offset;
  return rotation.days[modulo(position, rotation.cycleDays)] ?? NOTHING;
}

function patternDay(
  schedule: PersonSchedule,
  crewId: CrewId | undefined,
  day: LocalDay,
  dayNumber: number,
): RosterDay {
  if (crewId === undefined) return unknownDay(day, 'no-crew');
  const rotation = rotationOn(schedule.roster.rotations, crewId, day);
  if (rotation === undefined) return unknownDay(day, 'no-pattern');
  const slots = cycleSlotsOn(rotation, crewId, dayNumber);
  const names = { rotationId: rotation.id, crewId };
  if (rotation.daysCounted === 'every-day') {
    return { day, slots, source: { kind: 'rotation', ...names } };
  }
  const isWorkday = schedule.roster.calendar.isWorkday(day);
  if (isWorkday === undefined) return unknownDay(day, 'calendar-not-published');
  return { day, slots: isWorkday ? slots : NOTHING, source: { kind: 'calendar', ...names } };
}

function unknownDay(day: LocalDay, reason: UnknownReason, onLoanId?: string): RosterDay {
  const unknown: RosterDay = { day, slots: NOTHING, source: { kind: 'unknown', reason } };
  return onLoanId === undefined ? unknown : { ...unknown, onLoanId };
}

function lastCovering(
  overrides: readonly Override[],
  day: LocalDay,
  isLevel: (override: Override) => boolean,
): Override | undefined {
  for (let index = overrides.length - 1; index >= 0; index -= 1) {
    const override = overrides[index];
    if (override === undefined || day < override.fromDay || override.toDay <= day) continue;
    if (isLevel(override)) return override;
  }
  return undefined;
}

function slotsOfChange(change: Override): CycleDay {
  switch (change.kind) {
    case 'leave':
    case 'on-loan':
      return NOTHING;
    case 'training':
      return [change.slot];
    case 'swap':
    case 'changed-hours':
      return change.slots;
  }
}

/** The shifts of one day; `dayNumber` is the day's number, which a caller in a loop has at hand. */
export function shiftsOfDay(
  { day, slots, source }: RosterDay,
  dayNumber: number,
): readonly Shift[] {
  const shifts: Shift[] = [];
  for (const slot of slots) {
    if (slot.kind === 'rest') continue;
    const startAtMs = instantOfNumber(dayNumber, slot.startMinute);
    const endAtMs = instantOfNumber(dayNumber, slot.startMinute + slot.durationMinutes);
    shifts.push({ startDay: day, slot, startAtMs, endAtMs, source });
  }
  return shifts;
}
