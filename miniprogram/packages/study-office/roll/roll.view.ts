import type { OutputOf } from '../../../../contract/action';
import type { roll, RollLine } from '../../../../contract/study/register';
import type { AttendanceState, Study } from '../../../../contract/study/study-shapes';
import { hasInIt } from '../../../../domain/words/bare-name';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Shown, Placeholder } from '../../../state/shown';
import { WAY_TEXT } from '../../../text/attendance';
import { chipOf, shiftHoursText, type Badge, type Chip } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { ROLL_STATE_TEXT } from '../../../text/study';
import { clockOf, momentText } from '../../../text/when';
import { arrivalAfterMark, arrivalNote, entryText, stateWhileOpen } from './entries.view';

type RollReply = OutputOf<typeof roll>;

export type GroupKey =
  'missing' | 'to-confirm' | 'newer' | 'late' | 'attended' | 'made-up' | 'on-duty' | 'excused';

export interface Person {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly note: string;
  readonly chip: Chip | null;
  readonly badge: Badge | null;
  readonly isIn: boolean;
  /** The word on the row's button; '' where the whole row opens the sheet all the same. */
  readonly act: string;
  readonly canOpen: boolean;
  readonly corrections: readonly string[];
}

export interface Group {
  readonly key: GroupKey;
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly people: readonly Person[];
  /** People beyond the fold; 0 when all are shown. */
  readonly folded: number;
  readonly canFold: boolean;
  readonly foldText: string;
}

export interface Segment {
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly percent: number;
}

export interface RollView {
  readonly topic: string;
  readonly line: string;
  readonly isFinal: boolean;
  readonly isCancelled: boolean;
  readonly segments: readonly Segment[];
  readonly groups: readonly Group[];
  readonly isSearchEmpty: boolean;
  readonly canScan: boolean;
}

export interface RollChoice {
  readonly query: string;
  readonly unfolded: readonly GroupKey[];
  /** Whether the reader may correct a final register. */
  readonly canCorrect: boolean;
}

const GROUP_OF: Readonly<Record<AttendanceState, GroupKey>> = {
  expected: 'missing',
  absent: 'missing',
  'to-confirm': 'to-confirm',
  newer: 'newer',
  late: 'late',
  attended: 'attended',
  'made-up': 'made-up',
  'on-duty': 'on-duty',
  excused: 'excused',
};

/** In the order of the page: how many people of a group are shown before it is unfolded. */
const SHOWN: Readonly<Record<GroupKey, number>> = {
  missing: Infinity,
  'to-confirm': Infinity,
  newer: Infinity,
  late: Infinity,
  attended: 3,
  'made-up': 3,
  'on-duty': 0,
  excused: 0,
};
const GROUPS = Object.keys(SHOWN) as readonly GroupKey[];

/** Counted in the bar also when nobody is in them. */
const ALWAYS_COUNTED: readonly GroupKey[] = ['attended', 'late', 'on-duty', 'excused', 'missing'];

const GROUP_TEXT: Record<
  GroupKey,
  { open: string; final: string; hint: string; finalHint: string }
> = {
  missing: { open: '未到', final: '缺席', hint: '登记要写原因', finalHint: '更正要写原因' },
  'to-confirm': { open: '待确认', final: '待确认', hint: '扫过码，当时在场吗', finalHint: '' },
  newer: {
    open: ROLL_STATE_TEXT.newer,
    final: ROLL_STATE_TEXT.newer,
    hint: '升级后查看',
    finalHint: '升级后查看',
  },
  late: { open: '迟到', final: '迟到', hint: '', finalHint: '' },
  attended: { open: '已到', final: '已到', hint: '', finalHint: '' },
  'made-up': { open: '补学', final: '补学', hint: '', finalHint: '' },
  'on-duty': {
    open: '在岗',
    final: '在岗',
    hint: '自动认定，不算缺席',
    finalHint: '自动认定，不算缺席',
  },
  excused: { open: '请假', final: '请假', hint: '', finalHint: '' },
};

