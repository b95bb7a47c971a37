import { dayOfInstant, monthOf, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { fullDayText, monthText } from '../../../text/when';
import { fairSumText, percentText, type Dashboard } from '../rate.view';
import { toWordRow, type WordPage, type WordRow } from '../word.view';
import { toGrid, type Grid } from './grid.view';
import { toTrend, type TrendMonth } from './trend.view';

export interface Figure {
  /** The list behind it. */
  readonly of: 'people' | 'rate';
  readonly caption: string;
  readonly number: string;
  readonly unit: string;
  readonly note: string;
}

export interface DashboardContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly figures: readonly Figure[];
  readonly sums: readonly string[];
  /** null: nothing is over yet. */
  readonly grid: Grid | null;
  readonly trend: readonly TrendMonth[];
  readonly offline: string;
}

export type DashboardView = Placeholder | DashboardContent;

/** The first of the people who need a word. */
export interface Words {
  readonly rows: readonly WordRow[];
  /** Empty: all of them stand here. */
  readonly more: string;
}

const FIRST_WORDS = 3;

export function toWords({ people, total }: WordPage): Words {
  return {
    rows: people.slice(0, FIRST_WORDS).map(toWordRow),
    more: total > FIRST_WORDS ? `看全部 ${total} 人` : '',
  };
}

/** Until they are known, and for another month than this one: it is about now. */
export const noWords: Words | null = null;

export const opening: DashboardView = { kind: 'loading' };
export const unknownDashboard: Shown<Dashboard> = { kind: 'loading' };

export function toView(state: Shown<Dashboard>, nowMs: number): DashboardView {
  if (state.kind !== 'known') return state;
  const told = state.output;
  const today = dayOfInstant(nowMs);
  return {
    kind: 'content',
    title: monthText(told.month, today),
    note: `${told.branchName} · ${untilText(told.month, today)}`,
    figures: figuresOf(told),
    sums: sumsOf(told, today),
    grid: told.studies.length === 0 ? null : toGrid(told, today),
    trend: toTrend(told.trend, today),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

function untilText(month: string, today: LocalDay): string {
  return month === monthOf(today) ? `到 ${fullDayText(today, today)}` : '全月';
}

function figuresOf({ people, studies, openStudies, sums, burden }: Dashboard): readonly Figure[] {
  const over = `${studies.length} 次学习，共 ${sums.asked} 人次`;
  const open = `${openStudies} 次没结束`;
  const raw = `原始 ${percentText(sums.attended, sums.asked)}%，${sums.attended}/${sums.asked}`;
  return [
    {
      of: 'people',
      caption: '应参加',
      number: String(people),
      unit: '人',
      note: openStudies === 0 ? over : studies.length === 0 ? open : `${over}，${open}`,
    },
    {
      of: 'rate',
      caption: '到会率',
      number: percentText(sums.attended, sums.couldAttend),
      unit: sums.couldAttend === 0 ? '' : '% 公平',
      note: sums.asked === 0 ? '结束后才算' : raw,
    },
    {
      of: 'people',
      caption: '请每人付出',
      number: String(burden.medianMinutes),
      unit: '分钟',
      note: `中间一位，最多 ${burden.highestMinutes} 分钟`,
    },
  ];
}

function sumsOf({ sums, burden, month }: Dashboard, today: LocalDay): readonly string[] {
  const { highestMinutes, limitMinutes } = burden;
  const which = month === monthOf(today) ? '本月' : monthText(month, today);
  const over =
    highestMinutes > limitMinutes
      ? `${which}有人被请超过设定的 ${limitMinutes} 分钟。`
      : `${which}没有人超过设定的 ${limitMinutes} 分钟。`;
  return [
    ...(sums.asked === 0 ? [] : [fairSumText(sums)]),
    ...(highestMinutes === 0 ? [] : [over]),
  ];
}
