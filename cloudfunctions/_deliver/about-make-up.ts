import { isIn, markedState } from '../../domain/study/attendance';
import type { About } from '../_store/delivery/delivery-document';
import { attendances } from '../_store/study/attendances';

type MakeUp = Extract<About, { kind: 'make-up' }>;

/**
 * A make-up is done for whoever has done it or is in the register by now, has none, or has until
 * another instant by now, of which another message speaks. One request for each study.
 */
export async function makeUpsDone(abouts: readonly MakeUp[]) {
  const studyIds = [...new Set(abouts.map(({ studyId }) => studyId))];
  const registers = await Promise.all(studyIds.map((studyId) => attendances.ofStudy(studyId)));
  const lines = new Map(registers.flat().map((line) => [line._id, line]));
  return ({ studyId, untilAtMs }: MakeUp, memberId: string): boolean => {
    const line = lines.get(`${studyId}_${memberId}`);
    return line?.makeUp?.untilAtMs !== untilAtMs || isIn(markedState(line));
  };
}
