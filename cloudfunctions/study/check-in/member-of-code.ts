import { isOfBranch } from '../../../domain/people/audience';
import { isGenuineMember, readMemberCode } from '../../../domain/study/check-in-code';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { studies, type StudyDocument } from '../../_store/study/studies';
import { mac } from '../../_kit/mac';

type Found =
  | { readonly kind: 'found'; readonly study: StudyDocument; readonly member: Member }
  | {
      readonly kind: 'refused';
      readonly code: 'not-found' | 'not-a-code' | 'code-stale' | 'not-invited' | 'own-line';
    };

/**
 * The member of the study's branch whose own code a presenter scanned. Whether the code was genuine
 * is said before anything else: guessed ids tell nothing of who exists.
 */
export async function memberOfCode(
  payload: string,
  { studyId, presenterId, nowMs }: { studyId: string; presenterId: string; nowMs: number },
  isInTime: (slot: number, nowMs: number) => boolean,
): Promise<Found> {
  const study = await studies.remembered(studyId);
  if (study === null) return { kind: 'refused', code: 'not-found' };
  const code = readMemberCode(payload);
  if (code === undefined) return { kind: 'refused', code: 'not-a-code' };
  if (code.memberId === presenterId) return { kind: 'refused', code: 'own-line' };
  const member = await members.byId(code.memberId);
  if (member === null || !isGenuineMember(mac, member.codeSecret, code)) {
    return { kind: 'refused', code: 'not-a-code' };
  }
  if (!isInTime(code.slot, nowMs)) return { kind: 'refused', code: 'code-stale' };
  if (!isOfBranch(member, study.branchId, dayOfInstant(nowMs))) {
    return { kind: 'refused', code: 'not-invited' };
  }
  return { kind: 'found', study, member };
}
