import type { AttendanceState } from '../study/attendance';
import { outcomeOf } from './outcome';

/** docs/rules.md#R-123 */
const FROM_ABSENCES = 2;
const FROM_DUTIES = 3;

/** How often in a row somebody was not there, up to now. */
export type Streak =
  | { readonly kind: 'absent'; readonly count: number }
  /** They were on duty every time: a sitting that suits them is missing. */
  | { readonly kind: 'on-duty'; readonly count: number };

/**
 * What of somebody's last studies makes them one who needs a word; undefined: nothing. Absences without
 * a reason count from the newest back to the first time that they came or may have come; leave and
 * duty between them neither count nor end it. docs/rules.md#R-123
 * @param states of studies that are over, the newest first
 */
export function streakOf(states: readonly AttendanceState[]): Streak | undefined {
  const outcomes = states.map(outcomeOf);
  const missed = outcomes.filter((outcome) => outcome !== 'on-leave' && outcome !== 'on-duty');
  const absences = runOf('missed', missed);
  if (absences >= FROM_ABSENCES) return { kind: 'absent', count: absences };
  const duties = runOf('on-duty', outcomes);
  return duties >= FROM_DUTIES ? { kind: 'on-duty', count: duties } : undefined;
}

function runOf<T>(wanted: T, outcomes: readonly T[]): number {
  const end = outcomes.findIndex((outcome) => outcome !== wanted);
  return end === -1 ? outcomes.length : end;
}
