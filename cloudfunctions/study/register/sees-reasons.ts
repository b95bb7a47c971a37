import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';
import { noteLooks } from '../../_store/people/trail';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';
import { peopleOnHotPath } from './people';

/**
 * Whether a presenter reads why somebody of this group is on leave: officers of everybody, the leader
 * of a group of its own people. docs/rules.md#R-74
 */
export function seesReasons(
  { roles, groupId }: Pick<Caller, 'roles' | 'groupId'>,
  ofGroupId: string | null,
): boolean {
  return holdsOneOf(roles, OFFICERS) || (groupId !== null && groupId === ofGroupId);
}

/** Whether somebody has written why the person of the line is on leave: they themselves, or an officer. */
export function hasReasonOfLeave({ record, reply, corrections }: AttendanceDocument): boolean {
  const isWritten =
    record === null
      ? reply?.kind === 'excused'
      : record.state === 'excused' && record.reason !== null;
  return isWritten || corrections.some(({ to, reason }) => to === 'excused' && reason !== null);
}

/** Says, before it is shown, that the caller reads why these people are on leave. docs/rules.md#R-152 */
export async function noteReasonsSeen(
  caller: Caller,
  { _id: studyId, branchId, topic }: StudyDocument,
  lines: readonly AttendanceDocument[],
  nowMs: number,
): Promise<void> {
  const written = lines.filter(hasReasonOfLeave);
  const ids = written.map(({ memberId }) => memberId);
  const people = await peopleOnHotPath(branchId, ids);
  const seen = written.filter((line) =>
    seesReasons(caller, (people.get(line.memberId) ?? line).groupId),
  );
  const about = { branchId, memberIds: seen.map(({ memberId }) => memberId) };
  await noteLooks(caller, about, { kind: 'saw-leave', studyId, topic }, nowMs);
}
