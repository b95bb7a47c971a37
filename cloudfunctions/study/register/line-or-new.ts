import { isAsked } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import { attendances, isInRegister, type AttendanceDocument } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/members';
import { personOn } from '../../_store/people/person-on';
import type { StudyDocument } from '../../_store/study/studies';
import { lineFor } from './settle-register';

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
  if (line !== null) return isInRegister(line) ? line : null;
  const day = dayOfInstant(nowMs);
  const person = personOn(member, day);
  if (!isAsked(study, person, day)) return null;
  await attendances.insertIfAbsent(lineFor(study, person));
  return attendances.line(study._id, member._id);
}
