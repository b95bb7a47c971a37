import type { Gone } from '../../../contract/study/study-shapes';
import { isIn, markedState } from '../../../domain/study/attendance';
import { isInRegister, type AttendanceDocument } from '../../_store/study/attendance-document';
import type { Member } from '../../_store/people/member-document';
import type { StudyDocument } from '../../_store/study/studies';
import { isFinal } from '../../_store/study/parts-of-study';

type Person = Pick<Member, 'branchId' | 'leftDay'>;

/** Whether somebody is of the branch of a study now. docs/rules.md#R-362 */
export const isOfItsBranch = (
  { branchId, leftDay }: Person,
  study: Pick<StudyDocument, 'branchId'>,
): boolean => leftDay === null && branchId === study.branchId;

/**
 * Whether a register asks the person of a line no more, because they left its branch with nothing entered of
 * them: as noted when they left, or, of lines of before that was noted, while it is open. docs/rules.md#R-362
 */
export function isGone(
  line: AttendanceDocument,
  study: StudyDocument,
  member: Person | undefined,
  nowMs: number,
): boolean {
  if (line.record !== null) return false;
  if (!line.isExpected) return line.goneAtMs !== undefined;
  const isOpen = study.state === 'published' && !isFinal(study, nowMs);
  return isOpen && member !== undefined && !isOfItsBranch(member, study);
}

/**
 * Whether a study still has to do with a person whose register may be open: they are of its branch; or they
 * took part, or have to make it up, before they left. docs/rules.md#R-362
 */
export function concerns(
  line: AttendanceDocument,
  study: StudyDocument,
  member: Person,
  nowMs: number,
): boolean {
  if (!isInRegister(line)) return false;
  const marked = markedState(line);
  return (
    isOfItsBranch(member, study) ||
    isIn(marked) ||
    marked === 'to-confirm' ||
    (line.makeUp !== undefined && isFinal(study, nowMs))
  );
}

/** Where somebody is whom a register asks no more. */
export const goneOf = (study: StudyDocument, member: Person | undefined): Gone =>
  member === undefined || member.leftDay !== null || isOfItsBranch(member, study)
    ? 'left'
    : 'moved';
