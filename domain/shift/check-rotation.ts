import { MINUTES_PER_DAY, parseLocalDay } from '../time/local-day';
import type { CrewOffset, CycleDay, Rotation, ShiftSlot } from './rotation';
import {
  LABEL_SHAPE,
  MAX_CYCLE_DAYS,
  MAX_SHIFT_MINUTES,
  MAX_SHIFTS_A_DAY,
  MAX_START_MINUTE,
} from './rotation';
import type { UncoveredHours } from './uncovered-hours';
import { uncoveredHoursOf } from './uncovered-hours';

/** A rotation as typed: days are still text and nothing is believed. */
export interface RotationInput {
  readonly id: string;
  readonly cycleDays: number;
  readonly days: readonly CycleDay[];
  readonly crews: readonly CrewOffset[];
  readonly anchorDay: string;
  readonly validFromDay: string;
  readonly daysCounted: 'every-day' | 'workdays';
}

/** What is wrong, and where; cycle days count from 0. */
export type RotationProblem =
  | { readonly code: 'cycle-length'; readonly given: number; readonly most: number }
  | { readonly code: 'days-missing'; readonly given: number; readonly expected: number }
  | { readonly code: 'days-too-many'; readonly given: number; readonly expected: number }
  | { readonly code: 'too-many-shifts'; readonly cycleDay: number; readonly most: number }
  | { readonly code: 'bad-label'; readonly cycleDay: number; readonly label: string }
  | { readonly code: 'bad-start'; readonly cycleDay: number; readonly startMinute: number }
  | { readonly code: 'bad-duration'; readonly cycleDay: number; readonly durationMinutes: number }
  | { readonly code: 'rest-beside-shift'; readonly cycleDay: number }
  | { readonly code: 'shifts-overlap'; readonly cycleDay: number; readonly otherCycleDay: number }
  | { readonly code: 'no-working-shift' }
  | { readonly code: 'no-crews' }
  | { readonly code: 'crew-twice'; readonly crewId: string }
  | { readonly code: 'offset-outside-cycle'; readonly crewId: string; readonly offset: number }
  | { readonly code: 'anchor-not-a-day' }
  | { readonly code: 'valid-from-not-a-day' };

export type RotationCheck =
  | {
      readonly kind: 'valid';
      readonly rotation: Rotation;
      /** Hours that no crew works, when the rotation has nights: usually a crew at a wrong offset. */
      readonly uncovered: readonly UncoveredHours[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly RotationProblem[] };

/**
 * Whether a rotation can be used, with every problem at once. Overlaps are found across midnight,
 * across days and from the end of the cycle to its beginning. docs/rules.md#R-04
 */
export function checkRotation(input: RotationInput): RotationCheck {
  const anchorDay = parseLocalDay(input.anchorDay);
  const validFromDay = parseLocalDay(input.validFromDay);
  const problems: RotationProblem[] = [
    ...cycleProblems(input),
    ...input.days.flatMap((slots, cycleDay) => dayProblems(slots, cycleDay)),
    ...crewProblems(input),
  ];
  if (anchorDay === undefined) problems.push({ code: 'anchor-not-a-day' });
  if (validFromDay === undefined) problems.push({ code: 'valid-from-not-a-day' });
  // Overlaps of a cycle that is broken in itself would only repeat what is already said.
  if (problems.length === 0) problems.push(...overlapProblems(input.days));
  if (problems.length > 0 || anchorDay === undefined || validFromDay === undefined) {
    return { kind: 'invalid', problems };
  }
  const rotation: Rotation = {
    id: input.id,
    cycleDays: input.cycleDays,
    days: input.days.map((slots) => [...slots].sort((a, b) => a.startMinute - b.startMinute)),
    crews: input.crews,
    anchorDay,
    validFromDay,
    daysCounted: input.daysCounted,
  };
  return { kind: 'valid', rotation, uncovered: uncoveredHoursOf(rotation) };
}

/** Problems of the shifts of one day in themselves: also for changed hours of a single person. */
export function dayProblems(slots: CycleDay, cycleDay: number): readonly RotationProblem[] {
  const problems: RotationProblem[] = [];
  if (slots.length > MAX_SHIFTS_A_DAY) {
    problems.push({ code: 'too-many-shifts', cycleDay, most: MAX_SHIFTS_A_DAY });
  }
  if (slots.length > 1 && slots.some((slot) => slot.kind === 'rest')) {
    problems.push({ code: 'rest-beside-shift', cycleDay });
  }
  for (const slot of slots) {
    const { label, startMinute, durationMinutes } = slot;
    if (!LABEL_SHAPE.test(label)) problems.push({ code: 'bad-label', cycleDay, label });
    if (!isWholeIn(startMinute, 0, MAX_START_MINUTE - 1)) {
      problems.push({ code: 'bad-start', cycleDay, startMinute });
    }
    const [least, most] = slot.kind === 'rest' ? [0, 0] : [1, MAX_SHIFT_MINUTES];
    if (!isWholeIn(durationMinutes, least, most)) {
      problems.push({ code: 'bad-duration', cycleDay, durationMinutes });
    }
  }
  return problems;
}

function cycleProblems({ cycleDays, days }: RotationInput): RotationProblem[] {
  if (!isWholeIn(cycleDays, 1, MAX_CYCLE_DAYS)) {
    return [{ code: 'cycle-length', given: cycleDays, most: MAX_CYCLE_DAYS }];
  }
  if (days.length !== cycleDays) {
    const code = days.length < cycleDays ? 'days-missing' : 'days-too-many';
    return [{ code, given: days.length, expected: cycleDays }];
  }
  const works = days.some((slots) => slots.some((slot) => slot.kind !== 'rest'));
  return works ? [] : [{ code: 'no-working-shift' }];
}

function crewProblems({ crews, cycleDays }: RotationInput): RotationProblem[] {
  if (crews.length === 0) return [{ code: 'no-crews' }];
  const problems: RotationProblem[] = [];
  const seen = new Set<string>();
  for (const { crewId, offset } of crews) {
    if (seen.has(crewId)) problems.push({ code: 'crew-twice', crewId });
    seen.add(crewId);
    if (!isWholeIn(offset, 0, Math.max(cycleDays, 1) - 1)) {
      problems.push({ code: 'offset-outside-cycle', crewId, offset });
    }
  }
  return problems;
}

/** Shifts of a cycle that overlap, also from its end to its beginning. */
export function overlapProblems(days: readonly CycleDay[]): RotationProblem[] {
  const cycleMinutes = days.length * MINUTES_PER_DAY;
  const shifts = days
    .flatMap((slots, cycleDay) =>
      slots.filter(isWork).map((slot) => {
        const start = (cycleDay * MINUTES_PER_DAY + slot.startMinute) % cycleMinutes;
        return { cycleDay, start, end: start + slot.durationMinutes };
      }),
    )
    .sort((a, b) => a.start - b.start);
  const problems: RotationProblem[] = [];
  // Each shift against the next one, and the last against the first of the next round.
  shifts.forEach((shift, index) => {
    const next = shifts[index + 1];
    const start = next === undefined ? (shifts[0]?.start ?? 0) + cycleMinutes : next.start;
    const otherCycleDay = (next ?? shifts[0])?.cycleDay ?? 0;
    if (start < shift.end) {
      problems.push({ code: 'shifts-overlap', cycleDay: shift.cycleDay, otherCycleDay });
    }
  });
  return problems;
}

function isWork(slot: ShiftSlot): boolean {
  return slot.kind !== 'rest';
}

function isWholeIn(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
