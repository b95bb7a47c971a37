import { markedState, type AttendanceState } from '../../../domain/study/attendance';
import { stateFor } from '../../_kit/state-for-phone';
import type { AttendanceDocument } from '../../_store/study/attendance-document';

/**
 * Whether this very call has been carried out already, and only its answer was lost; `otherwise`: it has,
 * with another state or in other words, which stand. docs/rules.md#R-287
 */
export function wasEnteredBy(
  { record, corrections }: AttendanceDocument,
  requestId: string,
  { state, reason }: { readonly state: AttendanceState; readonly reason: string },
): 'yes' | 'no' | 'otherwise' {
  const correction = corrections.find((each) => each.requestId === requestId);
  const made = correction === undefined ? record : { ...correction, state: correction.to };
  if (made?.requestId !== requestId) return 'no';
  return made.state === state && made.reason === reason ? 'yes' : 'otherwise';
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
