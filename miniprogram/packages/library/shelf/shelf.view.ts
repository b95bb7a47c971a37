import type { OutputOf } from '../../../../contract/action';
import type { library } from '../../../../contract/content/library';
import type { LibraryPart, LibraryRow } from '../../../../contract/content/library-shapes';
import type { branches } from '../../../../contract/people/member';
import { oneYearOn } from '../../../../domain/content/library/library-rules';
import type { LocalDay } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { dateText } from '../../../text/when';
import { howFarRead, shortDayOf, stateBadge, validText } from '../document-words.view';

export type Shelf = OutputOf<typeof library>;

export interface DocumentRow {
  readonly documentId: string;
  readonly title: string;
  readonly note: string;
  readonly badge: Badge | null;
  /** Of officers: how far it has been acknowledged; '' without a bar. */
  readonly read: string;
  readonly left: string;
  readonly percent: number;
  /** What is asked of oneself; '' nothing. */
  readonly mine: string;
  readonly isAsked: boolean;
  /** Whether what to do at its end can be done here. */
  readonly hasActs: boolean;
}

export interface ShelfContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly isOfficer: boolean;
  readonly pills: readonly {
    readonly part: LibraryPart;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly mustReadTitle: string;
  readonly othersTitle: string;
  readonly mustRead: readonly DocumentRow[];
  readonly others: readonly DocumentRow[];
  readonly empty: string;
  readonly more: string;
}

export type ShelfView = Placeholder | ShelfContent;

export const opening: ShelfView = { kind: 'loading' };
export const unknownShelf: Shown<Shelf> = { kind: 'loading' };
export const noMore: readonly Shelf[] = [];
export const firstPart: LibraryPart = 'all';
const PART_TEXT: Readonly<Record<LibraryPart, string>> = {
  all: '全部',
  'must-read': '必读',
  waiting: '等审核',
  ending: '快到期',
  'taken-down': '已下架',
};

/** Whose library is shown, of all of them; nothing to choose for who sees one. */
export interface BranchChoice {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly at: number;
}
export const noBranches: BranchChoice = { ids: [], names: [], at: -1 };
/** In the place of a branch: the documents of all of them. */
export const ALL_BRANCHES = '@all';

export function toBranchChoice(
  { branches: all }: OutputOf<typeof branches>,
  branchId: string,
): BranchChoice {
  const ids = [ALL_BRANCHES, ...all.map((branch) => branch.branchId)];
  const names = ['所有支部', ...all.map(({ name }) => name)];
  return { ids, names, at: ids.indexOf(branchId) };
}

const OTHERS_TITLE: Readonly<Record<LibraryPart, string>> = {
  all: '其他',
  'must-read': '其他',
  waiting: '等审核',
  ending: '快到期',
  'taken-down': '已下架',
};

const EMPTY_TEXT: Readonly<Record<LibraryPart, string>> = {
  all: '库里还没有文件。支部负责人传了，经另一位看过，就在这里。',
  'must-read': '现在没有要确认的文件。',
  waiting: '没有等审核的。',
  ending: '一个月内没有到期的。',
  'taken-down': '没有下架的。',
};

/** What is asked for on this page of the list. */
interface Asked {
  readonly part: LibraryPart;
  readonly query: string;
}

export function toShelfView(
  state: Shown<Shelf>,
  more: readonly Shelf[],
  { part, query }: Asked,
  nowMs: number,
): ShelfView {
  if (state.kind !== 'known') return state;
  const { counts, found, isOfficer } = state.output;
  const rows = [state.output, ...more].flatMap((page) => page.rows);
  const toRow = (row: LibraryRow) => rowOf(row, isOfficer, nowMs);
  const left = found.mustRead + found.others - rows.length;
  const hasNone = rows.length === 0;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    isOfficer,
    pills: partsFor(counts, isOfficer, part).map(([each, count]) => ({
      part: each,
      text: `${PART_TEXT[each]} ${count}`,
      isOn: each === part,
    })),
    mustReadTitle: `必读 ${found.mustRead}`,
    othersTitle: `${OTHERS_TITLE[part]} ${found.others}`,
    mustRead: rows.filter(({ isMustRead }) => isMustRead).map(toRow),
    others: rows.filter(({ isMustRead }) => !isMustRead).map(toRow),
    empty: hasNone ? (query.trim() === '' ? EMPTY_TEXT[part] : `没有找到“${query}”。`) : '',
    more: left > 0 ? `还有 ${left} 份` : '',
  };
}

/** Nothing waits most of the time, and then nothing is said of it. */
function partsFor(
  counts: Shelf['counts'],
  isOfficer: boolean,
  chosen: LibraryPart,
): readonly (readonly [LibraryPart, number])[] {
  const ofMembers = [
    ['all', counts.all],
    ['must-read', counts.mustRead],
  ] as const;
  if (!isOfficer) return ofMembers;
  return [
    ...ofMembers,
    ...(counts.waiting > 0 || chosen === 'waiting' ? ([['waiting', counts.waiting]] as const) : []),
    ['ending', counts.ending],
    ['taken-down', counts.takenDown],
  ];
}

function rowOf(row: LibraryRow, isOfficer: boolean, nowMs: number): DocumentRow {
  const { documentId, title, mine, state, validUntilDay, edition } = row;
  const { read, left, percent } = howFarRead(row);
  const isAsked = mine !== null && mine.acknowledgedAtMs === null;
  return {
    documentId,
    title,
    note: noteOf(row, nowMs),
    badge: stateBadge(row, nowMs),
    read: read !== '' && edition > 1 ? `${read}第 ${edition} 版` : read,
    left,
    percent,
    mine: mine === null ? '' : isAsked ? '请你看完确认' : '你已确认',
    isAsked,
    hasActs: isOfficer && validUntilDay !== null && (state === 'ending' || state === 'over'),
  };
}

/** '第 2 版 · 改了第 2、4 页，请大家再看一次'. */
function noteOf(row: LibraryRow, nowMs: number): string {
  const { branchName = '', edition, number, atMs, validUntilDay, state, keeperName } = row;
  const parts = [branchName, `第 ${edition} 版`, number ?? '', changeText(row)];
  if (row.changed === null) parts.push(`${shortDayOf(atMs, nowMs)} 传`);
  if (state === 'shown') parts.push(validText(validUntilDay, nowMs));
  else parts.push(`${keeperName} 管`);
  return parts.filter((part) => part !== '').join(' · ');
}

function changeText({ size, changed, isMustRead }: LibraryRow): string {
  if (changed === null) return '';
  if (size === 'minor') return `${changed}，没有再请大家读`;
  return isMustRead ? `${changed}，请大家再看一次` : changed;
}

export const TAKE_DOWN_NOTE = '下架后大家看不到，支部负责人还能查。';
export const TAKEN_DOWN_TEXT = '下架了。';

/** The day until which it goes on being valid. */
export const prolongedDay = (validUntilDay: LocalDay, nowMs: number): LocalDay =>
  oneYearOn(validUntilDay, nowMs);

export const prolongQuestion = (title: string, day: LocalDay): Question => ({
  title: '再用一年',
  content: `《${title}》有效到 ${dateText(day)}。内容没变才这样做。`,
  confirmBtn: '再用一年',
  cancelBtn: '先不',
});
export const PROLONGED_TEXT = '再用一年，改好了。';
