import type { OutputOf } from '../../../../contract/action';
import type { ledger, Vote } from '../../../../contract/branch/ledger';
import type { ShownHindrance } from '../../../../contract/study/planning';
import { FREQUENCY_TEXT } from '../../../../contract/branch/frequency.text';
import { URGENT_DAYS } from '../../../../domain/branch/ledger';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { clockOf, fullDayText, momentText } from '../../../text/when';

type Ledger = OutputOf<typeof ledger>;
type Line = Ledger['lines'][number];
type Free = NonNullable<Ledger['free']>[number];

interface Row {
  /** Several kinds may be unknown to this version. */
  readonly key: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly badge: Badge;
  /** Opens its register; '' when there is none. */
  readonly studyId: string;
  /** The last that was held, of which minutes are written; '' when there is none. */
  readonly heldId: string;
  readonly canPlan: boolean;
}

export interface LedgerContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly explained: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  readonly offline: string;
}

export type LedgerView = Placeholder | LedgerContent;
export const opening: LedgerView = { kind: 'loading' };
export const unknownLedger: Shown<Ledger> = { kind: 'loading' };

export function toView(state: Shown<Ledger>, nowMs: number): LedgerView {
  if (state.kind !== 'known') return state;
  const { branchName, lines, free = [] } = state.output;
  const today = dayOfInstant(nowMs);
  const of = (...states: Line['state'][]) => lines.filter((line) => states.includes(line.state));
  const section = (title: string, own: readonly Line[]) =>
    own.length === 0 ? [] : [{ title, rows: own.map((line, index) => rowOf(line, index, nowMs)) }];
  const due = of('due', 'newer');
  return {
    kind: 'content',
    title: due.length === 0 ? '没有快到日子还没排的' : `${due.length} 种会快到日子，还没排齐`,
    note: `${branchName} · 到 ${fullDayText(today, today)}`,
    explained: EXPLAINED,
    sections: [
      ...section('快到日子', due),
      ...section('已排', of('planned')),
      ...section('已开', of('held')),
      ...section('不急', of('not-urgent')),
      ...(free.length === 0
        ? []
        : [
            {
              title: '没有规定次数的',
              rows: free.map((line, index) => freeRowOf(line, index, nowMs)),
            },
          ]),
    ],
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

/** From when each of the two is said. docs/rules.md#R-138 */
const EXPLAINED = `离月底 ${URGENT_DAYS.month} 天、季末 ${URGENT_DAYS.quarter} 天、半年末 ${URGENT_DAYS['half-year']} 天、年末 ${URGENT_DAYS.year} 天以内还没排齐的，算“快到日子”；还早的是“不急”。`;

const BADGE: Record<Line['state'], Badge> = {
  held: { text: '已开', tone: 'ok' },
  planned: { text: '已排', tone: 'plain' },
  due: { text: '还空着', tone: 'warn' },
  'not-urgent': { text: '不急', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

const NOTHING: Badge = { text: '没开', tone: 'plain' };

function rowOf(line: Line, index: number, nowMs: number): Row {
  const { kind, every, state, lastDay, held, planned, groupsWithout, groups, vote } = line;
  const by = `${fullDayText(lastDay, dayOfInstant(nowMs))} 前`;
  const isDone = state === 'held';
  return {
    key: `${kind}-${index}`,
    title: STUDY_KIND_TEXT[kind],
    notes: [
      isDone ? FREQUENCY_TEXT[every] : `${FREQUENCY_TEXT[every]}，${by}`,
      ...held.slice(-1).map((meeting) => heldText(meeting, held.length, nowMs)),
      ...planned.slice(0, 1).map(({ startAtMs }) => `排在${momentText(startAtMs, nowMs)}`),
      ...(vote === undefined ? [] : voteText(vote)),
      ...groupsText(groupsWithout, groups, state),
    ],
    badge: BADGE[state],
    studyId: (held.at(-1) ?? planned[0])?.studyId ?? '',
    heldId: held.at(-1)?.studyId ?? '',
    canPlan: state === 'due' || state === 'not-urgent',
  };
}

/** A kind that no rule asks for: there is no day by which. docs/rules.md#R-293 */
function freeRowOf({ kind, held, last, next, vote }: Free, index: number, nowMs: number): Row {
  return {
    key: `free-${kind}-${index}`,
    title: STUDY_KIND_TEXT[kind],
    notes: [
      last === null ? '今年还没开' : heldText(last, held, nowMs),
      ...(next === null ? [] : [`排在${momentText(next.startAtMs, nowMs)}`]),
      ...(vote === undefined ? [] : voteText(vote)),
    ],
    badge: last !== null ? BADGE.held : next !== null ? BADGE.planned : NOTHING,
    studyId: (last ?? next)?.studyId ?? '',
    heldId: last?.studyId ?? '',
    canPlan: false,
  };
}

/** How the crew is then that cannot come now. */
const FREED: Readonly<Record<ShownHindrance, string>> = {
  asleep: '也醒了',
  'after-night': '也歇过来了',
  'on-duty': '也下班了',
  away: '也能来',
  elsewhere: '也没有别的学习',
  newer: '也能来',
};

function voteText({ entitled, needed, canCome, better }: Vote): readonly string[] {
  const words = canCome >= needed ? '够' : '还不够';
  const now = `${entitled} 人有表决权，要 ${needed} 人，预计 ${canCome} 人，${words}`;
  if (better === null) return [now];
  const [freed] = better.freed;
  const who = freed === undefined ? '' : `${freed.crewName}${FREED[freed.hindrance]}，`;
  return [now, `改到 ${clockOf(better.startAtMs)}，${who}预计 ${better.canCome} 人`];
}

function heldText(
  { startAtMs, startsAtMs = [], attended, asked, madeUp = 0 }: Line['held'][number],
  times: number,
  nowMs: number,
): string {
  const day = fullDayText(dayOfInstant(startAtMs), dayOfInstant(nowMs));
  const sittings = startsAtMs.length === 0 ? '' : `，分 ${startsAtMs.length} 场`;
  const often = (times > 1 ? `开了 ${times} 次，最近 ${day}` : `${day} 开了`) + sittings;
  return attended === null
    ? `${often}，点名册还没定稿`
    : `${often}，到会 ${attended}/${asked ?? 0} 人${madeUp > 0 ? `，补学 ${madeUp} 人` : ''}`;
}

function groupsText(without: readonly string[], groups: number, state: Line['state']) {
  if (without.length === 0 || state === 'not-urgent') return [];
  return without.length === groups
    ? ['各党小组都还没开']
    : [`还没排的党小组：${without.join('、')}`];
}
