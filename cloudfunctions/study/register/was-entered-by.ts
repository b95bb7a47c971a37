import { markedState, type AttendanceState } from '../../../domain/study/attendance';
import { stateFor } from '../../_kit/state-for-phone';
import type { AttendanceDocument } from '../../_store/study/attendance-document';

/** Whether this very call has been carried out already, and only its answer was lost. */
export function wasEnteredBy(line: AttendanceDocument, requestId: string): boolean {
  return (
    line.record?.requestId === requestId ||
    line.corrections.some((correction) => correction.requestId === requestId)
  );
}

/**
 * Whether somebody has entered something else since the officer's phone was shown the line in state
 * `seen`, told by what it would be shown now. docs/rules.md#R-40
 */
export function wasEnteredSince(
  line: AttendanceDocument,
  seen: AttendanceState | undefined,
  phone: { readonly knowsAsleep: boolean },
): boolean {
  const marked = markedState(line);
  return seen !== undefined && marked !== undefined && stateFor(phone, marked) !== seen;
}
