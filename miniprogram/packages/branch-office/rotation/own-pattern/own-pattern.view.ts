import { tooLongText } from '../../../../text/too-long';
import { MOST_CHARACTERS } from '../../../../../contract/limits';
import type { ShiftKind } from '../../../../../contract/roster/shift';
import { MAX_CYCLE_DAYS } from '../../../../../domain/shift/rotation';
import { shiftCharacter, shiftHours, shiftName } from '../../../../text/shift';
import { pickerClock } from '../../../../text/when';
import {
  canBeAfterMidnight,
  canBeWorkdaysOnly,
  freeLabels,
  KINDS,
  LABELS,
  problemOf,
  type Label,
  type OwnForm,
  type OwnShift,
} from './own-form';

interface Choice {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
}

interface ShiftRow {
  readonly label: Label;
  readonly name: string;
  readonly hours: string;
  readonly kind: ShiftKind;
  readonly character: string;
  readonly isOpen: boolean;
  readonly names: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly start: string;
  readonly end: string;
  readonly isOvernight: boolean;
  readonly canBeAfterMidnight: boolean;
  readonly isAfterMidnight: boolean;
}

interface DayCell {
  readonly key: string;
  readonly number: number;
  readonly kind: ShiftKind;
  readonly character: string;
  readonly label: string;
}

export interface OwnView {
  readonly name: string;
  readonly length: number;
  readonly lengthText: string;
  readonly canLess: boolean;
  readonly canMore: boolean;
  readonly shifts: readonly ShiftRow[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  readonly days: readonly DayCell[];
  readonly canBeWorkdaysOnly: boolean;
  readonly isWorkdaysOnly: boolean;
  readonly problem: string;
}

const KIND_TEXT = {
  day: '白天的班',
  evening: '傍晚的班',
  night: '夜里的班',
  'study-day': '学习班',
} as const;

/** '1 天' to '56 天', for the picker. */
export const LENGTH_TEXTS = Array.from({ length: MAX_CYCLE_DAYS }, (_, index) => `${index + 1} 天`);

/** @param open which shift of the list is being changed; -1: none */
export function toOwnView(form: OwnForm, open: number): OwnView {
  const { name, days, shifts } = form;
  return {
    name,
    length: days.length,
    lengthText: `${days.length} 天`,
    canLess: days.length > 1,
    canMore: days.length < MAX_CYCLE_DAYS,
    shifts: shifts.map((shift, index) => shiftRow(shift, form, index === open)),
    canAdd: freeLabels(form).length > 0,
    canRemove: shifts.length > 1,
    days: days.map((label, index) => dayCell(label, index, shifts)),
    canBeWorkdaysOnly: canBeWorkdaysOnly(form),
    isWorkdaysOnly: form.isWorkdaysOnly,
    problem: tooLongText(name, MOST_CHARACTERS.unit) || problemOf(form),
  };
}

function shiftRow(shift: OwnShift, form: OwnForm, isOpen: boolean): ShiftRow {
  const { label, kind, startMinute, endMinute, isAfterMidnight } = shift;
  const isOvernight = endMinute <= startMinute;
  const free = freeLabels(form);
  return {
    label,
    name: shiftName(shift),
    hours: `${isAfterMidnight ? '次日 ' : ''}${shiftHours(startMinute, endMinute)}`,
    kind,
    character: shiftCharacter(shift),
    isOpen,
    names: LABELS.filter((each) => each === label || free.includes(each)).map((each) => ({
      id: each,
      text: nameOf(each),
      isOn: each === label,
    })),
    kinds: KINDS.map((each) => ({ id: each, text: KIND_TEXT[each], isOn: each === kind })),
    start: pickerClock(startMinute),
    end: pickerClock(endMinute),
    isOvernight,
    canBeAfterMidnight: canBeAfterMidnight(shift),
    isAfterMidnight,
  };
}

const nameOf = (label: Label): string => shiftName({ label, kind: 'day' });

function dayCell(label: Label | '', index: number, shifts: readonly OwnShift[]): DayCell {
  const shift = shifts.find((each) => each.label === label);
  const number = index + 1;
  const named = shift ?? { label: 'rest', kind: 'rest' as const };
  return {
    key: String(number),
    number,
    kind: named.kind,
    character: shiftCharacter(named),
    label: `第 ${number} 天，${shiftName(named)}`,
  };
}
