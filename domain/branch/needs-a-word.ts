import type { AttendanceState } from '../study/attendance';
import { outcomeOf, type Outcome } from './outcome';

/** docs/rules.md#R-123 */
const FROM_ABSENCES = 2;
const FROM_DUTIES = 3;

/** How often in a row somebody was not there, up to now. */
export type Streak =
  | { readonly kind: 'absent'; readonly count: number }
  /** Duty or sleep kept them every time: a sitting that suits them is missing. */
  | { readonly kind: 'on-duty'; readonly count: number };

/**
 * What of somebody's last studies makes them one who needs a word; undefined: nothing. Absences without
 * a reason count from the newest back to the first time that they came or may have come; leave, duty
 * and sleep between them neither count nor end it. docs/rules.md#R-123
 * @param states of studies that are over, the newest first
 */
export function streakOf(states: readonly AttendanceState[]): Streak | undefined {
  const outcomes = states.map(outcomeOf);
  const absences = runOf(
    outcomes.filter((outcome) => outcome !== 'on-leave' && !isByRota(outcome)),
    (outcome) => outcome === 'missed',
  );
  if (absences >= FROM_ABSENCES) return { kind: 'absent', count: absences };
  const duties = runOf(outcomes, isByRota);
  return duties >= FROM_DUTIES ? { kind: 'on-duty', count: duties } : undefined;
}

const isByRota = (outcome: Outcome): boolean => outcome === 'on-duty' || outcome === 'asleep';

function runOf(outcomes: readonly Outcome[], isOf: (outcome: Outcome) => boolean): number {
  const end = outcomes.findIndex((outcome) => !isOf(outcome));
  return end === -1 ? outcomes.length : end;
}
