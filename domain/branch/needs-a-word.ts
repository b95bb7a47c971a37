import type { AttendanceState } from '../study/attendance';
import { outcomeOf, type Outcome } from './outcome';

/** docs/rules.md#R-123 */
const FROM_ABSENCES = 2;
const FROM_DUTIES = 3;

/** How often in a row somebody was not there, up to now. */
export type Streak =
  | {
      readonly kind: 'absent';
      readonly count: number;
      /** Of how many of them they had asked leave, which was refused; absent: of none. docs/rules.md#R-105 */
      readonly refused?: number;
    }
  /** Duty or sleep kept them every time: a sitting that suits them is missing. */
  | { readonly kind: 'on-duty'; readonly count: number };

/** How somebody stands in the register of a study that is over. */
interface Standing {
  readonly state: AttendanceState;
  readonly isLeaveRefused?: boolean;
}

/**
 * What of somebody's last studies makes them one who needs a word; undefined: nothing. Absences without
 * a reason count from the newest back to the first time that they came or may have come; leave, duty
 * and sleep between them neither count nor end it. docs/rules.md#R-123
 * @param lines of studies that are over, the newest first
 */
export function streakOf(lines: readonly Standing[]): Streak | undefined {
  const outcomes = lines.map(({ state }) => outcomeOf(state));
  const counting = lines.filter(({ state }) => {
    const outcome = outcomeOf(state);
    return outcome !== 'on-leave' && !isByRota(outcome);
  });
  const count = runOf(
    counting.map(({ state }) => outcomeOf(state)),
    (outcome) => outcome === 'missed',
  );
  if (count >= FROM_ABSENCES) {
    const refused = counting.slice(0, count).filter(({ isLeaveRefused }) => isLeaveRefused).length;
    return { kind: 'absent', count, ...(refused > 0 && { refused }) };
  }
  const duties = runOf(outcomes, isByRota);
  return duties >= FROM_DUTIES ? { kind: 'on-duty', count: duties } : undefined;
}

const isByRota = (outcome: Outcome): boolean => outcome === 'on-duty' || outcome === 'asleep';

function runOf(outcomes: readonly Outcome[], isOf: (outcome: Outcome) => boolean): number {
  const end = outcomes.findIndex((outcome) => !isOf(outcome));
  return end === -1 ? outcomes.length : end;
}
