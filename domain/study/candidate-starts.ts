import { intersects, type Interval } from '../time/interval';
import { addDays, instantOf, MS_PER_MINUTE, type LocalDay } from '../time/local-day';

/** When and how long people can meet at a place: what a proposal of sittings is made for. */
export interface SittingWish {
  /** Civil days [fromDay, toDay), at most MOST_PLANNED_DAYS. */
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  /** Hours of the place on each day, minutes of the day, [startMinute, endMinute), at most 1440. */
  readonly startMinute: number;
  readonly endMinute: number;
  /** Length of a sitting. */
  readonly minutes: number;
  /** When others have the place. docs/rules.md#R-148 */
  readonly taken?: readonly Interval[];
  /** Days on which none is held. docs/rules.md#R-151 */
  readonly leftOut?: readonly LocalDay[];
}

/** docs/rules.md#R-92 */
export const MOST_PLANNED_DAYS = 14;
const STEP_MINUTES = 30;

/** A start that is possible: its instant, the day counted from the first, the minute of the day. */
export interface PossibleStart {
  readonly startAtMs: number;
  readonly dayIndex: number;
  readonly startMinute: number;
}

/**
 * All starts in half hours of the clock such that the sitting lies within the hours of the place and
 * begins after now, while nobody else has the place, on a day that is not left out; in order. Empty
 * when the place is not open long enough. docs/rules.md#R-92
 */
export function possibleStarts(wish: SittingWish, nowMs: number): readonly PossibleStart[] {
  const { taken = [], leftOut = [] } = wish;
  const first = Math.ceil(wish.startMinute / STEP_MINUTES) * STEP_MINUTES;
  const starts: PossibleStart[] = [];
  for (let dayIndex = 0; dayIndex < MOST_PLANNED_DAYS; dayIndex += 1) {
    const day = addDays(wish.fromDay, dayIndex);
    if (day >= wish.toDay) break;
    if (leftOut.includes(day)) continue;
    for (
      let startMinute = first;
      startMinute + wish.minutes <= wish.endMinute;
      startMinute += STEP_MINUTES
    ) {
      const startAtMs = instantOf(day, startMinute);
      const sitting = { startAtMs, endAtMs: endOfSitting(startAtMs, wish) };
      if (startAtMs <= nowMs || taken.some((other) => intersects(other, sitting))) continue;
      starts.push({ startAtMs, dayIndex, startMinute });
    }
  }
  return starts;
}

export const endOfSitting = (startAtMs: number, { minutes }: Pick<SittingWish, 'minutes'>) =>
  startAtMs + minutes * MS_PER_MINUTE;

/** Sittings within these minutes of the day are by day. docs/rules.md#R-92 */
const DAYTIME = { startMinute: 9 * 60, endMinute: 17 * 60 };

/**
 * The lower the better: the earliest days, then by day, then the fewest people who cannot come at
 * ease, then the earliest hours. May be summed over a dozen sittings of 80,000 people, and is whole
 * then: what comes first still outweighs all that follows. docs/rules.md#R-92
 * @param notAtEase people who cannot come, or only from the edge of their sleep or of a shift
 */
export function costOf(
  { dayIndex, startMinute }: PossibleStart,
  minutes: number,
  notAtEase: number,
): number {
  const early = Math.max(0, DAYTIME.startMinute - startMinute);
  const late = Math.max(0, startMinute + minutes - DAYTIME.endMinute);
  const daysAndHours = dayIndex * 2e4 + early + late;
  return (daysAndHours * 1e6 + notAtEase) * 1e3 + startMinute / STEP_MINUTES;
}
