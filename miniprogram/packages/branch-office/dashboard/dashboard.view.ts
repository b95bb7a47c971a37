import { SHORT_LIST } from '../../../../contract/branch/dashboard';
import { dayOfInstant, monthOf, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { lastDayText } from '../../../text/make-up-errors';
import { fullDayText, monthText } from '../../../text/when';
import { fairSumText, percentText, type Dashboard } from '../rate.view';
import { toWordRows, type WordPage, type WordRow } from '../word.view';
import { toGrid, type Grid } from './grid.view';
import { toBoards, usedNotes, type BoardRow } from './boards.view';
import { toTrend, type TrendMonth } from './trend.view';

export interface Figure {
  /** The list behind it. */
  readonly of: 'people' | 'rate' | 'makeup' | 'note';
  readonly caption: string;
  readonly number: string;
  readonly unit: string;
  readonly note: string;
}

/** A sentence about the month; the list behind it. */
export interface SumLine {
  readonly of: 'rate' | 'people';
  readonly text: string;
}

export interface DashboardContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly figures: readonly Figure[];
  readonly sums: readonly SumLine[];
  /** null: nothing is over yet. */
  readonly grid: Grid | null;
  readonly boards: readonly BoardRow[];
  readonly trend: readonly TrendMonth[];
  readonly offline: string;
  /** Of the button that exports the month. */
  readonly exportText: string;
}

export type DashboardView = Placeholder | DashboardContent;

/** The first of the people who need a word. */
export interface Words {
  readonly rows: readonly WordRow[];
  /** Empty: all of them stand here. */
  readonly more: string;
}

export function toWords(page: WordPage): Words {
  return {
    rows: toWordRows(page).slice(0, SHORT_LIST),
    more: page.total > SHORT_LIST ? `看全部 ${page.total} 人` : '',
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
    figures: figuresOf(told, nowMs),
    sums: sumsOf(told, today),
    grid: told.studies.length === 0 ? null : toGrid(told, today),
    boards: toBoards(told),
    trend: toTrend(told.trend, today),
    offline: offlineText(state.asOfAtMs, nowMs),
    exportText: `导出${monthText(told.month, today)}看板`,
  };
}

function untilText(month: string, today: LocalDay): string {
  return month === monthOf(today) ? `到 ${fullDayText(today, today)}` : '全月';
}

function figuresOf(told: Dashboard, nowMs: number): readonly Figure[] {
  const { people, studies, openStudies, sums, makeUps, notes } = told;
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
      caption: '到会率，含补学',
      number: percentText(sums.attended, sums.couldAttend),
      unit: sums.couldAttend === 0 ? '' : '% 公平',
      note: sums.asked === 0 ? '结束后才算' : raw,
    },
    {
      of: 'makeup',
      caption: '补学未完成',
      number: String(makeUps.people),
      unit: '人',
      note: makeUpNote(makeUps, nowMs),
    },
    {
      of: 'note',
      caption: '心得和投稿',
      number: String(notes.reduce((sum, { count }) => sum + count, 0)),
      unit: '篇',
      note: `采用 ${usedNotes(notes)} · 不设指标`,
    },
  ];
}

function makeUpNote({ nextUntilAtMs, people }: Dashboard['makeUps'], nowMs: number): string {
  if (people === 0) return '没有要补的';
  return nextUntilAtMs === null ? '都已截止' : `最早到期 ${lastDayText(nextUntilAtMs, nowMs)}`;
}

function sumsOf({ sums, burden, month }: Dashboard, today: LocalDay): readonly SumLine[] {
  const { medianMinutes, highestMinutes, limitMinutes } = burden;
  const which = month === monthOf(today) ? '本月' : monthText(month, today);
  const isOver = highestMinutes > limitMinutes;
  return [
    ...(sums.asked === 0 ? [] : [{ of: 'rate' as const, text: fairSumText(sums) }]),
    ...(highestMinutes === 0
      ? []
      : [
          {
            of: 'people' as const,
            text: `${which}请每人付出约 ${medianMinutes} 分钟，最多 ${highestMinutes} 分钟，${isOver ? '超过' : '没超过'}设定的 ${limitMinutes} 分钟。`,
          },
        ]),
  ];
}
