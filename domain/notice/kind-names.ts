/**
 * Every kind of message, by area in the order of kinds/. Their rules stand apart: a phone that only
 * names kinds does not load them.
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
  'note-answered',
  'note-consent',
  'hazard-reported',
  'must-read',
  'branch-notice',
  'safety',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
