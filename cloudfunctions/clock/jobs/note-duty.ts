import { performance } from 'node:perf_hooks';
import { trendMonths } from '../../../domain/branch/trend';
import { isOnDutyThroughout } from '../../../domain/study/attendance';
import { isAwayThroughout } from '../../../domain/study/away';
import { fitOf } from '../../../domain/study/sitting-fit';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { branchMonths } from '../../_store/branch/branch-months';
import { openMakeUps } from '../open-make-ups';
import { members, type Member } from '../../_store/people/members';
import { readRotas, type Rotas } from '../../_store/people/organisation';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';
import type { Job } from '../job';

/** In one run; registers of before there were notes are seen to by and by. */
const MOST_STUDIES = 20;

/**
 * Notes in each register that has become final who was on duty in all of it, or away, so that no change
 * of shifts that is recorded later turns an absence into duty, or duty into absence; then opens the
 * make-ups of whoever could not attend. Counts studies. docs/rules.md#R-72, #R-98, #R-99
 */
export const noteDuty: Job = async ({ nowMs, stopAtMs }) => {
  const { documents } = await studies.dutyToNote(nowMs(), MOST_STUDIES);
  if (documents.length === 0) return 0;
  const rotas = await readRotas();
  let count = 0;
  for (const study of documents) {
    if (performance.now() >= stopAtMs) break;
    await noteOf(study, rotas, nowMs());
    count += 1;
  }
  return count;
};

async function noteOf(study: StudyDocument, rotas: Rotas, nowMs: number): Promise<void> {
  const lines = await attendances.ofStudy(study._id);
  const people = await members.byIds(lines.map(({ memberId }) => memberId));
  const onDuty = people
    .filter((member) => {
      const schedule = rotas.scheduleOf(member);
      return isOnDutyThroughout(study.sittings.map((sitting) => fitOf(schedule, sitting)));
    })
    .map(({ _id }) => _id);
  const others = lines.map(({ memberId }) => memberId).filter((id) => !onDuty.includes(id));
  await attendances.noteDuty(study._id, onDuty, true);
  await attendances.noteDuty(study._id, others, false);
  const away = people.filter((member) => wasAway(study, member, rotas)).map(({ _id }) => _id);
  await attendances.noteAway(study._id, away);
  await expectMonths(study, nowMs);
  // As noted, by this run or by one that was cut off.
  const noted = await attendances.ofStudy(study._id);
  await openMakeUps(study, noted, people, rotas, nowMs);
  await studies.dutyNoted(study._id, nowMs);
}

/** Says that the figures of the study's month are to be counted; with the first one also those of the trend. */
async function expectMonths(study: StudyDocument, nowMs: number): Promise<void> {
  const { branchId, lastCloseAtMs } = study;
  const month = monthOf(dayOfInstant(lastCloseAtMs));
  if (!(await branchMonths.countAgain(branchId, month, nowMs))) return;
  for (const before of trendMonths(month).slice(0, -1)) {
    await branchMonths.expect(branchId, before, nowMs);
  }
}

/** Also who had left the branch by the day on which it became final. docs/rules.md#R-98 */
function wasAway(study: StudyDocument, member: Member, rotas: Rotas): boolean {
  const { branchId, leftDay, joinedDay, placedDay = joinedDay } = member;
  const lastDay = dayOfInstant(study.lastCloseAtMs);
  const hadLeft = leftDay !== null && leftDay <= lastDay;
  const hadMoved = branchId !== study.branchId && placedDay <= lastDay;
  return hadLeft || hadMoved || isAwayThroughout(rotas.scheduleOf(member), study.sittings);
}
