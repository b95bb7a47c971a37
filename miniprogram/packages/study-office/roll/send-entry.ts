import {
  answerLeave,
  correct,
  markByHand,
  type RollLine,
} from '../../../../contract/study/register';
import { call } from '../../../api/client';
import { CORRECT_REFUSAL_TEXT, MARK_REFUSAL_TEXT } from '../../../text/attendance';
import { errorText } from '../../../text/errors';
import { LEAVE_REFUSAL_TEXT } from '../../../text/leave';
import { isMark, isVerdict, type EntrySheet } from './entry-sheet.view';

export interface Refused {
  readonly code: string;
  readonly text: string;
}

type Sent = { readonly line: RollLine } | { readonly refused: Refused };

/** Sends what stands on the sheet: an entry, a correction, or an answer to leave. */
export async function sendEntry(
  studyId: string,
  sheet: EntrySheet,
  reason: string,
  requestId: string,
): Promise<Sent> {
  const { kind, memberId, sittingId, state, seen, leave } = sheet;
  if (isVerdict(state)) {
    if (leave === undefined) throw new Error('an answer to leave that nobody has asked');
    const input = { studyId, memberId, ...leave, verdict: state, reason };
    const result = await call(answerLeave, input, requestId);
    return result.ok
      ? result.output
      : refusedAs(result.code, errorText(result, LEAVE_REFUSAL_TEXT));
  }
  const entry = { studyId, memberId, reason, ...(seen !== undefined && { seen }) };
  if (kind === 'correct' || !isMark(state)) {
    const result = await call(correct, { ...entry, to: state }, requestId);
    return result.ok
      ? result.output
      : refusedAs(result.code, errorText(result, CORRECT_REFUSAL_TEXT));
  }
  const result = await call(markByHand, { ...entry, sittingId, state }, requestId);
  return result.ok ? result.output : refusedAs(result.code, errorText(result, MARK_REFUSAL_TEXT));
}

const refusedAs = (code: string, text: string): Sent => ({ refused: { code, text } });
