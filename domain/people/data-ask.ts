/** Of which record somebody says that it is wrong. docs/rules.md#R-143 */
export const CORRECTED_THINGS = ['profile', 'attendance', 'shift-change', 'note', 'other'] as const;
export type CorrectedThing = (typeof CORRECTED_THINGS)[number];

/** Whether the officer agrees with whoever asked: it was put right, or the look was not needed. */
export const DATA_OUTCOMES = ['agreed', 'not-agreed'] as const;
export type DataOutcome = (typeof DATA_OUTCOMES)[number];

export const DATA_ASK_LIMITS = {
  /** UTF-16 units of a question. */
  words: 200,
  /** Of one person, that nobody has answered. */
  open: 10,
  /** Within which it is to be answered. */
  days: 3,
} as const;
