import type { LocalDay } from '../../../../domain/time/local-day';
import { shiftName } from '../../../text/shift';
import { dayText, fullDayText } from '../../../text/when';
import { chipOf, type Chip } from './cycle-chips';
import type { OwnPattern } from './own-pattern/own-form';
import type { Answers } from './set-up';

/** The cycle to tap on: where one crew after the other stands. */
export interface PlaceStep {
  readonly kind: 'place';
  readonly title: string;
  readonly note: string;
  readonly validFromDay: LocalDay;
  readonly validFromText: string;
  readonly cells: readonly (Chip & {
    readonly number: number;
    /** Names of the crews that stand here. */
    readonly crews: string;
    readonly label: string;
  })[];
  readonly canUndo: boolean;
}

export function placeStep(given: Answers, pattern: OwnPattern, today: LocalDay): PlaceStep {
  const { crews, places, placeDay, validFromDay } = given;
  const crew = crews[places.length];
  return {
    kind: 'place',
    title: `${crew?.name ?? ''}${dayText(placeDay, today)}上哪一天的班？`,
    note: `点一下它在这一轮里的位置。第 ${places.length + 1} 个，共 ${crews.length} 个。`,
    validFromDay,
    validFromText: fullDayText(validFromDay, today),
    cells: pattern.days.map((slots, index) => {
      const here = crews.filter((_, each) => places[each] === index).map(({ name }) => name);
      const names = here.join('、');
      const number = index + 1;
      return {
        ...chipOf(String(number), slots),
        number,
        crews: names,
        label: `第 ${number} 天，${slots.map(shiftName).join('、')}${names === '' ? '' : `，${names}`}`,
      };
    }),
    canUndo: places.length > 0,
  };
}
