import type { OutputOf } from '../../../../contract/action';
import type { officeDashboard } from '../../../../contract/branch/dashboard';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { fullDayText, monthText } from '../../../text/when';
import { percentText } from '../rate.view';

export type AllBranches = OutputOf<typeof officeDashboard>;

export interface BranchRow {
  readonly branchId: string;
  readonly name: string;
  readonly fair: string;
  readonly sums: string;
  readonly people: string;
}

export interface BurdenBar {
  readonly branchId: string;
  readonly name: string;
  readonly minutes: string;
  /** Of the longest bar. */
  readonly percent: number;
  readonly isOver: boolean;
}

export interface AllBranchesContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly branches: readonly BranchRow[];
  readonly bars: readonly BurdenBar[];
  readonly burdenNote: string;
  /** Of this month; null: another one is shown. */
  readonly unreached: Unreached | null;
  readonly offline: string;
}

interface Unreached {
  readonly title: string;
  readonly rows: readonly {
    readonly branchId: string;
    readonly name: string;
    readonly text: string;
  }[];
}

export type AllBranchesView = Placeholder | AllBranchesContent;

export const opening: AllBranchesView = { kind: 'loading' };
export const unknownBranches: Shown<AllBranches> = { kind: 'loading' };

export function toView(state: Shown<AllBranches>, nowMs: number): AllBranchesView {
  if (state.kind !== 'known') return state;
  const { branches, month } = state.output;
  const today = dayOfInstant(nowMs);
  const members = branches.reduce((sum, branch) => sum + branch.members, 0);
  const until = month === monthOf(today) ? `到 ${fullDayText(today, today)}` : '全月';
  return {
    kind: 'content',
    title: `${branches.length} 个支部`,
    note: `${members} 人 · ${monthText(month, today)}，${until}`,
    branches: branches.map(toBranchRow),
    ...burdenOf(state.output),
    unreached: unreachedOf(branches),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

type Branch = AllBranches['branches'][number];

function toBranchRow({ branchId, name, people, studies, openStudies, sums }: Branch): BranchRow {
  const { asked, attended, couldAttend } = sums;
  const open = openStudies === 0 ? '' : `，${openStudies} 次没结束`;
  return {
    branchId,
    name,
    fair: asked === 0 ? '–' : `${percentText(attended, couldAttend)}%`,
    sums:
      asked === 0
        ? '还没有结束的学习'
        : `公平 ${attended}/${couldAttend} · 原始 ${percentText(attended, asked)}%，${attended}/${asked}`,
    people: `应参加 ${people} 人，${studies} 次学习${open}`,
  };
}

/** What is over the limit is said in words, and as a fact. */
function burdenOf({ branches, limitMinutes }: AllBranches) {
  const longest = Math.max(limitMinutes, ...branches.map(({ burden }) => burden.medianMinutes));
  const bars = branches.map(({ branchId, name, burden: { medianMinutes } }) => ({
    branchId,
    name,
    minutes: `${medianMinutes} 分钟`,
    percent: Math.round((medianMinutes * 100) / longest),
    isOver: medianMinutes > limitMinutes,
  }));
  const over = bars.filter(({ isOver }) => isOver).map(({ name }) => name);
  const burdenNote =
    over.length === 0
      ? `没有支部超过设定的 ${limitMinutes} 分钟。`
      : `${over.join('、')}超过设定的 ${limitMinutes} 分钟。`;
  return { bars, burdenNote };
}

function unreachedOf(branches: readonly Branch[]): Unreached | null {
  if (branches.some(({ unreached }) => unreached === null)) return null;
  const total = branches.reduce((sum, { unreached }) => sum + (unreached ?? 0), 0);
  return {
    title: `没送到的人 ${total}`,
    rows: branches
      .filter(({ unreached }) => (unreached ?? 0) > 0)
      .map(({ branchId, name, unreached }) => ({ branchId, name, text: `${unreached ?? 0} 人` })),
  };
}
