import {
  addDays,
  MINUTES_PER_DAY,
  weekdayOf,
  type LocalDay,
} from '../../../../domain/time/local-day';
import { clockOfMinute, dayText, fullDayText, WEEKDAYS } from '../../../text/when';
import { shiftName } from '../../../text/shift';
import { chipOf, type Chip } from './cycle-chips';
import { nameOf } from './naming.view';
import type { Answers, Chosen, Preview } from './set-up';

export interface CheckStep {
  readonly kind: 'check';
  readonly title: string;
  readonly note: string;
  readonly validFromDay: LocalDay;
  readonly validFromText: string;
  readonly crewNames: readonly string[];
  readonly crewText: string;
  readonly rows: readonly {
    readonly day: string;
    readonly date: string;
    readonly weekday: string;
    readonly isToday: boolean;
    readonly chips: readonly Chip[];
    readonly label: string;
  }[];
  /** Hours that nobody works, one line each. */
  readonly uncovered: readonly string[];
}

const MOST_GAPS = 6;

export function checkStep(
  { days, uncovered }: Preview,
  chosen: Chosen,
  given: Answers,
  today: LocalDay,
): CheckStep {
  const { crews, validFromDay } = given;
  const nameIn = (id: string) => crews.find(({ crewId }) => crewId === id)?.name ?? '';
  return {
    kind: 'check',
    title: `看看这 ${days.length} 天对不对`,
    note: `${nameOf(chosen, crews.length)} · ${crews.length} 个班组`,
    validFromDay,
    validFromText: fullDayText(validFromDay, today),
    crewNames: crews.map(({ name }) => name),
    crewText: crews.map(({ name }) => name).join('、'),
    rows: days.map((row) => ({
      day: row.day,
      date: String(Number(row.day.slice(8))),
      weekday: WEEKDAYS[weekdayOf(row.day) - 1] ?? '',
      isToday: row.day === today,
      chips: crews.map(({ crewId }) =>
        chipOf(crewId, row.crews.find((crew) => crew.crewId === crewId)?.slots ?? []),
      ),
      label: `${fullDayText(row.day, today)}：${row.crews
        .map(({ crewId, slots }) => `${nameIn(crewId)}${slots.map(shiftName).join('、')}`)
        .join('，')}`,
    })),
    uncovered: gapsText(uncovered, today),
  };
}

function gapsText(gaps: Preview['uncovered'], today: LocalDay): readonly string[] {
  const lines = gaps.slice(0, MOST_GAPS).map((gap) => gapText(gap, today));
  return gaps.length > MOST_GAPS ? [...lines, `一轮里一共 ${gaps.length} 段`] : lines;
}

/** '周四 3月12日 20:00 到次日 8:00'. */
function gapText(
  { day, startMinute, endMinute }: Preview['uncovered'][number],
  today: LocalDay,
): string {
  const isMidnight = endMinute % MINUTES_PER_DAY === 0;
  const end = isMidnight ? '24:00' : clockOfMinute(endMinute);
  const later = Math.ceil(endMinute / MINUTES_PER_DAY) - 1;
  const endDay = later === 1 ? '次日 ' : `${dayText(addDays(day, later), today)} `;
  return `${dayText(day, today)} ${clockOfMinute(startMinute)} 到${later === 0 ? ' ' : endDay}${end}`;
}
