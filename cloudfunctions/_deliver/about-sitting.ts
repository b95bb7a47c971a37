import { isOnLeave } from '../../domain/study/leave';
import { attendances } from '../_store/study/attendances';
import type { About } from '../_store/delivery/delivery-document';

type Sitting = Extract<About, { kind: 'sitting' }>;

/**
 * A sitting is done for whoever is in the register, is not asked any more, has asked for leave, or
 * comes to another one. One request for each study.
 */
export async function sittingsDone(abouts: readonly Sitting[]) {
  const studyIds = [...new Set(abouts.map(({ studyId }) => studyId))];
  const registers = await Promise.all(studyIds.map((studyId) => attendances.ofStudy(studyId)));
  const lines = new Map(registers.flat().map((line) => [line._id, line]));
  return ({ studyId, sittingId }: Sitting, memberId: string): boolean => {
    const line = lines.get(`${studyId}_${memberId}`);
    if (line === undefined) return false;
    const { record, reply, isExpected } = line;
    if (!isExpected || record !== null || isOnLeave(reply)) return true;
    return reply?.kind === 'coming' && reply.sittingId !== sittingId;
  };
}
