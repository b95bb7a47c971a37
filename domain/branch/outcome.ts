import type { AttendanceState } from '../study/attendance';

/** What a line of a final register comes to; each comes to exactly one, so that they add up. */
export const OUTCOMES = ['came', 'missed', 'on-leave', 'on-duty', 'to-confirm'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Each state of a final register has exactly one; made up counts as come, as in docs/rules.md#R-41. */
export function outcomeOf(state: AttendanceState): Outcome {
  switch (state) {
    case 'attended':
    case 'late':
    case 'made-up':
      return 'came';
    case 'excused':
      return 'on-leave';
    case 'on-duty':
    case 'to-confirm':
      return state;
    case 'absent':
    case 'expected':
      return 'missed';
  }
}
