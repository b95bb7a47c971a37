import type { QuietTime, ShiftOfDay } from '../../contract/roster/shift';
import { dayOfInstant, instantOf, MS_PER_MINUTE, type LocalDay } from '../../domain/time/local-day';
import { shiftName } from './shift';
import { clockOf, momentText } from './when';

/** A gap after a shift is told in minutes up to this long. */
const SHORT_GAP_MINUTES = 120;

/**
 * What an instant is in the person's own days, such as '你的休息日', '你下早班后 40 分钟' or
 * '你下后夜班后的第 2 个休息日'; '' when nothing is known of that day.
 * @param days the person's shifts from today on, in order
 */
export function shiftSense(days: readonly ShiftOfDay[], atMs: number): string {
  const worked = days.find((shift) => spanOf(shift) !== undefined && isWithin(shift, atMs));
  if (worked !== undefined) return `你当${shiftName(worked)}`;
  const day = dayOfInstant(atMs);
  const shift = days.find((candidate) => candidate.day === day);
  if (shift === undefined) return '';
  const span = spanOf(shift);
  if (span === undefined) return restSense(days, day);
  if (atMs < span.startAtMs) return `你上${shiftName(shift)}之前`;
  const minutes = Math.round((atMs - span.endAtMs) / MS_PER_MINUTE);
  if (minutes === 0) return `你刚下${shiftName(shift)}`;
  return minutes <= SHORT_GAP_MINUTES
    ? `你下${shiftName(shift)}后 ${minutes} 分钟`
    : `你下${shiftName(shift)}之后`;
}

/** '现在免打扰到 15:30（后夜班后休息）'. */
export function quietText(quiet: QuietTime, nowMs: number): string {
  const isToday = dayOfInstant(quiet.untilAtMs) === dayOfInstant(nowMs);
  const until = isToday ? clockOf(quiet.untilAtMs) : momentText(quiet.untilAtMs, nowMs);
  return `现在免打扰到 ${until}（${quietReason(quiet)}）`;
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

function restSense(days: readonly ShiftOfDay[], day: LocalDay): string {
  const rests = days.filter((shift) => shift.kind === 'rest' && shift.day <= day);
  const first = rests[0];
  if (first === undefined) return '你的学习日';
  if (rests.length === 1) return '你的休息日';
  const before = days
    .filter((shift) => shift.day < first.day && spanOf(shift) !== undefined)
    .at(-1);
  return before === undefined
    ? `你从今天起的第 ${rests.length} 个休息日`
    : `你下${shiftName(before)}后的第 ${rests.length} 个休息日`;
}

function isWithin(shift: ShiftOfDay, atMs: number): boolean {
  const span = spanOf(shift);
  return span !== undefined && span.startAtMs <= atMs && atMs < span.endAtMs;
}

/** From its start to its end; undefined for a day without hours. */
export function spanOf({ day, startMinute, endMinute }: ShiftOfDay) {
  if (startMinute === null || endMinute === null) return undefined;
  return { startAtMs: instantOf(day, startMinute), endAtMs: instantOf(day, endMinute) };
}
