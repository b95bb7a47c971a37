import type { PersonSchedule } from '../../shift/person-schedule';
import { shiftsOf, type Shift } from '../../shift/roster-day';
import { addDays, dayOfInstant, MS_PER_MINUTE } from '../../time/local-day';

/** Data, so that an organisation can change it. docs/rules.md#R-227 */
const PRE_SHIFT = {
  /** A shift that starts later than in so many days is too far away to be told at. */
  daysAhead: 7,
  /** Until so long after the start of the shift the leader is asked: who was there is marked afterwards. */
  askedMinutes: 60,
} as const;

/** A shift that is worked together; at 学习班 nobody meets before it. */
const isMet = ({ slot }: Shift): boolean => slot.kind !== 'study-day';

function shiftsAround(schedule: PersonSchedule, nowMs: number): readonly Shift[] {
  const today = dayOfInstant(nowMs);
  return shiftsOf(schedule, addDays(today, -1), addDays(today, PRE_SHIFT.daysAhead + 1)).filter(
    isMet,
  );
}

/**
 * Before which shift of theirs somebody tells what comes out now, and until when they are asked to:
 * instants; the first that starts after `nowMs` within seven civil days, undefined when none does.
 * docs/rules.md#R-227
 */
export function toldBefore(
  schedule: PersonSchedule,
  nowMs: number,
): { readonly startAtMs: number; readonly untilAtMs: number } | undefined {
  const next = shiftsAround(schedule, nowMs).find(({ startAtMs }) => startAtMs > nowMs);
  if (next === undefined) return undefined;
  const { startAtMs } = next;
  return { startAtMs, untilAtMs: startAtMs + PRE_SHIFT.askedMinutes * MS_PER_MINUTE };
}

/** The shift that somebody works, else their next, as toldBefore reckons: whose people are there. */
export const shiftToTell = (schedule: PersonSchedule, nowMs: number): Shift | undefined =>
  shiftsAround(schedule, nowMs).find(({ endAtMs }) => endAtMs > nowMs);

/** Whether somebody works a shift that starts at this instant, swaps and leave reckoned in. */
export const worksFrom = (schedule: PersonSchedule, startAtMs: number): boolean =>
  shiftsAround(schedule, startAtMs).some((shift) => shift.startAtMs === startAtMs);
