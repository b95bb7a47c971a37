import type { LibraryRow, ShownDocumentState } from '../../../contract/content/library-shapes';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Badge } from '../../text/fit';

/** '3月9日', with the year when it is another one. */
export function shortDay(day: LocalDay, today: LocalDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const prefix = year === today.slice(0, 4) ? '' : `${year}年`;
  return `${prefix}${Number(month)}月${Number(date)}日`;
}

export const shortDayOf = (atMs: number, nowMs: number): string =>
  shortDay(dayOfInstant(atMs), dayOfInstant(nowMs));

/** '有效到 2027年3月5日'; '' without a last day. */
export const validText = (day: LocalDay | null, nowMs: number): string =>
  day === null ? '' : `有效到 ${shortDay(day, dayOfInstant(nowMs))}`;

/** What is particular about where a document stands; null when it is just there. */
export function stateBadge(
  { state, hasOffered, validUntilDay }: Pick<LibraryRow, 'state' | 'hasOffered' | 'validUntilDay'>,
  nowMs: number,
): Badge | null {
  if (state === 'ending' && validUntilDay !== null) {
    return { text: `${shortDay(validUntilDay, dayOfInstant(nowMs))}到期`, tone: 'warn' };
  }
  if (hasOffered) return { text: '新版等审核', tone: 'warn' };
  return STATE_BADGES[state];
}

const STATE_BADGES: Readonly<Record<ShownDocumentState, Badge | null>> = {
  shown: null,
  waiting: { text: '等人审核', tone: 'warn' },
  returned: { text: '退回修改', tone: 'warn' },
  ending: { text: '快到期', tone: 'warn' },
  over: { text: '已过期，大家看不到', tone: 'plain' },
  'taken-down': { text: '已下架', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};

interface HowFar {
  readonly read: string;
  readonly left: string;
  readonly percent: number;
}

/** How far a must-read has come; '' where there is none. After its time nobody is missing. docs/rules.md#R-347 */
export function howFarRead({ counts, past }: Pick<LibraryRow, 'counts' | 'past'>): HowFar {
  const known = counts ?? past;
  if (known === undefined) return { read: '', left: '', percent: 0 };
  const { recipients, acknowledged } = known;
  const missing = recipients - acknowledged;
  return {
    read: `${acknowledged} / ${recipients} 已确认`,
    left: missing === 0 ? '都确认了' : counts === null ? PAST_TEXT : `还差 ${missing} 人`,
    percent: recipients === 0 ? 0 : Math.round((acknowledged / recipients) * 100),
  };
}

const PAST_TEXT = '到期了，不再请人确认';

const UNITS = [
  [1024 * 1024, 'MB'],
  [1024, 'KB'],
] as const;

/** '2.1 MB', '86 KB'. */
export function sizeText(bytes: number): string {
  for (const [unit, name] of UNITS) {
    if (bytes >= unit) {
      const count = bytes / unit;
      return `${count < 10 ? Math.round(count * 10) / 10 : Math.round(count)} ${name}`;
    }
  }
  return `${bytes} 字节`;
}

export const NOT_FETCHED_TEXT = '文件没有取到手机上。网络好一些时再点一次。';
export const NOT_OPENED_TEXT = '这部手机打不开这份文件。请人讲一讲，或者换个手机看。';
