/** Of a comment under an item, and of an answer to one. docs/rules.md#R-270 */
export const COMMENT_STATES = [
  /** For the check of its branch; nobody else sees it. */
  'waiting',
  'shown',
  'refused',
  /** It was shown, until an officer took it away. */
  'taken-down',
  /** By whoever wrote it. */
  'taken-back',
] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_DEEDS = ['show', 'refuse', 'take-down'] as const;
/** Of who checks. */
export type CheckerDeed = (typeof COMMENT_DEEDS)[number];

/** docs/rules.md#R-269 */
export const COMMENT_LIMITS = {
  /** UTF-16 units, of a comment as of an answer. */
  text: 300,
  /** Why it is not shown. */
  reason: 100,
  /** Of one person under one item, that wait or are shown. */
  ofOne: 10,
  /** Of one comment, also those that were refused. */
  answers: 10,
} as const;

/** A comment that has waited so long is the committee office's to check, too. docs/rules.md#R-270 */
export const OFFICE_AFTER_DAYS = 3;
