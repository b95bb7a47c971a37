import type { OutputOf } from '../../../../contract/action';
import type { keepLonger, takedownList } from '../../../../contract/content/takedown';
import { monthMoved, TAKEN_KINDS, type TakenKind } from '../../../../domain/content/takedown';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { dateText, monthText } from '../../../text/when';

export type DueList = OutputOf<typeof takedownList>;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly comments: string;
}

interface DueContent {
  readonly kind: 'content';
  readonly title: string;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** Until when something can be kept. */
  readonly choices: readonly { readonly month: string; readonly text: string }[];
}
export type DueView = Placeholder | DueContent;

export const opening: DueView = { kind: 'loading' };
export const unknownList: Shown<DueList> = { kind: 'loading' };
export const noMorePages: readonly DueList[] = [];
export const firstKind: TakenKind = 'party';

/** Of the query; what nobody knows is a channel in which nothing is found. */
export const kindOfQuery = (text: string | undefined): TakenKind =>
  TAKEN_KINDS.find((kind) => kind === text) ?? firstKind;

const TITLE: Readonly<Record<TakenKind, string>> = {
  party: '党务清风的稿',
  integrity: '廉政清风的稿',
  document: '文档库的文件',
};
const DAY_TEXT: Readonly<Record<TakenKind, (day: string) => string>> = {
  party: (day) => `${day}刊出`,
  integrity: (day) => `${day}刊出`,
  document: (day) => `有效到${day}`,
};

/** In months after the next. */
const KEPT_FOR = [3, 6, 12, 24, 36];

/** The oldest first. */
export function toDueView(
  state: Shown<DueList>,
  more: readonly DueList[],
  kind: TakenKind,
): DueView {
  if (state.kind !== 'known') return state;
  const { nextMonth, nowMs } = state.output;
  const today = dayOfInstant(nowMs);
  const month = monthText(nextMonth, today);
  const pages = [state.output, ...more];
  const rows = pages.flatMap((page) => page.rows.map((row) => toRow(row, kind)));
  if (rows.length === 0) return { kind: 'empty', text: `${month}没有要下架的。` };
  return {
    kind: 'content',
    title: `${month}下架：${TITLE[kind]}`,
    rows,
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
    choices: KEPT_FOR.map((count) => monthMoved(nextMonth, count)).map((until) => ({
      month: until,
      text: `到 ${monthText(until, today)}`,
    })),
  };
}

function toRow(row: DueList['rows'][number], kind: TakenKind): Row {
  const { id, title, day, branchName, name, comments } = row;
  return {
    id,
    title,
    note: [
      DAY_TEXT[kind](dateText(day)),
      [branchName, name].filter((part) => part !== '').join(' '),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    comments: comments === 0 ? '' : `${comments} 条感悟跟着下架`,
  };
}

export const pageOf = (kind: TakenKind, id: string): string =>
  kind === 'document'
    ? `/packages/library/document/document?documentId=${id}`
    : `/packages/channel-office/check/check?itemId=${id}`;

export const KEEP_SHEET = {
  title: '多留一阵',
  hint: '为什么还要留',
  note: '选留到哪个月。到了那个月再下架，那以前还可以再留。',
  action: '留下',
} as const;

export const keptText = (title: string, untilMonth: string, nowMs: number): string =>
  `《${title}》留到 ${monthText(untilMonth, dayOfInstant(nowMs))}，原因写进了它的经过。`;

export const KEEP_ERRORS = {
  'not-read': '这一件刚刚撤回或下架了，不用再留。',
  'bad-month': '这个月份留不了：要在下个月以后，三年以内。退出这页再进来选。',
  'written-before': '上一次其实已经存了，是改之前的。这里写的还在：要照现在的留，再点一次。',
} satisfies ErrorTexts<typeof keepLonger>;
