import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  monthBeside,
  monthOf,
  type LocalDay,
} from '../time/local-day';
import type { SittingWish } from './candidate-starts';

/** On which days of every month a study is held, and when its place is open. */
export interface MonthlyWish {
  /** Day of the month, 1 to 28, from which on its sittings are looked for. */
  readonly firstDate: number;
  /** Days from there, at most MOST_PLANNED_DAYS; they may reach into the next month. */
  readonly days: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly minutes: number;
}

/** So many days before the first possible one the draft is made, at this minute of the day. docs/rules.md#R-97 */
const LEAD_DAYS = 7;
const DRAFT_MINUTE = 9 * 60;

/** When the draft of a month, '2026-04', is made. docs/rules.md#R-97 */
export function draftAtMs({ firstDate }: Pick<MonthlyWish, 'firstDate'>, month: string): number {
  return instantOf(addDays(firstDayOf(firstDate, month), -LEAD_DAYS), DRAFT_MINUTE);
}

/**
 * Where sittings of a month are looked for, from the day after now on; null when none of its days is
 * left: that month is over and has no draft. docs/rules.md#R-97
 */
export function wishOfMonth(wish: MonthlyWish, month: string, nowMs: number): SittingWish | null {
  const { firstDate, days, startMinute, endMinute, minutes } = wish;
  const first = firstDayOf(firstDate, month);
  const toDay = addDays(first, days);
  const tomorrow = addDays(dayOfInstant(nowMs), 1);
  const fromDay = first < tomorrow ? tomorrow : first;
  return fromDay < toDay ? { fromDay, toDay, startMinute, endMinute, minutes } : null;
}

/** The first month after the present one: this month's is the study from which it was made. */
export function firstMonthAfter(nowMs: number): string {
  return monthBeside(monthOf(dayOfInstant(nowMs)), 1);
}

function firstDayOf(firstDate: number, month: string): LocalDay {
  return localDay(`${month}-${String(firstDate).padStart(2, '0')}`);
}
