import type { CalendarDay } from '../../../../contract/roster/roster-shapes';
import {
  LEAST_REST_MINUTES,
  restAround,
  type WorkedDay,
} from '../../../../domain/shift/rest-between';
import { addDays, dayOfInstant, monthOf, type LocalDay } from '../../../../domain/time/local-day';
import { fullDayText } from '../../../text/when';

/** My days about a swap, as my calendar has them; empty where it is not known. */
export type WorkedDays = readonly Pick<CalendarDay, 'day' | 'slots'>[];

export interface RestView {
  /** '周四 3月12日：上班前休息 18 小时，下班后休息 30 小时', a line for each day with a shift. */
  readonly lines: readonly string[];
  /** '' where there is enough. */
  readonly warning: string;
}

export const noDays: WorkedDays = [];
export const noRest: RestView = { lines: [], warning: '' };

/** Two days off beside a swap are looked at: a longer rest is long enough. */
const DAYS_BESIDE = 2;

/** The months of my calendar that say what I rest about these days. */
export function monthsAbout(days: readonly LocalDay[]): readonly string[] {
  const beside = days.flatMap((day) => [addDays(day, -DAYS_BESIDE), addDays(day, DAYS_BESIDE)]);
  return [...new Set(beside.map(monthOf))].sort();
}

/** What I rest before and after the shifts that I would take. */
export function restOf(worked: WorkedDays, taken: readonly WorkedDay[], nowMs: number): RestView {
  if (worked.length === 0) return noRest;
  const today = dayOfInstant(nowMs);
  const rests = restAround(worked, taken);
  const short = rests
    .flatMap(({ beforeMinutes, afterMinutes }) => [beforeMinutes, afterMinutes])
    .filter((minutes) => minutes !== undefined)
    .filter((minutes) => minutes < LEAST_REST_MINUTES);
  return {
    lines: rests.flatMap(({ day, beforeMinutes, afterMinutes }) => {
      const parts = [partOf('上班前', beforeMinutes), partOf('下班后', afterMinutes)];
      const text = parts.filter((part) => part !== '').join('，');
      return text === '' ? [] : [`${fullDayText(day, today)}：${text}`];
    }),
    warning:
      short.length === 0
        ? ''
        : `休息不到 ${LEAST_REST_MINUTES / 60} 小时（参照欧盟工时标准），想好再换。`,
  };
}

/** More than two days are none of a swap's business. */
function partOf(when: string, minutes: number | undefined): string {
  if (minutes === undefined || minutes > DAYS_BESIDE * 24 * 60) return '';
  return `${when}休息 ${hoursText(minutes)}`;
}

function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}
