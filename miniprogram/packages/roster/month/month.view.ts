import type { OutputOf } from '../../../../contract/action';
import type { myRoster } from '../../../../contract/roster/roster';
import type { CalendarDay, Change, Swap } from '../../../../contract/roster/roster-shapes';
import type { ShownShiftKind } from '../../../../contract/roster/shift';
import { swapLimitAtMs } from '../../../../domain/shift/swap-limit';
import { addDays, dayOfInstant, instantOf, type LocalDay } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import {
  CHANGE_MARK,
  CHANGE_TEXT,
  daysText,
  LEAVE_TEXT,
  slotHours,
  slotNames,
  slotsText,
  SWAP_STATE_TEXT,
  swapTitle,
} from '../../../text/roster';
import { shiftName } from '../../../text/shift';
import { quietText } from '../../../text/shift-sense';
import { clockOf, fullDayText, momentText } from '../../../text/when';
import {
  cellsOf,
  chipOf,
  isUnknown,
  legendOf,
  shiftText,
  type LegendEntry,
  type MonthCell,
} from './month-cells.view';

export type Roster = OutputOf<typeof myRoster>;

export interface PickedDay {
  readonly title: string;
  readonly kind: ShownShiftKind | '';
  readonly character: string;
  readonly shift: string;
  /** Quiet hours of today, or why the shift is what it is. */
  readonly note: string;
  readonly next: string;
  readonly isToday: boolean;
}

export interface ChangeRow {
  readonly key: string;
  readonly mark: string;
  readonly title: string;
  readonly note: string;
  readonly overrideId: string;
  readonly isRemovable: boolean;
}

export interface SwapRow {
  readonly swapId: string;
  readonly title: string;
  readonly note: string;
  readonly badge: string;
  /** It waits for me. */
  readonly isMine: boolean;
}

/** One entry of the phone's calendar. */
export interface CalendarEntry {
  readonly title: string;
  readonly startAtMs: number;
  readonly endAtMs: number;
  readonly text: string;
}

export interface MonthContent {
  readonly kind: 'content';
  readonly place: string;
  readonly quiet: string;
  readonly cells: readonly MonthCell[];
  readonly legend: readonly LegendEntry[];
  readonly picked: PickedDay | null;
  readonly changes: readonly ChangeRow[];
  readonly swaps: readonly SwapRow[];
  /** What the button below adds; null when no shift is ahead in this month. */
  readonly entry: CalendarEntry | null;
  readonly offline: string;
}

export type MonthView = Placeholder | MonthContent;

export const unknownRoster: Shown<Roster> = { kind: 'loading' };
export const opening: MonthView = { kind: 'loading' };

