import type { OutputOf } from '../../../../contract/action';
import type { ledger } from '../../../../contract/branch/ledger';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { STUDY_KIND_TEXT } from '../../../text/study';
import { fullDayText, momentText } from '../../../text/when';

type Ledger = OutputOf<typeof ledger>;
type Line = Ledger['lines'][number];

interface Row {
  /** Several kinds may be unknown to this version. */
  readonly key: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly badge: Badge;
  /** Opens its register; '' when there is none. */
  readonly studyId: string;
  readonly canPlan: boolean;
}

export interface LedgerContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  readonly offline: string;
}

export type LedgerView = Placeholder | LedgerContent;
export const opening: LedgerView = { kind: 'loading' };
export const unknownLedger: Shown<Ledger> = { kind: 'loading' };

export function toView(state: Shown<Ledger>, nowMs: number): LedgerView {
  if (state.kind !== 'known') return state;
  const { branchName, lines } = state.output;
  const today = dayOfInstant(nowMs);
  const of = (...states: Line['state'][]) => lines.filter((line) => states.includes(line.state));
  const section = (title: string, own: readonly Line[]) =>
    own.length === 0 ? [] : [{ title, rows: own.map((line, index) => rowOf(line, index, nowMs)) }];
  const due = of('due', 'newer');
  return {
    kind: 'content',
    title: due.length === 0 ? '没有快到日子还没排的' : `${due.length} 种会快到日子，还没排齐`,
    note: `${branchName} · 到 ${fullDayText(today, today)}`,
    sections: [
      ...section('快到日子', due),
      ...section('已排', of('planned')),
      ...section('已开', of('held')),
      ...section('不急', of('not-urgent')),
    ],
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

const EVERY: Record<Line['every'], string> = {
  month: '每月一次',
  quarter: '每季一次',
  year: '每年一次',
  newer: '按规定开',
};

const BADGE: Record<Line['state'], Badge> = {
  held: { text: '已开', tone: 'ok' },
  planned: { text: '已排', tone: 'plain' },
  due: { text: '还空着', tone: 'warn' },
  'not-urgent': { text: '不急', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

function rowOf(line: Line, index: number, nowMs: number): Row {
  const { kind, every, state, lastDay, held, planned, groupsWithout, groups } = line;
  const by = `${fullDayText(lastDay, dayOfInstant(nowMs))} 前`;
  const isDone = state === 'held';
  return {
    key: `${kind}-${index}`,
    title: STUDY_KIND_TEXT[kind],
    notes: [
      isDone ? EVERY[every] : `${EVERY[every]}，${by}`,
      ...held.slice(-1).map((meeting) => heldText(meeting, held.length, nowMs)),
      ...planned.slice(0, 1).map(({ startAtMs }) => `排在${momentText(startAtMs, nowMs)}`),
      ...groupsText(groupsWithout, groups, state),
    ],
    badge: BADGE[state],
    studyId: (held.at(-1) ?? planned[0])?.studyId ?? '',
    canPlan: state === 'due' || state === 'not-urgent',
  };
}

function heldText(
  { startAtMs, attended, asked }: Line['held'][number],
  times: number,
  nowMs: number,
): string {
  const day = fullDayText(dayOfInstant(startAtMs), dayOfInstant(nowMs));
  const often = times > 1 ? `开了 ${times} 次，最近 ${day}` : `${day} 开了`;
  return attended === null
    ? `${often}，点名册还没定稿`
    : `${often}，到会 ${attended}/${asked ?? 0} 人`;
}

function groupsText(without: readonly string[], groups: number, state: Line['state']) {
  if (without.length === 0 || state === 'not-urgent') return [];
  return without.length === groups
    ? ['各党小组都还没开']
    : [`还没排的党小组：${without.join('、')}`];
}
