import { performance } from 'node:perf_hooks';
import { isOnDutyThroughout } from '../../../domain/study/attendance';
import { fitOf } from '../../../domain/study/sitting-fit';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';
import type { Job } from '../job';

const STUDIES_AT_ONCE = 20;

/**
 * Notes in each register that has become final who was on duty in all of it, so that no change of
 * shifts that is recorded later turns an absence into duty, or duty into absence. Counts studies.
 * docs/rules.md#R-72
 */
export const noteDuty: Job = async ({ nowMs, stopAtMs }) => {
  let count = 0;
  while (performance.now() < stopAtMs) {
    const { documents, isLast } = await studies.dutyToNote(nowMs(), STUDIES_AT_ONCE);
    for (const study of documents) {
      if (performance.now() >= stopAtMs) return count;
      await noteOf(study, nowMs());
      count += 1;
    }
    if (isLast || documents.length === 0) break;
  }
  return count;
};

async function noteOf(study: StudyDocument, nowMs: number): Promise<void> {
  const lines = await attendances.ofStudy(study._id);
  const [people, rotas] = await Promise.all([
    members.byIds(lines.map(({ memberId }) => memberId)),
    readRotas(),
  ]);
  const onDuty = people
    .filter((member) => {
      const schedule = rotas.scheduleOf(member);
      return isOnDutyThroughout(study.sittings.map((sitting) => fitOf(schedule, sitting)));
    })
    .map(({ _id }) => _id);
  const others = lines.map(({ memberId }) => memberId).filter((id) => !onDuty.includes(id));
  await attendances.noteDuty(study._id, onDuty, true);
  await attendances.noteDuty(study._id, others, false);
  await studies.dutyNoted(study._id, nowMs);
}
