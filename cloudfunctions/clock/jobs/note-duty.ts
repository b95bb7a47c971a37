import { performance } from 'node:perf_hooks';
import { trendMonths } from '../../../domain/branch/trend';
import type { KeptBy } from '../../../domain/study/attendance';
import { keptFromAll } from '../../../domain/study/kept';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { branchMonths } from '../../_store/branch/branch-months';
import { openMakeUps } from '../open-make-ups';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readRotas, type Rotas } from '../../_store/people/organisation';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { goneLines } from '../../_store/study/gone-lines';
import { studies, type StudyDocument } from '../../_store/study/studies';
import type { Job } from '../job';

/** In one run; registers of before there were notes are seen to by and by. */
const MOST_STUDIES = 20;

const NOTED: readonly (KeptBy | null)[] = ['on-duty', 'asleep', 'away', null];

/**
 * Notes in each register that has become final whom duty, sleep or being away kept from all of it, so
 * that no change of shifts that is recorded later turns an absence into duty, or duty into absence; then
 * opens the make-ups of whoever could not attend. Counts studies. docs/rules.md#R-72, #R-98, #R-99, #R-119
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
  await releaseGone(study, lines, people);
  const kept = new Map(people.map((member) => [member._id, keptFrom(study, member, rotas)]));
  const ids = lines.map(({ memberId }) => memberId);
  for (const by of NOTED) {
    const alike = ids.filter((memberId) => (kept.get(memberId) ?? null) === by);
    await attendances.noteKept(study._id, alike, by);
  }
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

/** Of people who left before it was noted as they left, or while they did, the rest. docs/rules.md#R-362 */
async function releaseGone(
  study: StudyDocument,
  lines: readonly AttendanceDocument[],
  people: readonly Member[],
): Promise<void> {
  const gone = new Set(people.filter((one) => hadGone(study, one)).map(({ _id }) => _id));
  const asked = lines.filter(
    ({ memberId, isExpected, record }) => isExpected && record === null && gone.has(memberId),
  );
  await goneLines.release(
    asked.map(({ _id }) => _id),
    study.lastCloseAtMs,
  );
}

/** Away also who had left the branch by the day on which it became final. docs/rules.md#R-98 */
function keptFrom(study: StudyDocument, member: Member, rotas: Rotas): KeptBy | null {
  return hadGone(study, member) ? 'away' : keptFromAll(rotas.scheduleOf(member), study.sittings);
}

function hadGone(study: StudyDocument, member: Member): boolean {
  const { branchId, leftDay, joinedDay, placedDay = joinedDay } = member;
  const lastDay = dayOfInstant(study.lastCloseAtMs);
  const hadLeft = leftDay !== null && leftDay <= lastDay;
  return hadLeft || (branchId !== study.branchId && placedDay <= lastDay);
}
