import { isAsked } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import { isInRegister, type AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import type { Member } from '../../_store/people/member-document';
import { personOn } from '../../_store/people/person-on';
import type { StudyDocument } from '../../_store/study/studies';
import { isFinal } from '../../_store/study/parts-of-study';
import { lineFor } from '../../_deliver/settle-register';

/**
 * The line of a member who is asked; made now, or asked again, when they belong to the audience since
 * after publication. null: not asked. docs/rules.md#R-32
 */
export async function lineOrNew(
  study: StudyDocument,
  member: Member,
  nowMs: number,
): Promise<AttendanceDocument | null> {
  const line = await attendances.line(study._id, member._id);
  if (line !== null && isInRegister(line)) return line;
  return (await joinRegister(study, member, nowMs))
    ? attendances.line(study._id, member._id)
    : null;
}

/** Whether somebody who is not in the register belongs to the audience by now; then they get a line. */
export async function joinRegister(
  study: StudyDocument,
  member: Member,
  nowMs: number,
): Promise<boolean> {
  const line = lineToShow(study, null, member, nowMs);
  if (line === null) return false;
  if (!(await attendances.insertIfAbsent(line))) {
    await attendances.setExpected(study._id, study.revision, [member._id], true);
  }
  return true;
}

/**
 * The line of a person: theirs, or, while the register is open and they are not in it but belong to
 * the audience, the one that they will get by coming, or have again. null: not asked.
 */
export function lineToShow(
  study: StudyDocument,
  line: AttendanceDocument | null,
  member: Member,
  nowMs: number,
): AttendanceDocument | null {
  if (line !== null && isInRegister(line)) return line;
  if (isFinal(study, nowMs)) return null;
  const day = dayOfInstant(nowMs);
  const person = personOn(member, day);
  if (!isAsked(study, person, day)) return null;
  return line === null ? lineFor(study, person) : { ...line, isExpected: true };
}
