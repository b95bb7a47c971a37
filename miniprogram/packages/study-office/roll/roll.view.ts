import type { RollLine } from '../../../../contract/study/register';
import type { AttendanceState } from '../../../../contract/study/study-shapes';
import { hasInIt } from '../../../../domain/words/bare-name';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Shown, Placeholder } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { GONE_TEXT } from '../../../../contract/study/attendance.text';
import { ROLL_STATE_TEXT } from '../../../text/study';
import {
  cancelledText,
  headLine,
  isCalledOff,
  openSittings,
  toPills,
  type SittingPill,
} from './roll-head.view';
import { isLeaveWaiting } from './leave.view';
import { isMarkable, toPerson, type Person, type RollReply } from './roll-person.view';
import { stateWhileOpen } from './entries.view';

export type GroupKey =
  | 'leave'
  | 'missing'
  | 'to-confirm'
  | 'newer'
  | 'late'
  | 'attended'
  | 'made-up'
  | 'elsewhere'
  | 'on-duty'
  | 'asleep'
  | 'excused';

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

export interface GoneRow {
  readonly memberId: string;
  readonly name: string;
  readonly note: string;
  readonly badge: string;
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
  /** What is left of a cancelled study; '' while it stands. */
  readonly cancelled: string;
  /** To choose one of several sittings from while the register is open; the first is all of them. */
  readonly sittings: readonly SittingPill[];
  readonly segments: readonly Segment[];
  readonly groups: readonly Group[];
  /** Whom it asks no more since they left the branch. docs/rules.md#R-362 */
  readonly gone: readonly GoneRow[];
  readonly isSearchEmpty: boolean;
  readonly canScan: boolean;
}

export interface RollChoice {
  /** Of which sitting the answer is; '' for all of them. */
  readonly sittingId: string;
  readonly query: string;
  readonly unfolded: readonly GroupKey[];
  /** Whether the reader may correct a final register. */
  readonly canCorrect: boolean;
  /** Who reads; '' where that is not known. */
  readonly memberId: string;
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
  asleep: 'asleep',
  excused: 'excused',
};

/** In the order of the page: how many people of a group are shown before it is unfolded. */
const SHOWN: Readonly<Record<GroupKey, number>> = {
  leave: Infinity,
  missing: Infinity,
  'to-confirm': Infinity,
  newer: Infinity,
  late: Infinity,
  attended: 3,
  'made-up': 3,
  elsewhere: 0,
  'on-duty': 0,
  asleep: 0,
  excused: 0,
};
const GROUPS = Object.keys(SHOWN) as readonly GroupKey[];

/** Counted in the bar also when nobody is in them. */
const ALWAYS_COUNTED: readonly GroupKey[] = ['attended', 'late', 'on-duty', 'excused', 'missing'];

const GROUP_TEXT: Record<
  GroupKey,
  { open: string; final: string; hint: string; finalHint: string }
> = {
  leave: { open: '请假待答复', final: '', hint: '不答复就按请假算', finalHint: '' },
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
  elsewhere: { open: '别场', final: '', hint: '来过或选了别的场', finalHint: '' },
  'on-duty': {
    open: '在岗',
    final: '在岗',
    hint: '自动认定，不算缺席',
    finalHint: '自动认定，不算缺席',
  },
  asleep: {
    open: '睡觉时间',
    final: '睡觉时间',
    hint: '按班表该睡觉，不算缺席',
    finalHint: '场次都在睡觉或当班时，不算缺席',
  },
  excused: { open: '请假', final: '请假', hint: '', finalHint: '' },
};

/** The register as a presenter reads it: who is missing first, those who are in folded. */
export function toRollView(reply: RollReply, choice: RollChoice): RollView {
  const { query } = choice;
  const isFound = ({ name, crewName }: Pick<RollLine, 'name' | 'crewName'>): boolean =>
    hasInIt([name, crewName], query);
  const found = reply.lines.filter(isFound);
  const gone = (reply.gone ?? []).filter(isFound);
  return {
    topic: reply.study.topic,
    line: headLine(reply, choice.sittingId),
    isFinal: reply.isFinal,
    cancelled: cancelledText(reply.study, choice.canCorrect),
    sittings: toPills(reply, choice.sittingId),
    segments: toSegments(reply, choice),
    groups: GROUPS.map((key) => toGroup(key, found, reply, choice)).filter(
      (group) => group.count > 0,
    ),
    gone: gone.map(({ memberId, name, crewName, gone: where }) => ({
      memberId,
      name,
      note: crewName ?? '',
      badge: GONE_TEXT[where],
    })),
    isSearchEmpty: isSearching(choice) && found.length + gone.length === 0,
    canScan: openSittings(reply.study, reply.nowMs).length > 0,
  };
}

