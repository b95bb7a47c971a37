import type { CycleDay, ShiftKind } from './rotation';

/** A known pattern without crews: pick one, name the crews, say who works today. */
export interface RotationPreset {
  readonly id: RotationPresetId;
  readonly days: readonly CycleDay[];
  /** How many crews share the cycle; 0 when any number works the same days. */
  readonly crewCount: number;
  /** How many cycle days lie between one crew and the next. */
  readonly crewStep: number;
  readonly daysCounted: 'every-day' | 'workdays';
}

export const ROTATION_PRESET_IDS = [
  'five-crews-four-shifts',
  'five-crews-three-shifts-study',
  'four-crews-three-shifts',
  'five-crews-three-shifts',
  'four-crews-two-shifts',
  'three-crews-two-shifts',
  'panama-days',
  'panama-nights',
  'dupont',
  'day-workers',
] as const;
export type RotationPresetId = (typeof ROTATION_PRESET_IDS)[number];

const shift = (label: string, kind: ShiftKind, startHour: number, hours: number): CycleDay => [
  { label, kind, startMinute: startHour * 60, durationMinutes: hours * 60 },
];
const times = (count: number, day: CycleDay): readonly CycleDay[] =>
  Array<CycleDay>(count).fill(day);

const rest: CycleDay = [{ label: 'rest', kind: 'rest', startMinute: 0, durationMinutes: 0 }];
const night8 = shift('night', 'night', 0, 8);
const white8 = shift('white', 'day', 8, 8);
const middle8 = shift('middle', 'evening', 16, 8);
const white12 = shift('white', 'day', 8, 12);
const night12 = shift('night', 'night', 20, 12);

/** Two on, two off, three on, two off, two on, three off. */
const panama = (on: CycleDay): readonly CycleDay[] => [
  on,
  on,
  rest,
  rest,
  on,
  on,
  on,
  rest,
  rest,
  on,
  on,
  rest,
  rest,
  rest,
];

/** The patterns in use, with the usual hours; every plant may change them. docs/rules.md#R-05 */
export const ROTATION_PRESETS: Readonly<Record<RotationPresetId, RotationPreset>> = {
  'five-crews-four-shifts': {
    id: 'five-crews-four-shifts',
    days: [
      shift('front-night', 'evening', 20, 6),
      shift('middle', 'evening', 14, 6),
      shift('early', 'day', 8, 6),
      shift('back-night', 'night', 2, 6),
      rest,
    ],
    crewCount: 5,
    crewStep: 1,
    daysCounted: 'every-day',
  },
  'five-crews-three-shifts-study': {
    id: 'five-crews-three-shifts-study',
    days: [
      white8,
      shift('front-night', 'evening', 16, 8),
      // Counted to the evening it follows: a start at 00:00 would join it to the shift before.
      shift('back-night', 'night', 24, 8),
      rest,
      shift('study', 'study-day', 8, 8),
    ],
    crewCount: 5,
    crewStep: 1,
    daysCounted: 'every-day',
  },
  'four-crews-three-shifts': {
    id: 'four-crews-three-shifts',
    days: [white8, white8, middle8, middle8, rest, night8, night8, rest],
    crewCount: 4,
    crewStep: 2,
    daysCounted: 'every-day',
  },
  'five-crews-three-shifts': {
    id: 'five-crews-three-shifts',
    days: [night8, night8, white8, white8, middle8, middle8, rest, rest, rest, rest],
    crewCount: 5,
    crewStep: 2,
    daysCounted: 'every-day',
  },
  'four-crews-two-shifts': {
    id: 'four-crews-two-shifts',
    days: [white12, night12, rest, rest],
    crewCount: 4,
    crewStep: 1,
    daysCounted: 'every-day',
  },
  'three-crews-two-shifts': {
    id: 'three-crews-two-shifts',
    days: [white12, white12, night12, night12, rest, rest],
    crewCount: 3,
    crewStep: 2,
    daysCounted: 'every-day',
  },
  'panama-days': {
    id: 'panama-days',
    days: panama(white12),
    crewCount: 2,
    crewStep: 7,
    daysCounted: 'every-day',
  },
  'panama-nights': {
    id: 'panama-nights',
    days: panama(night12),
    crewCount: 2,
    crewStep: 7,
    daysCounted: 'every-day',
  },
  dupont: {
    id: 'dupont',
    days: [
      ...times(4, night12),
      ...times(3, rest),
      ...times(3, white12),
      rest,
      ...times(3, night12),
      ...times(3, rest),
      ...times(4, white12),
      ...times(7, rest),
    ],
    crewCount: 4,
    crewStep: 7,
    daysCounted: 'every-day',
  },
  'day-workers': {
    id: 'day-workers',
    days: [shift('white', 'day', 8, 9.5)],
    crewCount: 0,
    crewStep: 0,
    daysCounted: 'workdays',
  },
};
