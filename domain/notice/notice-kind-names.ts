/**
 * Every kind of message by name, which is all that the first page of a phone needs of them; what
 * follows from each is in notice-kinds. docs/rules.md#R-50
 */
export const NOTICE_KINDS = [
  'study-published',
  'study-changed',
  'study-cancelled',
  'study-released',
  'sitting-reminder',
  'draft-waiting',
  'make-up-due',
  'make-up-ending',
  'poll',
  'result',
  'swap-proposed',
  'swap-answered',
  'must-read',
  'branch-notice',
  'safety',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
