import type { OutputOf } from '../../../../contract/action';
import type { ShiftOfDay } from '../../../../contract/roster/shift';
import type { makeUp } from '../../../../contract/study/make-up';
import { LONGEST_PIECE_MINUTES } from '../../../../domain/study/make-up-quiz';
import { dayOfInstant, weekdayOf, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { chipOf, type Badge, type Chip } from '../../../text/fit';
import { lastDayText } from '../../../text/make-up-errors';
import { offlineText } from '../../../text/offline';
import { shiftName } from '../../../text/shift';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { bareTopic } from '../../../text/study';
import { dayText, lengthText, momentText, WEEKDAYS } from '../../../text/when';
import { endOf, leftWords } from '../made-up.view';
import type { Progress } from '../make-up-progress';
import { nextOf, rowsOf, waysOf, type Next, type PieceRow, type Way } from './pieces.view';

type MakeUp = OutputOf<typeof makeUp>;

export interface StripDay {
  readonly day: LocalDay;
  readonly weekday: string;
  readonly date: string;
  readonly chip: Chip | null;
  readonly isToday: boolean;
  /** '第 2', of the days that count. */
  readonly count: string;
  readonly isLast: boolean;
  readonly label: string;
}

export interface MakeUpContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly kindLine: string;
  readonly badge: Badge;
  readonly topic: string;
  readonly why: string;
  /** '' once it is done. */
  readonly due: string;
  readonly dueNote: string;
  readonly days: readonly StripDay[];
  readonly done: string;
  readonly over: string;
  /** What is on this phone and not sent: handed in, or written and not taken by its end; null: nothing. */
  readonly written: Written | null;
  readonly pieces: readonly PieceRow[];
  readonly piecesNote: string;
  readonly ways: readonly Way[];
  readonly note: string;
  readonly noteNote: string;
  readonly next: Next | null;
}

export interface Written {
  readonly text: string;
  readonly action: string;
}

/** @param kept words that wait in the phone to end it; '' where none do */
export function toView(
  state: Shown<MakeUp>,
  progress: Progress,
  nowMs: number,
  kept = '',
): Placeholder | MakeUpContent {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const { study, doneAtMs, untilAtMs, note } = output;
  const waits = doneAtMs === null && kept !== '';
  const end = endOf(output, nowMs);
  const isIn = end !== null && output.isIn === true;
  const isOpen = doneAtMs === null && end === null;
  const isToDo = isOpen && !waits;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    kindLine: `补学 · ${STUDY_KIND_TEXT[study.kind]}`,
    badge: badgeOf(output, nowMs),
    topic: bareTopic(study),
    why: whyText(output, nowMs),
    due: isOpen ? `${lastDayText(untilAtMs, nowMs)} 24:00 前` : '',
    dueNote: dueNote(output),
    days: isOpen ? stripOf(output, nowMs) : [],
    done: isIn ? end.text : doneText(output, nowMs),
    over: waits || isIn ? '' : (end?.text ?? ''),
    written: writtenOf(output, waits, isOpen, progress),
    pieces: rowsOf(output, progress),
    piecesNote: `${output.pieces.length} 段，每段不超过 ${LONGEST_PIECE_MINUTES} 分钟`,
    ways: isToDo ? waysOf(output) : [],
    note: note?.text ?? '',
    noteNote: note === null ? '' : `${momentText(note.atMs, nowMs)} 交的，你和支部委员看得到`,
    next: isToDo ? nextOf(output, progress) : null,
  };
}

function writtenOf(
  output: MakeUp,
  waits: boolean,
  isOpen: boolean,
  { note }: Progress,
): Written | null {
  if (waits) return { text: '心得已经交了，存在手机里，有网时自己送出。', action: '看一眼' };
  if (isOpen || leftWords(output, note) === '') return null;
  return { text: '你写的还在手机里，可以当心得交给支部。', action: '去看看' };
}

function badgeOf(
  { doneAtMs, isIn, untilAtMs, countedDays, termKind }: MakeUp,
  nowMs: number,
): Badge {
  if (doneAtMs !== null) return { text: '已补学', tone: 'ok' };
  if (isIn === true) return { text: '不用补了', tone: 'ok' };
  if (untilAtMs <= nowMs) return { text: '已截止', tone: 'plain' };
  const today = dayOfInstant(nowMs);
  const left = countedDays.filter((day) => day >= today).length;
  if (countedDays.at(-1) === today || left === 0) return { text: '今天截止', tone: 'warn' };
  return { text: `还有 ${left} 个${DAY_TEXT[termKind]}`, tone: 'plain' };
}

