import type { RollLine } from '../../../../contract/study/register';
import type { AttendanceState } from '../../../../contract/study/study-shapes';
import { stateWhileOpen } from './entries.view';

export type StateCounts = Readonly<Record<AttendanceState, number>>;

/** How many stand in each state of an open register; sums to the number of lines. */
export function countStates(lines: readonly RollLine[]): StateCounts {
  const counts: Record<AttendanceState, number> = {
    attended: 0,
    late: 0,
    excused: 0,
    'on-duty': 0,
    asleep: 0,
    'made-up': 0,
    absent: 0,
    'to-confirm': 0,
    expected: 0,
    newer: 0,
  };
  for (const line of lines) counts[stateWhileOpen(line)] += 1;
  return counts;
}
