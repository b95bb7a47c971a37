import { MS_PER_MINUTE, instantOf, type LocalDay } from '../time/local-day';
import type { ShiftHours } from './rotation';

/** Less rest than this between two shifts is warned of, minutes. docs/rules.md#R-76 */
export const LEAST_REST_MINUTES = 11 * 60;

export interface WorkedDay<Shift extends ShiftHours = ShiftHours> {
  readonly day: LocalDay;
  readonly slots: readonly Shift[];
}

/** Minutes from the end of the shift before to the start, and from the end to the next shift. */
export interface Rest {
  readonly day: LocalDay;
  /** undefined: no shift on the days that are known. */
  readonly beforeMinutes?: number;
  readonly afterMinutes?: number;
}

/**
 * The rest before and after the shifts of each changed day, when these days take the place of those
 * in `known`; a changed day without a shift has none. Gaps between shifts of one day do not count.
 * Of days that are not in `known` nothing is known. docs/rules.md#R-76
 */
export function restAround(
  known: readonly WorkedDay[],
  changed: readonly WorkedDay[],
): readonly Rest[] {
  const replaced = new Set(changed.map(({ day }) => day));
  const stretches = [...known.filter(({ day }) => !replaced.has(day)), ...changed]
    .flatMap(stretchOf)
    .sort((a, b) => a.startAtMs - b.startAtMs);
  return stretches.flatMap(({ day, startAtMs, endAtMs }, index) => {
    if (!replaced.has(day)) return [];
    const before = stretches[index - 1];
    const after = stretches[index + 1];
    return [
      {
        day,
        ...(before && { beforeMinutes: (startAtMs - before.endAtMs) / MS_PER_MINUTE }),
        ...(after && { afterMinutes: (after.startAtMs - endAtMs) / MS_PER_MINUTE }),
      },
    ];
  });
}

/** From the first start of a day to the last end; nothing where no shift is worked. */
function stretchOf({ day, slots }: WorkedDay) {
  const worked = slots.filter(({ durationMinutes }) => durationMinutes > 0);
  if (worked.length === 0) return [];
  const starts = worked.map(({ startMinute }) => instantOf(day, startMinute));
  const ends = worked.map(({ startMinute, durationMinutes }) =>
    instantOf(day, startMinute + durationMinutes),
  );
  return [{ day, startAtMs: Math.min(...starts), endAtMs: Math.max(...ends) }];
}
