import { isInAudience } from '../../../domain/people/audience';
import { attendances, type AttendanceDocument } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/members';
import type { StudyDocument } from '../../_store/study/studies';
import { lineFor, personAt } from './settle-register';

/**
 * The line of a member who is asked; made now when they belong to the audience but joined the branch
 * after publication. null: not asked.
 */
export async function lineOrNew(
  study: StudyDocument,
  member: Member,
  nowMs: number,
): Promise<AttendanceDocument | null> {
  const line = await attendances.line(study._id, member._id);
  if (line !== null) return line.isExpected || line.record !== null ? line : null;
  if (member.branchId !== study.branchId || member.leftDay !== null) return null;
  const person = personAt(member, nowMs);
  if (!isInAudience(study.audience, person)) return null;
  await attendances.insertIfAbsent(lineFor(study, person));
  return attendances.line(study._id, member._id);
}
