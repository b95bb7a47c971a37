import type { RecordBook } from '../../../../contract/branch/record-book';
import { missingTenths, tenthsOfHours } from '../../../../domain/study/record-book';
import { workedOut } from '../../../../contract/branch/hours.text';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { DEFAULT_YEARLY_HOURS } from '../../../../domain/study/yearly-hours';
import type { Placeholder, Shown } from '../../../state/shown';
import { WAY_TEXT } from '../../../text/attendance';
import type { Badge } from '../../../text/fit';
import { NOTE_TYPE_TEXT } from '../../../text/note';
import { offlineText } from '../../../text/offline';
import { clockOf, fullDayText } from '../../../text/when';

type Entry = RecordBook['entries'][number];
type Note = RecordBook['notes'][number];

/** What is opened and folded on the page. */
export interface Folds {
  readonly openMonths: readonly string[];
  readonly isBasisOpen: boolean;
  readonly isTable: boolean;
}

interface Part {
  readonly label: string;
  readonly value: string;
  readonly working: string;
  readonly isSum: boolean;
}

interface MonthBar {
  readonly month: string;
  readonly label: string;
  readonly hours: string;
  /** Percent of the month with the most. */
  readonly width: number;
  readonly working: string;
}

interface MonthOfBook {
  readonly month: string;
  readonly title: string;
  readonly note: string;
  readonly isOpen: boolean;
  readonly rows: readonly EntryRow[];
}

interface EntryRow {
  readonly key: string;
  readonly url: string;
  readonly topic: string;
  readonly when: string;
  readonly minutes: string;
  readonly badge: Badge;
}

export interface BookContent {
  readonly kind: 'content';
  readonly title: string;
  readonly whose: string;
  readonly years: readonly { readonly id: string; readonly text: string; readonly isOn: boolean }[];
  readonly caption: string;
  readonly hours: string;
  readonly ofTarget: string;
  readonly missing: string;
  /** Percent of the target, at most 100. */
  readonly reached: number;
  readonly parts: readonly Part[];
  readonly basis: { readonly title: string; readonly short: string; readonly whole: string };
  readonly isBasisOpen: boolean;
  readonly isTable: boolean;
  readonly bars: readonly MonthBar[];
  readonly months: readonly MonthOfBook[];
  readonly emptyText: string;
  readonly exportNote: string;
  readonly offline: string;
}

export type BookView = Placeholder | BookContent;

export const opening: BookView = { kind: 'loading' };
export const unknownBook: Shown<RecordBook> = { kind: 'loading' };
export const allFolded: Folds = { openMonths: [], isBasisOpen: false, isTable: false };

/** How many years back can be picked. */
const MOST_YEARS = 5;