function toSegments(reply: RollReply, choice: RollChoice): readonly Segment[] {
  const total = Math.max(1, reply.lines.length);
  const segments = GROUPS.map((key) => {
    const count = linesIn(key, reply.lines, reply, choice).length;
    return { key, text: titleOf(key, reply, choice), count, percent: (count * 100) / total };
  });
  const always = ALWAYS_COUNTED.flatMap((key) => segments.filter((each) => each.key === key));
  const sometimes = segments.filter(({ key, count }) => !ALWAYS_COUNTED.includes(key) && count > 0);
  return [...always, ...sometimes];
}

function titleOf(key: GroupKey, reply: RollReply, choice: RollChoice): string {
  const { isFinal, study } = reply;
  if (key === 'missing' && study.state === 'cancelled') return '没来';
  if (key === 'attended' && isCalledOff(study)) return '签过到';
  if (key === 'missing' && isOfAll(reply, choice)) return '还没来';
  return isFinal ? GROUP_TEXT[key].final : GROUP_TEXT[key].open;
}

/** Whether several sittings are looked at as one, so that nobody is missing before the last. */
function isOfAll(reply: RollReply, { sittingId }: RollChoice): boolean {
  return isMarkable(reply) && sittingId === '' && reply.study.sittings.length > 1;
}

function linesIn(
  key: GroupKey,
  lines: readonly RollLine[],
  reply: RollReply,
  choice: RollChoice,
): RollLine[] {
  return lines.filter((line) => groupOf(line, reply, choice) === key);
}

/** Where a line stands on the page: leave that waits for an answer is on top. */
function placeOf(line: RollLine, reply: RollReply, choice: RollChoice): GroupKey {
  return isMarkable(reply) && isLeaveWaiting(line) ? 'leave' : groupOf(line, reply, choice);
}

/** Who was in another sitting than the one looked at, or means to come to it, is not missing here. */
function groupOf(line: RollLine, { isFinal }: RollReply, choice: RollChoice): GroupKey {
  const { sittingId } = line;
  const state = isFinal ? line.state : stateWhileOpen(line);
  const isOther = sittingId !== null && choice.sittingId !== '' && sittingId !== choice.sittingId;
  const isElsewhere = isOther && ['expected', 'attended', 'late'].includes(state);
  return isElsewhere ? 'elsewhere' : GROUP_OF[state];
}

function toGroup(
  key: GroupKey,
  lines: readonly RollLine[],
  reply: RollReply,
  choice: RollChoice,
): Group {
  const mine = lines
    .filter((line) => placeOf(line, reply, choice) === key)
    .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
  const isOpen = choice.unfolded.includes(key) || isSearching(choice);
  const shown = isOpen ? mine : mine.slice(0, SHOWN[key]);
  return {
    key,
    title: titleOf(key, reply, choice),
    hint: hintOf(key, reply, choice),
    count: mine.length,
    people: shown.map((line) => toPerson(line, reply, choice)),
    folded: mine.length - shown.length,
    canFold: mine.length > SHOWN[key] && !isSearching(choice),
    foldText: foldText(mine.length - shown.length, shown.length),
  };
}

function hintOf(key: GroupKey, reply: RollReply, choice: RollChoice): string {
  const { isFinal, study } = reply;
  if (key === 'missing' && study.state === 'cancelled') return '不算缺席';
  if (key === 'attended' && isCalledOff(study)) return '没有开，不算参加';
  if (key === 'missing' && isOfAll(reply, choice)) return '哪一场都还没签到';
  return isFinal ? GROUP_TEXT[key].finalHint : GROUP_TEXT[key].hint;
}

function foldText(folded: number, shown: number): string {
  if (folded === 0) return '收起';
  return shown === 0 ? '看名单' : `还有 ${folded} 人`;
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
