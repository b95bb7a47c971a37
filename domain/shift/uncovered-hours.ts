import type { Interval } from '../time/interval';
import { subtract } from '../time/interval';
import { MINUTES_PER_DAY, modulo } from '../time/local-day';
import type { Rotation } from './rotation';

/** Minutes [startMinute, endMinute) of a day of the cycle, counted from the anchor day as 0. */
export interface UncoveredHours {
  readonly cycleDay: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

/**
 * When nobody works, over one cycle from the anchor day. Only a rotation that has nights
 * beside other shifts is meant to cover the clock; for any other the answer is empty. A study day
 * covers nothing. docs/rules.md#R-04
 */
export function uncoveredHoursOf(rotation: Rotation): readonly UncoveredHours[] {
  const kinds = new Set(rotation.days.flatMap((slots) => slots.map((slot) => slot.kind)));
  const coversTheClock = kinds.has('night') && (kinds.has('day') || kinds.has('evening'));
  if (!coversTheClock || rotation.daysCounted === 'workdays') return [];
  const cycleMinutes = rotation.cycleDays * MINUTES_PER_DAY;
  const worked = rotation.crews.flatMap(({ offset }) =>
    rotation.days.flatMap((slots, cycleDay) =>
      slots
        .filter((slot) => slot.kind !== 'rest' && slot.kind !== 'study-day')
        .flatMap((slot) => {
          const startDay = modulo(cycleDay - offset, rotation.cycleDays);
          const start = startDay * MINUTES_PER_DAY + slot.startMinute;
          return [
            minutes(start, slot.durationMinutes),
            minutes(start - cycleMinutes, slot.durationMinutes),
          ];
        }),
    ),
  );
  return subtract({ startAtMs: 0, endAtMs: cycleMinutes }, worked).map((gap) => {
    const cycleDay = Math.floor(gap.startAtMs / MINUTES_PER_DAY);
    return {
      cycleDay,
      startMinute: gap.startAtMs - cycleDay * MINUTES_PER_DAY,
      endMinute: gap.endAtMs - cycleDay * MINUTES_PER_DAY,
    };
  });
}

// The interval functions do not care for the unit; here it is the minute of the cycle.
function minutes(start: number, duration: number): Interval {
  return { startAtMs: start, endAtMs: start + duration };
}
