import { markedState, type AttendanceState } from '../../../domain/study/attendance';
import { isOnLeave, leaveStanding } from '../../../domain/study/leave';
import { lastStartAtMs } from '../../../domain/study/sitting';
import type { AttendanceDocument, Leave } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';

type LeaveShown = ReturnType<typeof leaveShown>;

/** How leave stands, and what an officer said of it. docs/rules.md#R-105 */
export function leaveShown(leave: Leave) {
  const { answer } = leave;
  return {
    standing: leaveStanding(leave) ?? 'waiting',
    answer:
      answer === undefined
        ? null
        : { reason: answer.reason, byName: answer.by.name, atMs: answer.atMs },
  };
}

/**
 * The leave of a line as its person reads it, as far as their `state` follows from it: what excuses
 * them; what does not and leaves them expected or absent, with who declined it and why; that it waits,
 * as long as it can be declined or has to be granted; and of who is excused without it that they are
 * away. To phones that read leniently. docs/rules.md#R-105, docs/rules.md#R-153
 */
export function myLeaveOf(
  line: AttendanceDocument,
  study: StudyDocument,
  state: AttendanceState | 'newer',
  nowMs: number,
): { readonly leave?: LeaveShown; readonly isAway?: true } {
  const { reply } = line;
  const isSettled = markedState(line) !== undefined;
  if (state === 'excused' && !isSettled && !isOnLeave(reply)) return { isAway: true };
  if (reply?.kind !== 'excused') return {};
  const isMissing = state === 'expected' || state === 'absent';
  const isShown = {
    declined: isMissing,
    granted: !isSettled,
    waiting: isLeaveOpen(line, study, nowMs) || (reply.needsGrant === true && isMissing),
  };
  return isShown[leaveStanding(reply) ?? 'waiting'] ? { leave: leaveShown(reply) } : {};
}

/** Whether nobody has answered the leave of a line while it can still be declined. docs/rules.md#R-105 */
export function isLeaveOpen(
  line: AttendanceDocument,
  { state, sittings }: StudyDocument,
  nowMs: number,
): boolean {
  return (
    state === 'published' &&
    leaveStanding(line.reply) === 'waiting' &&
    markedState(line) === undefined &&
    nowMs < lastStartAtMs(sittings)
  );
}
