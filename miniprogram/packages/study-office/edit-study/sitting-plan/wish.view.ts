import { addDays, dayOfInstant, type LocalDay } from '../../../../../domain/time/local-day';
import { MOST_PLANNED_DAYS } from '../../../../../domain/study/candidate-starts';
import { clockOfMinute, fullDayText, pickerClock } from '../../../../text/when';

/** Where sittings are looked for. */
export interface WishForm {
  readonly fromDay: LocalDay;
  readonly days: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

export interface WishView extends WishForm {
  readonly first: LocalDay;
  readonly last: LocalDay;
  readonly fromText: string;
  readonly opens: string;
  readonly closes: string;
  /** '3月17日 起 14 天，8:00–21:00'. */
  readonly line: string;
}

export const dayChoices = [3, 7, MOST_PLANNED_DAYS].map((days) => ({ days, text: `${days} 天` }));

/** From tomorrow on, while a meeting room is open. */
export function usualWish(nowMs: number): WishForm {
  const fromDay = addDays(dayOfInstant(nowMs), 1);
  return { fromDay, days: MOST_PLANNED_DAYS, startMinute: 8 * 60, endMinute: 21 * 60 };
}

export function toWishView(wish: WishForm, nowMs: number): WishView {
  const today = dayOfInstant(nowMs);
  const { fromDay, days, startMinute, endMinute } = wish;
  const fromText = fullDayText(fromDay, today);
  return {
    ...wish,
    first: today,
    last: addDays(today, 366),
    fromText,
    opens: pickerClock(startMinute),
    closes: pickerClock(endMinute),
    line: `${fromText} 起 ${days} 天，${clockOfMinute(startMinute)}–${clockOfMinute(endMinute)}`,
  };
}
