import type { OutputOf } from '../../../../contract/action';
import { LATELY_DAYS, type AuditWay, type whoLooked } from '../../../../contract/branch/audit';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import type { Placeholder } from '../../../state/shown';
import { fullDayText, monthText } from '../../../text/when';
import { keptFor, type KnownYears } from '../kept.view';
import { lookedText, toLookedRow, type LookedRow } from './looked-row.view';

export type LookedPage = OutputOf<typeof whoLooked>;
export type Looked = LookedPage['entries'];

/** '' of every way. */
export type ChosenWay = AuditWay | '';

export interface WayPill {
  readonly way: ChosenWay;
  readonly text: string;
  readonly isOn: boolean;
}

export interface LookedHead {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  /** How long its lines are kept. */
  readonly keptFor: string;
  readonly pills: readonly WayPill[];
}

/** Rows of one month that came with one page; '' where the month stands above already. */
export interface LookedGroup {
  readonly key: string;
  readonly month: string;
  readonly rows: readonly LookedRow[];
}

export const opening: Placeholder | LookedHead = { kind: 'loading' };
export const noGroups: readonly LookedGroup[] = [];
export const noEntries: Looked = [];
export const everyWay: ChosenWay = '';
export const FILE_NAME = '清风-谁看过我的资料.txt';
const WAY_TEXT: Readonly<Record<AuditWay, string>> = { saw: '看', exported: '导出', changed: '改' };
const WAYS = Object.keys(WAY_TEXT) as AuditWay[];

export function toHead(
  { lately, nowMs }: Pick<LookedPage, 'lately' | 'nowMs'>,
  chosen: ChosenWay,
  years: KnownYears,
): LookedHead {
  const counts = lately ?? { saw: 0, exported: 0, changed: 0 };
  const all = WAYS.reduce((sum, way) => sum + counts[way], 0);
  const pill = (way: ChosenWay, text: string, count: number): WayPill => ({
    way,
    text: `${text} ${count}`,
    isOn: way === chosen,
  });
  const today = dayOfInstant(nowMs);
  return {
    kind: 'content',
    title: `最近 ${LATELY_DAYS} 天，${all} 次`,
    note: `到 ${fullDayText(today, today)}。看、导出、改都会记下。`,
    keptFor: keptFor('audit-entry', years),
    pills: [pill('', '全部', all), ...WAYS.map((way) => pill(way, WAY_TEXT[way], counts[way]))],
  };
}

/** A page by month, below what is shown of `before`. */
export function toGroups(page: Looked, before: Looked, nowMs: number): readonly LookedGroup[] {
  const monthOfEntry = ({ atMs }: Looked[number]) => monthOf(dayOfInstant(atMs));
  const above = before.slice(-1).map(monthOfEntry);
  const months = [...new Set(page.map(monthOfEntry))];
  return months.map((month) => {
    const own = page.filter((entry) => monthOfEntry(entry) === month);
    return {
      key: own[0]?.entryId ?? month,
      month: above.includes(month) ? '' : monthText(month, dayOfInstant(nowMs)),
      rows: own.map(toLookedRow),
    };
  });
}

/** What is shown, as a text file that a person can read. */
export const looksText = (entries: Looked): string =>
  ['清风 · 谁看过我的资料', '', ...entries.map(lookedText), ''].join('\n');
