import type { OutputOf } from '../../../../contract/action';
import type { branchSheets } from '../../../../contract/star/assessment';
import type { ShownStage } from '../../../../contract/star/sheet-shapes';
import { ownSheetText, pointsText, setApartText, untilDayText } from '../../../text/sheet';

export type Branch = OutputOf<typeof branchSheets>;
export type Row = Branch['rows'][number];

export interface RowView {
  readonly sheetId: string;
  readonly initial: string;
  readonly name: string;
  readonly crew: string;
  readonly note: string;
}

/** What stands together: what waits for the reader, for somebody else, and the reader's own sheet. */
export type Place = ShownStage | 'to-mark' | 'to-settle' | 'own';

export interface SectionView {
  readonly place: Place;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly RowView[];
  /** How many more stand behind it; '' none. */
  readonly more: string;
  /** A row that opens, in place of a list that stands open. */
  readonly isFolded: boolean;
  readonly isApart: boolean;
}

/** Rows of a section that stand open at once. */
const SHOWN_ROWS = 3;

/** Functions that do not say it yet mean the leader for marks and the secretary for the rest. */
export function isMine({ isMine: said, stage }: Row, seesAll: boolean): boolean {
  return said ?? (stage === 'appeal' || stage === (seesAll ? 'waits-secretary' : 'waits-leader'));
}

export function placeOf(row: Row, seesAll: boolean, readerId: string): Place {
  if (row.memberId === readerId) return 'own';
  if (!isMine(row, seesAll)) return row.stage;
  if (row.stage === 'waits-leader') return 'to-mark';
  return row.stage === 'waits-secretary' ? 'to-settle' : row.stage;
}

export function toSection(
  rows: readonly Row[],
  place: Place,
  folds: boolean,
  opened: readonly string[],
  terms: Terms,
  nowMs: number,
): SectionView {
  const isFolded = folds && !opened.includes(place);
  const isWhole = opened.includes(place) || place === 'appeal' || place === 'set-apart';
  const shown = isFolded ? [] : rows.slice(0, isWhole ? rows.length : SHOWN_ROWS);
  const rest = rows.length - shown.length;
  const isOwn = place === 'own';
  return {
    place,
    title: isOwn ? TITLES.own : `${TITLES[place]} ${rows.length}`,
    note: isOwn ? ownSheetText(rows[0]?.assessors) : NOTES[place](terms, nowMs),
    rows: shown.map(toRow),
    more: isFolded || rest === 0 ? '' : `还有 ${rest} 人`,
    isFolded,
    isApart: place === 'set-apart',
  };
}

const TITLES: Readonly<Record<Place, string>> = {
  appeal: '申诉',
  'to-settle': '等你定',
  'to-mark': '等你评',
  'waits-leader': '等组长评',
  'waits-member': '等本人小结',
  'waits-secretary': '等书记定',
  'set-apart': '另列',
  settled: '已定',
  newer: '其他',
  own: '你自己的',
};

type Terms = Branch['terms'];
const marksUntil = (terms: Terms, nowMs: number): string =>
  terms === null ? '' : `${untilDayText(terms.marksUntilMs, nowMs)}评完`;
const NOTES: Readonly<Record<Exclude<Place, 'own'>, (terms: Terms, nowMs: number) => string>> = {
  appeal: (terms, nowMs) =>
    terms === null ? '' : `${untilDayText(terms.answersUntilMs, nowMs)}答复`,
  'to-settle': () => '按值排',
  'to-mark': marksUntil,
  'waits-leader': marksUntil,
  'waits-member': (terms, nowMs) =>
    terms === null ? '' : `${untilDayText(terms.summaryUntilMs, nowMs)}，不交也能定`,
  'waits-secretary': () => '评完了，按值排',
  'set-apart': () => '不打分，不进评星名单',
  settled: () => '本人都看得到自己的表和原因',
  newer: () => '',
};

function toRow(row: Row): RowView {
  const { sheetId, name, crewName } = row;
  return { sheetId, initial: name.slice(0, 1), name, crew: crewName ?? '', note: noteOf(row) };
}

function noteOf({ setApart, appeal, lost, counts, leftOut }: Row): string {
  if (setApart !== null) return setApartText(setApart);
  if (appeal !== null) return `${appeal.name}：${appeal.text}`;
  if (lost !== null) {
    const points = pointsText(lost.tenths);
    return lost.items === 1
      ? `${lost.name}扣 ${points} 分，原因写了`
      : `${lost.name}等 ${lost.items} 项扣 ${points} 分，原因写了`;
  }
  return leftOut === 0 ? `${counts} 项都计入` : `${counts} 项计入，${leftOut} 项不计入`;
}
