import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { monthText } from '../../text/when';

export interface MonthPill {
  readonly month: string;
  readonly text: string;
  readonly isOn: boolean;
}

export const noPills: readonly MonthPill[] = [];

const MONTHS_TO_CHOOSE = 3;

/** This month and those before it, the earliest first, and any other that is shown. */
export function monthPills(month: string, nowMs: number): readonly MonthPill[] {
  const today = dayOfInstant(nowMs);
  const months = [monthOf(today)];
  while (months.length < MONTHS_TO_CHOOSE) months.unshift(monthBeside(months[0] ?? month, -1));
  return [...new Set([...months, month])].sort().map((each) => ({
    month: each,
    text: monthText(each, today),
    isOn: each === month,
  }));
}
