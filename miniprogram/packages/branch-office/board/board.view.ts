import type { OutputOf } from '../../../../contract/action';
import type { crewBoard } from '../../../../contract/roster/roster';
import type { Swap } from '../../../../contract/roster/roster-shapes';
import type { branchSwaps } from '../../../../contract/roster/swaps';
import { swapLimitAtMs } from '../../../../domain/shift/swap-limit';
import {
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  MINUTES_PER_DAY,
  type LocalDay,
} from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import type { Tone } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { CHANGE_TEXT, slotNames, slotsText, workText } from '../../../text/roster';
import { shiftName } from '../../../text/shift';
import {
  after,
  clockOf,
  clockOfMinute,
  fullDayText,
  momentText,
  pickerClock,
} from '../../../text/when';

export type Board = OutputOf<typeof crewBoard>;
type Person = Board['crews'][number]['people'][number];
/** Leave is no state of an answer, but who is on leave is not to be called in. docs/rules.md#R-87 */
type State = Person['state'] | 'on-leave';

export interface CrewCard {
  readonly key: string;
  readonly name: string;
  readonly shift: string;
  readonly people: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly note: string;
    readonly badge: string;
    readonly tone: Tone;
  }[];
}

export interface BoardContent {
  readonly kind: 'content';
  readonly when: string;
  readonly isNow: boolean;
  readonly day: string;
  readonly dayText: string;
  readonly time: string;
  readonly figures: readonly { readonly text: string; readonly count: number }[];
  readonly crews: readonly CrewCard[];
  readonly offline: string;
}

export type BoardView = Placeholder | BoardContent;
export interface SwapRow {
  readonly swapId: string;
  readonly title: string;
  /** Who works what, a line for each day. */
  readonly notes: readonly string[];
  readonly isSeen: boolean;
  /** Not by one of the two themselves. */
  readonly canSee: boolean;
  /** Until the first of the shifts begins. */
  readonly canDecline: boolean;
}

export const opening: BoardView = { kind: 'loading' };
export const noSwaps: readonly SwapRow[] = [];

const STATE_TEXT: Readonly<Record<State, string>> = {
  'on-duty': '在岗',
  'resting-after-night': '下夜班',
  asleep: '睡觉',
  'on-leave': '请假',
  free: '有空',
  unknown: '不知道',
};

const STATE_TONE: Readonly<Record<State, Tone>> = {
  'on-duty': 'warn',
  'resting-after-night': 'night',
  asleep: 'night',
  free: 'ok',
  'on-leave': 'plain',
  unknown: 'plain',
};

const FIGURES = [
  'on-duty',
  'resting-after-night',
  'asleep',
  'free',
  'on-leave',
  'unknown',
] as const;
/** Not told when there are none. */
const RARE = [STATE_TEXT['on-leave'], STATE_TEXT.unknown];

