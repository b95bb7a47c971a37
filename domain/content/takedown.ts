import {
  dayOfInstant,
  instantOf,
  localDay,
  minuteOfInstant,
  monthOf,
  MS_PER_DAY,
  type LocalDay,
} from '../time/local-day';

/** What is taken from readers by rule. Comments go with the item that they stand under. docs/rules.md#R-306 */
export const TAKEN_KINDS = ['party', 'integrity', 'document'] as const;
export type TakenKind = (typeof TAKEN_KINDS)[number];

/**
 * For how many months each is read: an item of a channel after its issue, a document after its last
 * day; as it comes, and between which an office chooses. docs/rules.md#R-306
 */
export const READ_MONTHS: Readonly<
  Record<TakenKind, { readonly usual: number; readonly least: number; readonly most: number }>
> = {
  party: { usual: 24, least: 6, most: 120 },
  integrity: { usual: 36, least: 6, most: 120 },
  document: { usual: 12, least: 1, most: 120 },
};

/** What an office has set of one kind; months null: it is never taken down. */
export interface TakedownRule {
  readonly kind: TakenKind;
  readonly months: number | null;
}

/** How far ahead something can be kept, in months after the next. docs/rules.md#R-309 */
export const MOST_KEPT_MONTHS = 36;

/** null: never; of what is not set, as it comes. */
export function monthsOf(rules: readonly TakedownRule[], kind: TakenKind): number | null {
  const set = rules.find((rule) => rule.kind === kind);
  return set === undefined ? READ_MONTHS[kind].usual : set.months;
}

/** Every kind once, as it is set or as it comes. */
export const everyRule = (rules: readonly TakedownRule[]): TakedownRule[] =>
  TAKEN_KINDS.map((kind) => ({ kind, months: monthsOf(rules, kind) }));

/**
 * What has its day (of its issue; its last) before this one goes in `month`: whole months are counted,
 * so that all of a month goes in the same one, and nothing is read for less. docs/rules.md#R-306
 */
export const goesBefore = (months: number, month: string): LocalDay =>
  localDay(`${monthMoved(month, -months)}-01`);

/** Until which month something can be kept that is looked at now: it goes in that month. docs/rules.md#R-309 */
export const canBeKeptUntil = (untilMonth: string, nextMonth: string): boolean =>
  nextMonth < untilMonth && untilMonth <= monthMoved(nextMonth, MOST_KEPT_MONTHS);

/** All months until which something may stand kept in `month`, so that it does not go in it. */
export const monthsStillKept = (month: string): readonly string[] =>
  Array.from({ length: MOST_KEPT_MONTHS + 1 }, (_, at) => monthMoved(month, at + 1));

/** Months of the calendar after 'YYYY-MM', or before. */
export function monthMoved(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** So long at least the office has seen what goes before anything goes for the first time. docs/rules.md#R-319 */
export const FIRST_AFTER_DAYS = 14;

/**
 * Before this instant nothing is taken down, however old: the first day, in Shanghai, of the first month that
 * begins so long after the rules began to hold. What the office has set meanwhile holds by then. docs/rules.md#R-319
 */
export function firstTakedownMs(begunAtMs: number): number {
  const seenAtMs = begunAtMs + FIRST_AFTER_DAYS * MS_PER_DAY;
  const month = monthMoved(monthOf(dayOfInstant(seenAtMs - 1)), 1);
  return instantOf(localDay(`${month}-01`), 0);
}

/** When nobody reads and little is sent; minutes of the day in Shanghai, [from, to). docs/rules.md#R-307 */
const NIGHT = { from: 2 * 60, to: 5 * 60 } as const;

/** Whether the clock takes down at this instant. */
export function isTakedownHour(nowMs: number): boolean {
  const minute = minuteOfInstant(nowMs);
  return NIGHT.from <= minute && minute < NIGHT.to;
}
