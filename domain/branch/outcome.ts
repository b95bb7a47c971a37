import type { AttendanceState } from '../study/attendance';

/** What a line of a final register comes to; each comes to exactly one, so that they add up. */
export const OUTCOMES = [
  'came',
  'made-up',
  'missed',
  'on-leave',
  'on-duty',
  'asleep',
  'to-confirm',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Each state of a final register has exactly one; came is only who was there. docs/rules.md#R-103 */
export function outcomeOf(state: AttendanceState): Outcome {
  switch (state) {
    case 'attended':
    case 'late':
      return 'came';
    case 'excused':
      return 'on-leave';
    case 'on-duty':
    case 'asleep':
    case 'made-up':
    case 'to-confirm':
      return state;
    case 'absent':
    case 'expected':
      return 'missed';
  }
}