const DAY_TEXT: Readonly<Record<MakeUp['termKind'], string>> = {
  'rest-days': '休息日',
  'working-days': '工作日',
  newer: '日子',
};

const NO_ABSENCE = '补上就好，不算缺席。';
const ABSENT_UNLESS = '现在记的是缺席，补上就改记补学。';

function whyText(
  { cause, openedBy, study, startsAtMs, isAbsent = false }: MakeUp,
  nowMs: number,
): string {
  const counts = isAbsent ? ABSENT_UNLESS : NO_ABSENCE;
  const own = openedBy === null ? '' : `${openedBy.name}给你开的：${openedBy.reason}。`;
  const { sittings } = study;
  const which =
    sittings.length > 1
      ? `${sittings.length} 场`
      : sittings.map(({ startAtMs }) => `${momentText(startAtMs, nowMs)} 那场`).join('');
  const all = sittings.length > 1 ? '都' : '';
  switch (cause) {
    case 'on-duty':
      return `${own}${which}你${all}${dutyText(study.sittings)}。${counts}`;
    case 'asleep':
      return `${own}${which}${all}在你睡觉或者当班的时候。${counts}`;
    case 'excused':
      return `${own}${which}你请了假。${counts}`;
    case 'away': {
      const back =
        startsAtMs > nowMs
          ? `${dayText(dayOfInstant(startsAtMs), dayOfInstant(nowMs))}回来再安排。`
          : '';
      return `${own}${which}你不在单位。${back}${counts}`;
    }
    case 'by-officer':
    case 'newer':
      return own === '' || isAbsent ? `${own}${counts}` : own;
  }
}

/** '当中班', where it was the same shift in all of them. */
function dutyText(sittings: MakeUp['study']['sittings']): string {
  const names = new Set(sittings.map(({ shift }) => (shift === null ? '' : shiftName(shift))));
  const [name = ''] = names;
  return names.size === 1 && name !== '' ? `当${name}` : '在岗';
}

function dueNote({ countedDays, termKind, days, study }: MakeUp): string {
  const past = `过了找${study.createdByName}或书记再开。`;
  const last = countedDays.at(-1);
  if (last === undefined) return past;
  const before = shiftBefore(days, last);
  const after = before?.kind === 'night' ? `下${shiftName(before)}后的` : '';
  return `你${after}第 ${countedDays.length} 个${DAY_TEXT[termKind]}。${past}`;
}

/** The shift that the person has worked the day before, as far as it is shown. */
function shiftBefore(days: readonly ShiftOfDay[], day: LocalDay): ShiftOfDay | undefined {
  const index = days.findIndex((each) => each.day === day);
  return index > 0 ? days[index - 1] : undefined;
}

function stripOf({ days, countedDays }: MakeUp, nowMs: number): readonly StripDay[] {
  const today = dayOfInstant(nowMs);
  return days
    .filter(({ day }) => day >= today)
    .map((shift) => {
      const { day } = shift;
      const place = countedDays.indexOf(day);
      const isToday = day === today;
      const count = place < 0 ? '' : `第 ${place + 1}`;
      const date = String(Number(day.slice(8)));
      return {
        day,
        weekday: isToday ? '今' : (WEEKDAYS[weekdayOf(day) - 1] ?? ''),
        date,
        chip: chipOf(shift),
        isToday,
        count,
        isLast: place === countedDays.length - 1 && place >= 0,
        label: `${dayText(day, today)}${shiftName(shift)}${count === '' ? '' : `，${count} 个`}`,
      };
    });
}

function doneText({ doneAtMs, isAbsent = false, minutes }: MakeUp, nowMs: number): string {
  if (doneAtMs === null) return '';
  const done = `${momentText(doneAtMs, nowMs)} 补学完成`;
  if (isAbsent) return `${done}，支部后来更正为缺席，以更正为准。`;
  return `${done}，学习记录里多了 ${lengthText(minutes)}。记成补学，不记成到会，也不算缺席。`;
}

export const COPIED_TEXT = '链接已复制，在浏览器里打开';
export const unknownMakeUp: Shown<MakeUp> = { kind: 'loading' };
export const opening: Placeholder | MakeUpContent = { kind: 'loading' };
