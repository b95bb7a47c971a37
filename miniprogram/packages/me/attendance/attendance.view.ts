import type { OutputOf } from '../../../../contract/action';
import type { myAttendance } from '../../../../contract/study/mine';
import { ratePercent } from '../../../../domain/study/rate-percent';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import { LEAVE_OPEN, stateBadge } from '../../../text/badges';
import type { Badge } from '../../../text/fit';
import { isLeaveWaiting, notGrantedText } from '../../../text/my-leave';
import { offlineText } from '../../../text/offline';
import { clockOf, EARLIER_MONTH_TEXT, fullDayText, lengthText } from '../../../text/when';

/** A rate with the sum behind it. `percent` is '–' when there is nothing to divide by. */
export interface Rate {
  readonly percent: string;
  readonly unit: string;
  readonly sum: string;
}

export interface EntryRow {
  readonly studyId: string;
  readonly topic: string;
  readonly when: string;
  readonly reason: string;
  readonly badge: Badge;
}

export interface AttendanceContent {
  readonly kind: 'content';
  readonly fair: Rate;
  readonly raw: Rate;
  readonly rows: readonly EntryRow[];
  readonly minutes: string;
  readonly offline: string;
}

export type AttendanceView = Placeholder | AttendanceContent;

export const opening: AttendanceView = { kind: 'loading' };

type Attendance = OutputOf<typeof myAttendance>;
type Entry = Attendance['entries'][number];

export const unknownAttendance: Shown<Attendance> = { kind: 'loading' };

/** Whether a sitting that I am still waited for has begun, so that its check-in may be over by now. */
export function mayHaveClosed(state: Shown<Attendance>, nowMs: number): boolean {
  if (state.kind !== 'known') return false;
  return state.output.entries.some(
    (entry) => entry.state === 'expected' && entry.startAtMs <= nowMs,
  );
}

export function toView(state: Shown<Attendance>, nowMs: number): AttendanceView {
  if (state.kind !== 'known') return state;
  const { entries, raw, fair, minutesAsked } = state.output;
  if (entries.length === 0) {
    return { kind: 'empty', text: '这个月没有请你参加的学习。', action: EARLIER_MONTH_TEXT };
  }
  const today = dayOfInstant(nowMs);
  return {
    kind: 'content',
    fair: rateOf(fair.attended, fair.couldAttend),
    raw: rateOf(raw.attended, raw.asked),
    rows: entries.map((entry) => ({
      studyId: entry.studyId,
      topic: entry.topic,
      when: `${fullDayText(dayOfInstant(entry.startAtMs), today)} ${clockOf(entry.startAtMs)} · ${lengthText(entry.minutes)}`,
      reason: reasonOf(entry),
      badge: isLeaveWaiting(entry) ? LEAVE_OPEN : stateBadge(entry),
    })),
    minutes: `这个月一共请你花 ${lengthText(minutesAsked)}`,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

function reasonOf({ leave, state, reason }: Entry): string {
  const why = reason === null ? '' : `原因：${reason}`;
  return [notGrantedText(leave, state), why].filter((part) => part !== '').join('。');
}

/** @param base what to divide by; 0 when nothing can be said yet */
function rateOf(attended: number, base: number): Rate {
  const sum = `${attended}/${base}`;
  const percent = ratePercent(attended, base);
  return percent === null
    ? { percent: '–', unit: '', sum }
    : { percent: String(percent), unit: '%', sum };
}