/** '2026年 3月'. */
export function monthTitle(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年 ${Number(number)}月`;
}

/** @param picked the day whose shift is told below the month; of another month: none */
export function toView(
  state: Shown<Roster>,
  picked: LocalDay,
  memberId: string,
  nowMs: number,
): MonthView {
  if (state.kind !== 'known') return state;
  const { crewName, rotationName, days, legend, quiet, changes, swaps } = state.output;
  const today = dayOfInstant(nowMs);
  return {
    kind: 'content',
    place: [crewName, rotationName].filter((part) => part !== null).join(' · ') || '还没有你的班表',
    quiet: quiet !== null && quiet.untilAtMs > nowMs ? quietText(quiet, nowMs) : '',
    cells: cellsOf(days, today, picked),
    legend: legendOf(legend),
    picked: pickedOf(state.output, picked, nowMs),
    changes: changes.map((change) => changeRow(change, today)),
    swaps: swaps.map((swap) => swapRow(swap, memberId, nowMs)),
    entry: entryOf(days, picked, nowMs),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

function pickedOf(roster: Roster, picked: LocalDay, nowMs: number): PickedDay | null {
  const today = dayOfInstant(nowMs);
  const day = roster.days.find((candidate) => candidate.day === picked);
  if (day === undefined) return null;
  const isToday = picked === today;
  const next = roster.days.find((candidate) => candidate.day === addDays(picked, 1));
  return {
    title: isToday ? `今天 ${fullDayText(picked, today)}` : fullDayText(picked, today),
    ...chipOf(day),
    shift: shiftText(day),
    note: isToday ? todayNote(roster, day, nowMs) : sourceNote(day),
    next: next === undefined ? '' : `${isToday ? '明天' : '次日'}${shortDay(next)}`,
    isToday,
  };
}

/** A change comes first; the pattern needs no words beside the quiet hours. */
function todayNote(roster: Roster, day: CalendarDay, nowMs: number): string {
  const sleep = sleepText(roster, nowMs);
  if (sleep === '') return sourceNote(day);
  return day.override === null ? sleep : `${sourceNote(day)} · ${sleep}`;
}

/** '免打扰 8:30–15:30，今晚 22:30–6:30'; what is over is left out. */
function sleepText({ sleepToday }: Roster, nowMs: number): string {
  const spans = sleepToday
    .filter(({ endAtMs }) => endAtMs > nowMs)
    .map(({ startAtMs, endAtMs }) => {
      const isTonight = dayOfInstant(startAtMs) < dayOfInstant(endAtMs) && startAtMs > nowMs;
      return `${isTonight ? '今晚 ' : ''}${clockOf(startAtMs)}–${clockOf(endAtMs)}`;
    });
  return spans.length === 0 ? '' : `免打扰 ${spans.join('，')}`;
}

function sourceNote(day: CalendarDay): string {
  const { source, override } = day;
  if (override === 'swap') return '和同事换的班';
  if (override !== null) return `你登记的${CHANGE_TEXT[override]}`;
  if (source === 'calendar') return '按国家放假和调休安排';
  return isUnknown(day) ? '还不知道这天上什么班' : '按倒班表';
}

function shortDay(day: CalendarDay): string {
  if (isUnknown(day)) return '未排';
  if (day.override === 'leave') return '请假';
  const isRest = day.slots.every(({ durationMinutes }) => durationMinutes === 0);
  return isRest ? '休' : slotNames(day.slots);
}

function changeRow(change: Change, today: LocalDay): ChangeRow {
  const days = daysText(change.fromDay, change.toDay, today);
  const withWhom = change.withName === null ? '' : ` · 和${change.withName}`;
  return {
    key: change.overrideId,
    mark: CHANGE_MARK[change.kind],
    title: `${CHANGE_TEXT[change.kind]}：${changeDetail(change)}`,
    note: `${days}${withWhom}`,
    overrideId: change.overrideId,
    isRemovable: change.isRemovable,
  };
}

function changeDetail({ kind, leaveKind, crewName, slots }: Change): string {
  if (kind === 'leave') {
    return (LEAVE_TEXT as Readonly<Record<string, string>>)[leaveKind ?? ''] ?? LEAVE_TEXT.other;
  }
  if (kind === 'on-loan') return crewName === null ? '外单位' : `到${crewName}`;
  return kind === 'swap' ? `上${slotNames(slots)}` : slotsText(slots);
}

function swapRow(swap: Swap, memberId: string, nowMs: number): SwapRow {
  const today = dayOfInstant(nowMs);
  const isProposer = swap.proposerId === memberId;
  const limitAtMs = swapLimitAtMs(swap.days, swap.takes);
  const isAhead = limitAtMs > nowMs;
  const isMine = swap.state === 'proposed' && !isProposer && isAhead;
  return {
    swapId: swap.swapId,
    title: swapTitle(swap, isProposer),
    note: [
      swap.days.map((day) => fullDayText(day, today)).join('、'),
      swap.state === 'proposed' && isAhead
        ? `${momentText(limitAtMs, nowMs)} 前${isMine ? '' : '等对方'}答复`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    badge: isMine ? '等你答复' : swapBadge(swap, isAhead),
    isMine,
  };
}

function swapBadge({ state }: Swap, isAhead: boolean): string {
  return state === 'proposed' && !isAhead ? SWAP_STATE_TEXT.declined : SWAP_STATE_TEXT[state];
}

/** The shift of the picked day while it is ahead, otherwise the next one of the month. */
function entryOf(
  days: readonly CalendarDay[],
  picked: LocalDay,
  nowMs: number,
): CalendarEntry | null {
  const shifts = days.flatMap(({ day, slots }) =>
    slots
      .filter(({ durationMinutes }) => durationMinutes > 0)
      .map((slot) => ({ day, slot, startAtMs: instantOf(day, slot.startMinute) })),
  );
  const ahead = shifts.filter(({ startAtMs }) => startAtMs > nowMs);
  const chosen = ahead.find(({ day }) => day === picked) ?? ahead[0];
  if (chosen === undefined) return null;
  const { day, slot, startAtMs } = chosen;
  return {
    title: `清风：${shiftName(slot)}`,
    startAtMs,
    endAtMs: instantOf(day, slot.startMinute + slot.durationMinutes),
    text: `${fullDayText(day, dayOfInstant(nowMs))} ${shiftName(slot)} ${slotHours(slot)}`,
  };
}

export const NOT_ADDED_TEXT = '没有加到日历。要加的话，在手机设置里允许微信用日历，再点一次。';

export function addedText(entry: string): string {
  return `${entry}，已加到手机日历。`;
}

export function takeBackQuestion({ title, note }: ChangeRow): Question {
  return {
    title: '取消这条变动',
    content: `${title}，${note}。取消后回到原来的班，还没送的消息按原来的班重新安排。`,
    confirmBtn: '取消变动',
    cancelBtn: '留着',
  };
}