/** The register as a presenter reads it: who is missing first, those who are in folded. */
export function toRollView(reply: RollReply, choice: RollChoice): RollView {
  const { query } = choice;
  const found = reply.lines.filter(({ name, crewName }) => hasInIt([name, crewName], query));
  return {
    topic: reply.study.topic,
    line: headLine(reply),
    isFinal: reply.isFinal,
    isCancelled: reply.study.state === 'cancelled',
    segments: toSegments(reply),
    groups: GROUPS.map((key) => toGroup(key, found, reply, choice)).filter(
      (group) => group.count > 0,
    ),
    isSearchEmpty: isSearching(choice) && found.length === 0,
    canScan: openSittings(reply.study, reply.nowMs).length > 0,
  };
}

/** Sittings in which somebody can be entered at this instant. */
export function openSittings(study: Study, nowMs: number): Study['sittings'] {
  if (study.state !== 'published') return [];
  return study.sittings.filter(
    (sitting) => sitting.opensAtMs <= nowMs && nowMs < (sitting.closedAtMs ?? sitting.closesAtMs),
  );
}

/**
 * Sittings an entry by hand can be made for, `preferredId` or else the newest that has opened first.
 * Before any has opened, the first: leave can be entered beforehand.
 */
export function markableSittings(
  study: Study,
  nowMs: number,
  preferredId: string,
): Study['sittings'] {
  const opened = study.sittings
    .filter((sitting) => sitting.opensAtMs <= nowMs)
    .sort((a, b) => b.opensAtMs - a.opensAtMs);
  const offered = opened.length > 0 ? opened : study.sittings.slice(0, 1);
  const rank = (sittingId: string) => (sittingId === preferredId ? 0 : 1);
  return [...offered].sort((a, b) => rank(a.sittingId) - rank(b.sittingId));
}

function headLine(reply: RollReply): string {
  const { study, nowMs } = reply;
  const sitting = openSittings(study, nowMs)[0] ?? markableSittings(study, nowMs, '')[0];
  const start = sitting === undefined ? '' : momentText(sitting.startAtMs, nowMs);
  const parts = [start, progress(reply, sitting), `应到 ${reply.lines.length} 人`];
  return parts.filter((part) => part !== '').join(' · ');
}

function progress(reply: RollReply, sitting: Study['sittings'][number] | undefined): string {
  if (reply.isFinal || sitting === undefined) return '';
  if (reply.study.sittings.length > 1) return `共 ${reply.study.sittings.length} 场`;
  const minutes = Math.floor((reply.nowMs - sitting.startAtMs) / 60_000);
  return minutes > 0 ? `已开始 ${minutes} 分钟` : '还没开始';
}

function toSegments(reply: RollReply): readonly Segment[] {
  const total = Math.max(1, reply.lines.length);
  const segments = GROUPS.map((key) => {
    const count = linesIn(key, reply.lines, reply.isFinal).length;
    return { key, text: titleOf(key, reply), count, percent: (count * 100) / total };
  });
  const always = ALWAYS_COUNTED.flatMap((key) => segments.filter((each) => each.key === key));
  const sometimes = segments.filter(({ key, count }) => !ALWAYS_COUNTED.includes(key) && count > 0);
  return [...always, ...sometimes];
}

function titleOf(key: GroupKey, { isFinal }: RollReply): string {
  return isFinal ? GROUP_TEXT[key].final : GROUP_TEXT[key].open;
}

function linesIn(key: GroupKey, lines: readonly RollLine[], isFinal: boolean): RollLine[] {
  return lines.filter((line) => GROUP_OF[isFinal ? line.state : stateWhileOpen(line)] === key);
}

