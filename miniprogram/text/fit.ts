import type { Fit, ShiftOfDay, ShownShiftKind } from '../../contract/roster/shift';
import { shiftCharacter, shiftName } from './shift';
import { spanOf } from './shift-sense';
import { clockOfMinute } from './when';

export type Tone = 'ok' | 'warn' | 'must' | 'night' | 'plain';

export interface Badge {
  readonly text: string;
  readonly tone: Tone;
}

/** What the component shift-chip shows; null where nothing is known of the day. */
export interface Chip {
  readonly kind: ShownShiftKind;
  readonly character: string;
  readonly label: string;
}

export function chipOf(shift: ShiftOfDay | null): Chip | null {
  return shift === null
    ? null
    : { kind: shift.kind, character: shiftCharacter(shift), label: shiftName(shift) };
}

/** What is said of a sitting in somebody's day. */
export interface FitSitting {
  readonly fit: Fit;
  readonly shift: ShiftOfDay | null;
  readonly startAtMs: number;
  readonly endAtMs: number;
}

const LOOK_YOURSELF_TEXT = '请自己看时间';
const NO_ROSTER_TEXT = `没有你的班表，${LOOK_YOURSELF_TEXT}`;

/**
 * What a sitting means in the member's own day.
 * @param hasOthers whether there is another sitting to point to
 */
export function fitBadge(sitting: FitSitting, hasOthers = true): Badge {
  const { fit, shift } = sitting;
  const other = hasOthers ? '，可选其他场' : '，不必勉强';
  switch (fit) {
    case 'free':
      return { text: `${freeText(sitting)}，可参加`, tone: 'ok' };
    case 'on-duty':
      return { text: `你在岗${hoursNote(shift)}`, tone: 'plain' };
    case 'asleep':
      return { text: `正是你睡觉的时候${other}`, tone: 'night' };
    case 'after-night':
      return { text: `你刚下夜班${other}`, tone: 'night' };
    case 'unknown':
      return { text: shift === null ? NO_ROSTER_TEXT : LOOK_YOURSELF_TEXT, tone: 'plain' };
  }
}

/** '中班 14–20 点', with minutes where there are any; only the name for a day without hours. */
export function shiftHoursText(shift: ShiftOfDay): string {
  if (shift.startMinute === null || shift.endMinute === null) return shiftName(shift);
  const isWholeHours = shift.startMinute % 60 === 0 && shift.endMinute % 60 === 0;
  const hours = isWholeHours
    ? `${hourOf(shift.startMinute)}–${hourOf(shift.endMinute)} 点`
    : `${clockOfMinute(shift.startMinute)}–${clockOfMinute(shift.endMinute)}`;
  return `${shiftName(shift)} ${hours}`;
}

/** From office hours people can come; in any other shift nobody is free. docs/rules.md#R-22 */
function freeText({ shift, startAtMs, endAtMs }: FitSitting): string {
  const span = shift === null ? undefined : spanOf(shift);
  if (span !== undefined && startAtMs < span.endAtMs && endAtMs > span.startAtMs) return '上班时间';
  return shift?.kind === 'rest' ? `你${shiftName(shift)}` : '你不在岗';
}

function hoursNote(shift: ShiftOfDay | null): string {
  return shift === null ? '' : `（${shiftHoursText(shift)}）`;
}

/** A shift that ends at midnight ends at 24, not at 0. */
function hourOf(minute: number): number {
  return minute > 1440 ? (minute - 1440) / 60 : minute / 60;
}
