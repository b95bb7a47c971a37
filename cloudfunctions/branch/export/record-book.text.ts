import type { RecordBook } from '../../../contract/branch/record-book';
import { missingTenths, tenthsOfHours } from '../../../domain/study/record-book';
import { fileWords } from '../../_kit/file-words';
import { workedOut } from '../../../contract/branch/hours.text';
import { NOTE_TYPE_TEXT } from '../../../contract/note/note-types.text';
import { dayText } from '../../_kit/when.text';

type Entry = RecordBook['entries'][number];

/** Words of the record book as a document. */
export const bookText = {
  title: '学习记录本',
  year: (year: number) => `${year}年`,
  columns: ['日期', '学习或心得', '怎么记的', '分钟'],
  /** Of a note. */
  noMinutes: '—',
  sumColumns: ['项目', '次数', '分钟', '学时'],
  checkIn: '签到',
  makeUp: '补学',
  total: '合计',
  /** '3月 · 1.8 学时（110 分钟）'. */
  monthHead: (month: string, minutes: number) =>
    `${Number(month.slice(5))}月 · ${hoursText(tenthsOfHours(minutes))} 学时（${minutes} 分钟）`,
  none: '这一年还没有记录。',
  toConfirm: '待确认的，组织委员确认后才计入。',
  howCounted:
    '学时 = 分钟 ÷ 60，不满 0.1 的舍去。学习按登记截止那天算在哪个月；交的心得和投稿只记一条，不计学时。',
  signers: ['本人', '支部核对', '日期'],
} as const;

const WAY_TEXT: Readonly<Record<string, string>> = {
  scan: '扫码签到',
  typed: '数字码签到',
  'scanned-by-presenter': '主持人扫码',
  'by-hand': '支部登记',
  'offline-scan': '离线扫码，已确认',
};

/** '张三 · 运行支部 · 二值'. */
export const whoseText = ({ name, branchName, groupName, crewName }: RecordBook): string =>
  [name, branchName, groupName, crewName]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** '到2026年4月1日：13.8 学时（830 分钟 ÷ 60），要求 32 学时，还差 18.2 学时'. */
export function sumText({ nowMs, minutes, target }: RecordBook): string {
  const missing = missingTenths(minutes, target.hours);
  const rest = missing === 0 ? '已够' : `还差 ${hoursText(missing)} 学时`;
  return `到${dayText(nowMs)}：${hoursText(tenthsOfHours(minutes))} 学时（${workedOut(minutes)}），要求 ${target.hours} 学时，${rest}`;
}

export const hoursText = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;

export function howText({ kind, way }: Entry): string {
  if (kind === 'make-up') return '补学';
  if (kind === 'to-confirm') return '离线扫码，待确认，先不计';
  return WAY_TEXT[way ?? ''] ?? '支部登记';
}

export const noteText = (type: RecordBook['notes'][number]['type']): string =>
  `交了${NOTE_TYPE_TEXT[type]}`;

/** '学习记录本-张三-2026年'; what no file can be called stands for itself as '_'. */
export const bookFileName = ({ name, year }: Pick<RecordBook, 'name' | 'year'>): string =>
  `${bookText.title}-${fileWords(name)}-${bookText.year(year)}`;
