import type { QuietTime, ShiftOfDay } from '../../contract/roster/shift';
import { dayOfInstant, instantOf, MS_PER_MINUTE, type LocalDay } from '../../domain/time/local-day';
import { shiftName } from './shift';
import { after, lengthText, nearText } from './when';

/** A gap after a shift is told in minutes up to this long. */
const SHORT_GAP_MINUTES = 120;

/**
 * What an instant is in the person's own days, such as '你的休息日', '你下早班后 40 分钟' or
 * '你下后夜班后的第 2 个休息日'; '' when nothing is known of that day.
 * @param days the person's shifts from today on, in order; before them one that still runs
 */
export function shiftSense(days: readonly ShiftOfDay[], atMs: number): string {
  const worked = days.find((shift) => isWithin(shift, atMs));
  if (worked !== undefined) return `你当${shiftName(worked)}`;
  const left = justAfter(days, atMs);
  if (left !== '') return left;
  const day = dayOfInstant(atMs);
  const shift = days.find((candidate) => candidate.day === day);
  if (shift === undefined) return '';
  const span = spanOf(shift);
  if (span === undefined) return restSense(days, day);
  return atMs < span.startAtMs ? `你上${shiftName(shift)}之前` : `你下${shiftName(shift)}之后`;
}

/** Since the shift has ended; infinite while it has not, and of a day without hours. */
function minutesAfter(shift: ShiftOfDay, atMs: number): number {
  const span = spanOf(shift);
  if (span === undefined || atMs < span.endAtMs) return Infinity;
  return Math.round((atMs - span.endAtMs) / MS_PER_MINUTE);
}

/** '你下早班后 40 分钟', '你刚下早班'; '' when no shift has ended shortly before. */
export function justAfter(days: readonly ShiftOfDay[], atMs: number): string {
  const shift = days.find((each) => minutesAfter(each, atMs) <= SHORT_GAP_MINUTES);
  if (shift === undefined) return '';
  const minutes = minutesAfter(shift, atMs);
  return minutes === 0
    ? `你刚下${shiftName(shift)}`
    : `你下${shiftName(shift)}后 ${lengthText(minutes)}`;
}

/** '现在免打扰到 15:30（后夜班后休息）'. */
export function quietText(quiet: QuietTime, nowMs: number): string {
  return `${after('现在免打扰到', nearText(quiet.untilAtMs, nowMs))}（${quietReason(quiet)}）`;
}

function quietReason({ reason, label }: QuietTime): string {
  const name = (kind: 'night' | 'day') => shiftName({ label: label ?? '', kind });
  switch (reason) {
    case 'after-night':
      return `${name('night')}后休息`;
    case 'before-early':
      return `${name('day')}前休息`;
    case 'night':
      return '夜间休息';
    case 'own-window':
      return '你设的时段';
    case 'newer':
      return '休息';
    case 'on-duty':
      return '在岗';
  }
}

/** Which of the rest days between two shifts it is, when that is known. */
function restSense(days: readonly ShiftOfDay[], day: LocalDay): string {
  const isRest = days.some((shift) => shift.kind === 'rest' && shift.day === day);
  if (!isRest) return '你的学习日';
  const before = days.filter((shift) => shift.day < day && spanOf(shift) !== undefined).at(-1);
  if (before === undefined) return '你的休息日';
  const rests = days.filter(
    (shift) => shift.kind === 'rest' && before.day < shift.day && shift.day <= day,
  );
  return rests.length === 1
    ? '你的休息日'
    : `你下${shiftName(before)}后的第 ${rests.length} 个休息日`;
}

/** Whether the shift is worked at the instant. */
export function isWithin(shift: ShiftOfDay, atMs: number): boolean {
  const span = spanOf(shift);
  return span !== undefined && span.startAtMs <= atMs && atMs < span.endAtMs;
}

/** From its start to its end; undefined for a day without hours. */
export function spanOf({ day, startMinute, endMinute }: ShiftOfDay) {
  if (startMinute === null || endMinute === null) return undefined;
  return { startAtMs: instantOf(day, startMinute), endAtMs: instantOf(day, endMinute) };
}
