import { isChoiceOver } from '../../../domain/study/sitting-of-member';
import { closingAtMs } from '../../../domain/study/sitting';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';

/** The sitting that the person has said they come to, as long as they still can, or have no other. docs/rules.md#R-91 */
export function comingTo(
  { reply }: Pick<AttendanceDocument, 'reply'>,
  study: Pick<StudyDocument, 'sittings'>,
  nowMs: number,
): string | null {
  if (reply?.kind !== 'coming') return null;
  const sittings = study.sittings.map((sitting) => ({
    sittingId: sitting.sittingId,
    closesAtMs: closingAtMs(sitting),
  }));
  return isChoiceOver(sittings, reply.sittingId, nowMs) ? null : reply.sittingId;
}