function toGroup(
  key: GroupKey,
  lines: readonly RollLine[],
  reply: RollReply,
  choice: RollChoice,
): Group {
  const text = GROUP_TEXT[key];
  const mine = linesIn(key, lines, reply.isFinal).sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
  const isOpen = choice.unfolded.includes(key) || isSearching(choice);
  const shown = isOpen ? mine : mine.slice(0, SHOWN[key]);
  return {
    key,
    title: titleOf(key, reply),
    hint: reply.isFinal ? text.finalHint : text.hint,
    count: mine.length,
    people: shown.map((line) => toPerson(line, reply, choice.canCorrect)),
    folded: mine.length - shown.length,
    canFold: mine.length > SHOWN[key] && !isSearching(choice),
    foldText: foldText(mine.length - shown.length, shown.length),
  };
}

function toPerson(line: RollLine, reply: RollReply, canCorrect: boolean): Person {
  const canOpen = reply.study.state === 'published' && (!reply.isFinal || canCorrect);
  return {
    canOpen,
    memberId: line.memberId,
    initial: line.name.slice(0, 1),
    name: line.name,
    note: noteOf(line, reply),
    chip: chipOf(line.shift),
    badge: badgeOf(line),
    isIn: line.state === 'attended' || line.state === 'made-up',
    act: canOpen ? actOf(line, reply) : '',
    corrections: line.corrections.map((entry) => entryText(entry, line.name, reply.nowMs)),
  };
}

function foldText(folded: number, shown: number): string {
  if (folded === 0) return '收起';
  return shown === 0 ? '看名单' : `还有 ${folded} 人`;
}

function actOf(line: RollLine, reply: RollReply): string {
  const state = reply.isFinal ? line.state : stateWhileOpen(line);
  if (state === 'to-confirm') return '确认';
  const isMissing = state === 'expected' || state === 'absent';
  if (!isMissing) return '';
  return reply.isFinal ? '更正' : '登记';
}

function badgeOf(line: RollLine): Badge | null {
  if (line.state === 'late') return { text: '迟到', tone: 'warn' };
  return null;
}

function noteOf(line: RollLine, reply: RollReply): string {
  const arrival = reply.isFinal ? undefined : arrivalAfterMark(line);
  if (arrival !== undefined) return arrivalNote(line, arrival);
  const parts = isPresent(line) ? presentParts(line, reply) : awayParts(line);
  return parts.filter((part) => part !== '').join(' · ');
}

function presentParts(line: RollLine, reply: RollReply): readonly string[] {
  const at = line.atMs === null ? '' : clockOf(line.atMs);
  const way = line.way === null ? '' : WAY_TEXT[line.way];
  const sitting = reply.study.sittings.find((each) => each.sittingId === line.sittingId);
  const hasOthers = reply.study.sittings.length > 1 && sitting !== undefined;
  const which = hasOthers ? `${momentText(sitting.startAtMs, reply.nowMs)} 那场` : '';
  return [`${at} ${way}`.trim(), line.reason ?? '', which];
}

function awayParts(line: RollLine): readonly string[] {
  const shift = line.shift === null ? '' : shiftHoursText(line.shift);
  return [line.crewName ?? '', line.reason ?? shift];
}

function isPresent({ state, atMs }: RollLine): boolean {
  if (state === 'newer') return atMs !== null;
  return state === 'attended' || state === 'late' || state === 'to-confirm';
}

const isSearching = ({ query }: RollChoice): boolean => cleanWords(query) !== '';

export interface RollContent extends RollView {
  readonly kind: 'content';
  readonly offline: string;
}

export function toView(
  state: Shown<RollReply>,
  choice: RollChoice,
  nowMs: number,
): Placeholder | RollContent {
  if (state.kind !== 'known') return state;
  // What is shown between two answers grows older: minutes go on, an open sitting closes.
  const view = toRollView({ ...state.output, nowMs }, choice);
  return { kind: 'content', ...view, offline: offlineText(state.asOfAtMs, nowMs) };
}

export const opening: Placeholder | RollContent = { kind: 'loading' };
