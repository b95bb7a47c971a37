import type { CalendarDay } from '../../../../contract/roster/roster-shapes';
import type { ShownShiftKind } from '../../../../contract/roster/shift';
import { weekdayOf, type LocalDay } from '../../../../domain/time/local-day';
import {
  CHANGE_MARK,
  CHANGE_TEXT,
  slotHours,
  slotsText,
  type SlotLike,
} from '../../../text/roster';
import { shiftCharacter, shiftName } from '../../../text/shift';
import { fullDayText } from '../../../text/when';

export interface MonthCell {
  /** '' before the first of the month. */
  readonly day: LocalDay | '';
  readonly key: string;
  readonly date: string;
  readonly kind: ShownShiftKind | '';
  readonly character: string;
  readonly mark: string;
  readonly isToday: boolean;
  readonly isPicked: boolean;
  readonly label: string;
}

export interface LegendEntry {
  readonly key: string;
  readonly kind: ShownShiftKind;
  readonly character: string;
  readonly text: string;
}

export function cellsOf(
  days: readonly CalendarDay[],
  today: LocalDay,
  picked: LocalDay,
): readonly MonthCell[] {
  const first = days[0];
  const blanks = first === undefined ? 0 : weekdayOf(first.day) - 1;
  return [
    ...Array.from({ length: blanks }, (_, index) => blankCell(index)),
    ...days.map((day) => cellOf(day, today, picked)),
  ];
}

function blankCell(index: number): MonthCell {
  return {
    day: '',
    key: `blank-${index}`,
    date: '',
    kind: '',
    character: '',
    mark: '',
    isToday: false,
    isPicked: false,
    label: '',
  };
}

function cellOf(day: CalendarDay, today: LocalDay, picked: LocalDay): MonthCell {
  const chip = chipOf(day);
  const change = day.override === null ? '' : `，${CHANGE_TEXT[day.override]}`;
  return {
    day: day.day,
    key: day.day,
    date: String(Number(day.day.slice(8))),
    ...chip,
    mark: day.override === null ? '' : CHANGE_MARK[day.override],
    isToday: day.day === today,
    isPicked: day.day === picked,
    label: `${fullDayText(day.day, today)}，${shiftText(day)}${change}`,
  };
}

/** Nothing is known of a day; of one whose source only newer versions know, the shifts still are. */
export function isUnknown({ source, slots }: CalendarDay): boolean {
  return source === 'unknown' && slots.length === 0;
}

export function chipOf(day: CalendarDay): {
  kind: ShownShiftKind | '';
  character: string;
} {
  const { override, slots } = day;
  if (isUnknown(day)) return { kind: '', character: '–' };
  if (override === 'leave') return { kind: 'rest', character: '假' };
  const slot = slots[0];
  if (slot === undefined) return { kind: 'rest', character: '休' };
  return { kind: slot.kind, character: shiftCharacter(slot) };
}

export function shiftText(day: CalendarDay): string {
  const { override, slots } = day;
  if (isUnknown(day)) return '还没有班表';
  if (override === 'leave' && slots.length === 0) return '请假';
  return slotsText(slots);
}

export function legendOf(slots: readonly SlotLike[]): readonly LegendEntry[] {
  return slots.map((slot) => ({
    key: `${slot.label}-${slot.startMinute}`,
    kind: slot.kind,
    character: shiftCharacter(slot),
    text:
      slot.durationMinutes === 0 || slot.kind === 'study-day' ? shiftName(slot) : shortHours(slot),
  }));
}

/** '08–14'; with minutes where a shift has them. */
function shortHours(slot: SlotLike): string {
  return slotHours(slot).replaceAll(/:00(?=–|$)/gu, '');
}
