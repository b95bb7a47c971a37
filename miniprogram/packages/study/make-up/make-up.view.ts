import type { OutputOf } from '../../../../contract/action';
import type { ShiftOfDay } from '../../../../contract/roster/shift';
import type { makeUp } from '../../../../contract/study/make-up';
import { MAKE_UP_NOTE } from '../../../../contract/study/make-up-shapes';
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
import { endOf, leftWords, quizMinutes } from '../made-up.view';
import type { Progress } from '../make-up-progress';

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

export interface PieceRow {
  readonly pieceId: string;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'todo';
  /** Where the person stopped. */
  readonly isHere: boolean;
}

export interface Way {
  readonly way: 'quiz' | 'note';
  readonly title: string;
  readonly note: string;
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

/** What the one button does. */
export interface Next {
  readonly pieceId: string;
  readonly text: string;
  readonly note: string;
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

function rowsOf({ pieces, doneAtMs }: MakeUp, { seen, at }: Progress): readonly PieceRow[] {
  const isBegun = seen.length > 0 || at !== null;
  const now = doneAtMs === null ? nextPiece(pieces, { seen, at }) : undefined;
  return pieces.map(({ pieceId, title, minutes, url }, index) => {
    const isSeen = seen.includes(pieceId) || doneAtMs !== null;
    const state = pieceId === now ? 'now' : isSeen ? 'done' : 'todo';
    const parts = [
      `${minutes} 分钟`,
      url === null ? '' : '公开链接',
      state === 'done' ? '看完了' : '',
    ];
    return {
      pieceId,
      number: index + 1,
      title,
      note: parts.filter((part) => part !== '').join(' · '),
      state,
      isHere: state === 'now' && isBegun,
    };
  });
}

/** The one that was opened last and not finished, else the first that was not; undefined: all are read. */
function nextPiece(
  pieces: MakeUp['pieces'],
  { seen, at }: Pick<Progress, 'seen' | 'at'>,
): string | undefined {
  const left = pieces.filter(({ pieceId }) => !seen.includes(pieceId));
  return (left.find(({ pieceId }) => pieceId === at) ?? left[0])?.pieceId;
}

function waysOf({ questions, right }: MakeUp): readonly Way[] {
  const note: Way = {
    way: 'note',
    title: '写几句心得',
    note: `写写你们值上怎么做，${MAKE_UP_NOTE.least} 个字就行`,
  };
  if (questions.length === 0) return [note];
  const left = questions.filter(({ questionId }) => !right.includes(questionId)).length;
  const rest = left < questions.length && left > 0 ? `，还剩 ${left} 道` : '';
  return [
    {
      way: 'quiz',
      title: `做 ${questions.length} 道题`,
      note: `约 ${quizMinutes(questions.length)} 分钟，答错了讲清楚再来${rest}`,
    },
    note,
  ];
}

function nextOf(output: MakeUp, progress: Progress): Next | null {
  const { pieces } = output;
  const pieceId = nextPiece(pieces, progress);
  const index = pieces.findIndex((piece) => piece.pieceId === pieceId);
  const piece = pieces[index];
  if (piece === undefined) return { pieceId: '', text: '', note: '现在停下也行，做到哪里都记着' };
  const isBegun = progress.seen.length > 0 || progress.at !== null;
  const offline = piece.url === null ? '，离线也能看' : '';
  return {
    pieceId: piece.pieceId,
    text: `${isBegun ? '接着看' : '先看'}第 ${index + 1} 段`,
    note: `约 ${piece.minutes} 分钟${offline}`,
  };
}

/** Of the way that is chosen, once everything is read. */
export const WAY_ACTION: Readonly<Record<Way['way'], string>> = {
  quiz: '去做题',
  note: '去写心得',
};

export const COPIED_TEXT = '链接已复制，在浏览器里打开';
export const unknownMakeUp: Shown<MakeUp> = { kind: 'loading' };
export const opening: Placeholder | MakeUpContent = { kind: 'loading' };
