import type { LocalDay } from '../time/local-day';

export const SHIFT_KINDS = ['day', 'evening', 'night', 'rest', 'study-day'] as const;
export type ShiftKind = (typeof SHIFT_KINDS)[number];

/** Configured ids; people who rotate together share a crew. */
export type CrewId = string;
export type RotationId = string;

/**
 * One shift of a cycle day: `durationMinutes` from `startMinute` of its day. It may cross midnight
 * and belongs to its start day; a start of 1440 or more is a plant's own attribution of a night to
 * the day before. A rest slot lasts 0 minutes and only carries a label. docs/rules.md#R-01
 */
export interface ShiftSlot {
  /** Key of the one character that stands in the chip; the character itself is the phone's. */
  readonly label: string;
  readonly kind: ShiftKind;
  readonly startMinute: number;
  readonly durationMinutes: number;
}

/** When a shift of a day is, whatever it is called. */
export type ShiftHours = Pick<ShiftSlot, 'startMinute' | 'durationMinutes'>;

/** Shifts of one cycle day, ordered by start; none, or one rest slot, is a day off. */
export type CycleDay = readonly ShiftSlot[];

/** A crew stands `offset` days further in the cycle than the anchor day says. 0 ≤ offset < cycleDays. */
export interface CrewOffset {
  readonly crewId: CrewId;
  readonly offset: number;
}

/**
 * A cycle that repeats from its anchor day, for days from `validFromDay` until a newer rotation of
 * the crew is valid. Weekends and holidays do not exist for it, unless `daysCounted` is 'workdays':
 * then its shifts take place on working days of the national calendar only. docs/rules.md#R-02
 */
export interface Rotation {
  readonly id: RotationId;
  /** 1 to 56; equals days.length. */
  readonly cycleDays: number;
  readonly days: readonly CycleDay[];
  readonly crews: readonly CrewOffset[];
  readonly anchorDay: LocalDay;
  readonly validFromDay: LocalDay;
  readonly daysCounted: 'every-day' | 'workdays';
}

export const MAX_CYCLE_DAYS = 56;
/** Starts below this: the rest of two days, so that a plant may count a night to the day before. */
export const MAX_START_MINUTE = 2880;
export const MAX_SHIFT_MINUTES = 1440;
export const MAX_SHIFTS_A_DAY = 4;
export const LABEL_SHAPE = /^[a-z][a-z-]{0,23}$/;
