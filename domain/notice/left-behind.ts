import type { NoticeKind } from './kind-names';

/**
 * What is only for who is of the branch: its page is the branch's, or nothing follows there from what
 * others do. Make-ups, sheets, ballots and what came of a month are a person's own and are not among it.
 * docs/rules.md#R-348
 */
const OF_A_BRANCH: readonly NoticeKind[] = [
  'must-read',
  'safety',
  'document-to-read',
  'document-to-check',
  'document-returned',
  'contest-open',
  'contest-news',
  'lectures-to-judge',
  'study-published',
  'study-changed',
  'study-cancelled',
  'study-released',
  'sitting-reminder',
  'draft-waiting',
  'leave-asked',
  'leave-answered',
  'sheet-office',
  'data-asked',
  'item-waits',
  'item-told',
];

/** Whether a message is of a branch that its reader has left, who has nothing to do with it any more. */
export const isLeftBehind = (
  { kind, branchId }: { readonly kind: NoticeKind; readonly branchId: string },
  reader: { readonly branchId: string },
): boolean => branchId !== reader.branchId && OF_A_BRANCH.includes(kind);
