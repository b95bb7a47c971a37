import type { LeaveKind, Override } from '../../shift/override';
import { isLongAwayOn } from '../../study/away';
import { addDays, daysBetween, localDay, monthBeside, type LocalDay } from '../../time/local-day';

/** Why somebody's month is not assessed, and on how many of its days they were away. */
export interface SetApart {
  readonly why: 'leave' | 'on-loan';
  /** Of a leave. */
  readonly leaveKind: LeaveKind | null;
  readonly days: number;
}

/**
 * Whoever was away, on loan to another organisation or on a leave of 15 days or more, on more than half
 * of the days of 'YYYY-MM' since they joined is set apart: no points, no list of candidates. null:
 * assessed as everybody. docs/rules.md#R-189
 */
export function setApartIn(
  month: string,
  overrides: readonly Override[],
  joinedDay: LocalDay,
): SetApart | null {
  const first = localDay(`${month}-01`);
  const end = localDay(`${monthBeside(month, 1)}-01`);
  const fromDay = joinedDay > first ? joinedDay : first;
  const all = Array.from({ length: Math.max(0, daysBetween(fromDay, end)) }, (_, at) =>
    addDays(fromDay, at),
  );
  const away = all.filter((day) => isLongAwayOn({ overrides }, day));
  if (away.length === 0 || 2 * away.length <= all.length) return null;
  const loan = away.filter((day) => overrides.some((one) => isLoan(one) && covers(one, day)));
  if (2 * loan.length >= away.length) return { why: 'on-loan', leaveKind: null, days: away.length };
  const leave = overrides.find(
    (one) => one.kind === 'leave' && away.some((day) => covers(one, day)),
  );
  const leaveKind = leave?.kind === 'leave' ? leave.leaveKind : null;
  return { why: 'leave', leaveKind, days: away.length };
}

const isLoan = (one: Override): boolean => one.kind === 'on-loan' && one.crewId === null;
const covers = ({ fromDay, toDay }: Override, day: LocalDay): boolean =>
  fromDay <= day && day < toDay;