/** @param isNow whether the board follows the clock; otherwise it shows the instant that was picked */
export function toView(state: Shown<Board>, isNow: boolean, nowMs: number): BoardView {
  if (state.kind !== 'known') return state;
  const { crews, atMs } = state.output;
  if (crews.length === 0) return { kind: 'empty', text: '支部里还没有人。先在名册里加人。' };
  const states = crews.flatMap(({ people }) => people.map(stateOf));
  return {
    kind: 'content',
    when: isNow ? `现在 ${clockOf(atMs)}` : momentText(atMs, nowMs),
    isNow,
    day: dayOfInstant(atMs),
    dayText: fullDayText(dayOfInstant(atMs), dayOfInstant(nowMs)),
    time: pickerClock(minuteOfInstant(atMs)),
    figures: FIGURES.map((each) => ({
      text: STATE_TEXT[each],
      count: states.filter((known) => known === each).length,
    })).filter(({ text, count }) => count > 0 || !RARE.includes(text)),
    crews: crews.map(({ crewId, crewName, slots, people }) => ({
      key: crewId ?? 'none',
      name: crewName ?? '没有值',
      shift: crewId === null ? '' : shiftText(slots, people, atMs, nowMs),
      people: people.map((person) => ({
        memberId: person.memberId,
        name: person.name,
        note: [
          stateOf(person) === 'on-leave' ? '' : overrideText(person.override),
          untilText(person, nowMs),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        badge: STATE_TEXT[stateOf(person)],
        tone: STATE_TONE[stateOf(person)],
      })),
    })),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

/**
 * What the crew does at the instant: '正在上前夜班 到 2:00', '下个班 前夜班 今天 20:00', '已下早班'.
 * A shift past midnight looks the same in the evening before and after: whoever works by the crew's
 * own days tells which it is.
 */
function shiftText(
  slots: Board['crews'][number]['slots'],
  people: readonly Person[],
  atMs: number,
  nowMs: number,
): string {
  const minute = minuteOfInstant(atMs);
  const worked = slots.filter(({ durationMinutes }) => durationMinutes > 0);
  const usual = people.filter(({ override }) => override === null);
  const isOnDuty = usual.some(({ state }) => state === 'on-duty');
  const endOf = (slot: (typeof worked)[number]) => slot.startMinute + slot.durationMinutes;
  const isTail = (slot: (typeof worked)[number]) => minute < endOf(slot) - MINUTES_PER_DAY;
  if (worked.length === 0 || (usual.length === 0 && worked.some(isTail))) return slotsText(slots);
  const running = worked.find((slot) =>
    isTail(slot) ? isOnDuty : slot.startMinute <= minute && minute < endOf(slot),
  );
  if (running !== undefined) {
    return `正在上${shiftName(running)} 到 ${clockOfMinute(endOf(running))}`;
  }
  const next = worked.find(({ startMinute }) => startMinute > minute);
  if (next === undefined) return `已下${slotNames(worked)}`;
  const startAtMs = instantOf(dayOfInstant(atMs), next.startMinute);
  return `下个班 ${shiftName(next)} ${momentText(startAtMs, nowMs)}`;
}

function stateOf({ state, override }: Person): State {
  return override === 'leave' && state !== 'on-duty' ? 'on-leave' : state;
}

/** Of leave the end is not told: the answer says when the next sleep begins. */
function untilText(person: Person, nowMs: number): string {
  if (person.untilAtMs === null || stateOf(person) === 'on-leave') return '';
  return after('到', momentText(person.untilAtMs, nowMs));
}

/** The first instant after the board's own at which somebody on it does something else. */
export function nextTurnAtMs({ crews, atMs }: Board): number {
  const turns = crews.flatMap(({ people }) => people.map(({ untilAtMs }) => untilAtMs ?? Infinity));
  return Math.min(...turns.filter((turnAtMs) => turnAtMs > atMs));
}

function overrideText(override: string | null): string {
  return (CHANGE_TEXT as Readonly<Record<string, string>>)[override ?? ''] ?? '';
}

/** Swaps that were agreed, those nobody has seen first. @param memberId the officer who looks */
export function toSwapRows(
  { swaps }: OutputOf<typeof branchSwaps>,
  memberId: string,
  nowMs: number,
): readonly SwapRow[] {
  const today = dayOfInstant(nowMs);
  return swaps
    .filter(({ state }) => state === 'agreed')
    .map((swap) => {
      const { swapId, proposerId, partnerId, proposerName, partnerName, seenByName } = swap;
      const { days, takes } = swap;
      const isOwn = memberId === proposerId || memberId === partnerId;
      return {
        swapId,
        title: `${proposerName}和${partnerName}换班`,
        notes: [...notesOf(swap, today), ...(seenByName === null ? [] : [`${seenByName}看过`])],
        isSeen: seenByName !== null,
        canSee: !isOwn && seenByName === null,
        canDecline: !isOwn && swapLimitAtMs(days, takes) > nowMs,
      };
    })
    .sort((a, b) => Number(a.isSeen) - Number(b.isSeen));
}

/** '周五 3月13日：周航上早班，刘洋上中班'; the day alone where that is not known. */
function notesOf({ days, takes, proposerName, partnerName }: Swap, today: LocalDay): string[] {
  return days.map((day) => {
    const take = takes.find((each) => each.day === day);
    const date = fullDayText(day, today);
    if (take === undefined) return date;
    return `${date}：${proposerName}${workText(take.proposer)}，${partnerName}${workText(take.partner)}`;
  });
}

export function declineQuestion({ title, notes }: SwapRow): Question {
  return {
    title: '不同意这次换班',
    content: `${title}，${notes[0] ?? ''}。退回后两个人都按原来的班上，会收到消息。`,
    confirmBtn: '退回',
    cancelBtn: '先不',
  };
}