export function toView(state: Shown<RecordBook>, folds: Folds, isMine: boolean): BookView {
  if (state.kind !== 'known') return state;
  const book = state.output;
  const { year, nowMs, minutes, target, months, entries, notes } = book;
  const today = dayOfInstant(nowMs);
  const missing = missingTenths(minutes, target.hours);
  const isThisYear = String(year) === today.slice(0, 4);
  const until = isThisYear
    ? `到 ${fullDayText(today, today).replace(/^(周.) (.*)$/u, '$2 $1')}`
    : '';
  return {
    kind: 'content',
    title: `${year} 年`,
    whose: [book.name, book.branchName, book.crewName ?? book.groupName, until]
      .filter((part) => part !== null && part !== '')
      .join(' · '),
    years: yearsOf(book, Number(today.slice(0, 4))),
    caption: isThisYear ? '今年学时' : `${year} 年学时`,
    hours: hoursText(tenthsOfHours(minutes)),
    ofTarget: `/ ${target.hours} 学时`,
    missing: missing === 0 ? '够了' : `还差 ${hoursText(missing)}`,
    reached: Math.min(100, Math.floor((minutes * 100) / (target.hours * 60))),
    parts: [
      partOf(`签到 ${book.checkIn.count} 次`, book.checkIn.minutes),
      partOf(`补学 ${book.makeUp.count} 次`, book.makeUp.minutes),
      {
        label: '合计',
        value: `${hoursText(tenthsOfHours(minutes))} 学时`,
        working: workedOut(minutes),
        isSum: true,
      },
    ],
    basis: basisOf(target),
    isBasisOpen: folds.isBasisOpen,
    isTable: folds.isTable,
    bars: barsOf(book),
    months: months.map(({ month, count, minutes: its }, at) => ({
      month,
      title: `${monthName(month)} · ${hoursText(tenthsOfHours(its))} 学时`,
      note: workingOf(entries, { month, count, minutes: its }),
      isOpen: (at === 0) !== folds.openMonths.includes(month),
      rows: [
        ...entries.map((entry) => toRow(entry, nowMs)),
        ...notes.map((note) => toNoteRow(note, nowMs, isMine)),
      ]
        .filter((row) => row.month === month)
        .sort((a, b) => b.atMs - a.atMs)
        .map(({ row }) => row),
    })),
    emptyText:
      months.length > 0
        ? ''
        : `${isThisYear ? '今年' : '这一年'}还没有记录。签到、补学、交心得以后，会自己写进来。`,
    exportNote: isMine
      ? 'Word 文档，只有你和支部负责人能看'
      : `Word 文档。${book.name}看得到你导出过`,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

const BADGES: Readonly<Record<Entry['kind'], Badge>> = {
  'check-in': { text: '签到', tone: 'ok' },
  'make-up': { text: '补学', tone: 'plain' },
  'to-confirm': { text: '待确认', tone: 'warn' },
  newer: { text: '升级后查看', tone: 'plain' },
};

interface Placed {
  readonly month: string;
  readonly atMs: number;
  readonly row: EntryRow;
}

function toRow(entry: Entry, nowMs: number): Placed {
  const { studyId, topic, kind, month, atMs, way, minutes } = entry;
  const today = dayOfInstant(nowMs);
  const how = kind === 'make-up' ? '' : way === null ? '支部登记' : WAY_TEXT[way];
  const when = `${fullDayText(dayOfInstant(atMs), today)} · ${clockOf(atMs)}`;
  const row = {
    key: studyId,
    url: `/packages/study/detail/detail?studyId=${studyId}`,
    topic,
    when: how === '' ? when : `${when} ${how}`,
    minutes: kind === 'to-confirm' ? '先不计' : `${minutes} 分钟`,
    badge: BADGES[kind],
  };
  return { month, atMs, row };
}

/** Its author and who reads it for the branch have pages of their own. */
function toNoteRow(note: Note, nowMs: number, isMine: boolean): Placed {
  const { noteId, type, title, month, atMs } = note;
  const page = isMine ? 'note/open/open' : 'note-office/read/read';
  const row = {
    key: noteId,
    url: `/packages/${page}?noteId=${noteId}`,
    topic: title,
    when: `${fullDayText(dayOfInstant(atMs), dayOfInstant(nowMs))} · ${clockOf(atMs)} 交的`,
    minutes: '不计学时',
    badge: { text: NOTE_TYPE_TEXT[type], tone: 'plain' as const },
  };
  return { month, atMs, row };
}

/** '3 条，签到 90 分钟，补学 15 分钟': what the hours of a month are of. */
function workingOf(
  entries: readonly Entry[],
  { month, count, minutes }: RecordBook['months'][number],
): string {
  const earned = (kind: Entry['kind']): number =>
    entries
      .filter((entry) => entry.month === month && entry.kind === kind)
      .reduce((sum, entry) => sum + entry.minutes, 0);
  const parts = [
    { label: '签到', minutes: earned('check-in') },
    { label: '补学', minutes: earned('make-up') },
  ].filter((part) => part.minutes > 0);
  const isWhole = parts.reduce((sum, part) => sum + part.minutes, 0) === minutes;
  if (parts.length === 0 || !isWhole) return `${count} 条，${minutes} 分钟`;
  return [`${count} 条`, ...parts.map((part) => `${part.label} ${part.minutes} 分钟`)].join('，');
}

function barsOf({ months, entries }: RecordBook): MonthBar[] {
  const most = Math.max(1, ...months.map(({ minutes }) => minutes));
  return [...months].reverse().map(({ month, count, minutes }) => ({
    month,
    label: monthName(month),
    hours: `${hoursText(tenthsOfHours(minutes))} 学时`,
    width: Math.round((minutes * 100) / most),
    working: workingOf(entries, { month, count, minutes }),
  }));
}

function basisOf({ hours, askedAs, isOwn }: RecordBook['target']): BookContent['basis'] {
  const who = askedAs === 'officer' ? '书记和支部委员' : '党员';
  const whose = isOwn
    ? `党委工作部定的：${who}一年 ${hours} 学时。`
    : `《中国共产党党员教育管理工作条例》：党员一年一般不少于 ${DEFAULT_YEARLY_HOURS.member} 学时，书记和支部委员不少于 ${DEFAULT_YEARLY_HOURS.officer} 学时。党委工作部可以另定。`;
  return {
    title: `为什么是 ${hours} 学时`,
    short: isOwn ? '党委工作部定的，点开看' : '点开看依据和算法',
    whole: `${whose}签到和补学都按这次学习的分钟算，一小时算一学时，不满 0.1 的不写；交的心得和投稿只记一条，不计学时。学习按登记截止那天算在哪个月。`,
  };
}

function yearsOf({ year, firstYear }: RecordBook, thisYear: number): BookContent['years'] {
  const first = Math.min(year, Math.max(firstYear, thisYear - MOST_YEARS + 1));
  return Array.from({ length: thisYear - first + 1 }, (_, back) => thisYear - back).map((each) => ({
    id: String(each),
    text: String(each),
    isOn: each === year,
  }));
}

function partOf(label: string, minutes: number): Part {
  const value = hoursText(tenthsOfHours(minutes));
  return { label, value, working: `${minutes} 分钟`, isSum: false };
}

const monthName = (month: string): string => `${Number(month.slice(5))}月`;
const hoursText = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;
