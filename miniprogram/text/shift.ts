import type { ShownShiftKind, ShiftOfDay } from '../../contract/roster/shift';

/** Shifts that the known patterns name. An organisation's own labels are shown by their kind. */
const SHIFT_TEXT: Readonly<Record<string, string>> = {
  early: '早班',
  white: '白班',
  middle: '中班',
  'front-night': '前夜班',
  'back-night': '后夜班',
  night: '夜班',
  study: '学习班',
  rest: '休息',
};

const SHIFT_CHARACTER: Readonly<Record<string, string>> = {
  early: '早',
  white: '白',
  middle: '中',
  'front-night': '前',
  'back-night': '后',
  night: '夜',
  study: '学',
  rest: '休',
};

const KIND_TEXT: Record<ShownShiftKind, string> = {
  day: '白班',
  evening: '中班',
  night: '夜班',
  rest: '休息',
  'study-day': '学习班',
  newer: '其他班',
};

const KIND_CHARACTER: Record<ShownShiftKind, string> = {
  day: '白',
  evening: '中',
  night: '夜',
  rest: '休',
  'study-day': '学',
  newer: '班',
};

type Named = Pick<ShiftOfDay, 'label' | 'kind'> & Partial<Pick<ShiftOfDay, 'override'>>;

/** '后夜班'; '休假' of leave in the shift calendar. */
export function shiftName({ label, kind, override }: Named): string {
  return override === 'leave' ? '休假' : (SHIFT_TEXT[label] ?? KIND_TEXT[kind]);
}

/** '后': the one character that stands in a chip. */
export function shiftCharacter({ label, kind, override }: Named): string {
  return override === 'leave' ? '假' : (SHIFT_CHARACTER[label] ?? KIND_CHARACTER[kind]);
}

/** '02:00–08:00'; minutes past midnight are told as the clock shows them. */
export function shiftHours(startMinute: number, endMinute: number): string {
  return `${clock(startMinute)}–${clock(endMinute)}`;
}

function clock(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  return `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
