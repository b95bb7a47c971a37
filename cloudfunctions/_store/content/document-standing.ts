import type { ShownDocumentState } from '../../../contract/content/library-shapes';
import { validityAt } from '../../../domain/content/library/library-rules';
import type { LibraryLine } from './library-document';

/** Where a document stands for officers now. */
export function stateOf(
  { state, current, offered }: LibraryLine,
  nowMs: number,
): Exclude<ShownDocumentState, 'newer'> {
  if (state === 'taken-down') return 'taken-down';
  if (current === null) return offered?.returned ? 'returned' : 'waiting';
  const validity = validityAt(current.validUntilDay, nowMs);
  return validity === 'valid' ? 'shown' : validity;
}

/** Whether every member of the branch reads it now. */
export function isForMembers(line: LibraryLine, nowMs: number): boolean {
  const state = stateOf(line, nowMs);
  return state === 'shown' || state === 'ending';
}
