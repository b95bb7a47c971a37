import { isAskedAgain } from '../../domain/study/asked-again';
import { planLines } from '../../domain/study/plan-lines';
import { dayOfInstant } from '../../domain/time/local-day';
import { takeLeaveAskedBack } from './tell-about-leave';
import { emptyLine, type AttendanceDocument } from '../_store/study/attendance-document';
import { attendances } from '../_store/study/attendances';
import { isDuplicate } from '../_store/database';
import { branchMonths } from '../_store/branch/branch-months';
import { members } from '../_store/people/members';
import { personOn, type NamedPerson } from '../_store/people/person-on';
import { untilNotOvertaken } from '../_store/retry';
import { studies, type StudyDocument } from '../_store/study/studies';

const LINES_PER_INSERT = 100;

/**
 * Gives the register exactly one line for each person of the audience, and makes every line agree
 * with this revision. Can be repeated, also after it was cut off anywhere; what an older revision
 * still does at the same time falls behind this one's. Answers how many are in the register: those
 * expected, and those with a record who no longer are.
 */
export async function settleLines(study: StudyDocument, nowMs: number): Promise<number> {
  const { _id: studyId, revision } = study;
  await branchMonths.willChange(study, nowMs);
  const people = await members.ofBranch(study.branchId);
  const day = dayOfInstant(nowMs);
  const persons = people.map((member) => personOn(member, day));
  await attendances.agreeWith(studyId, revision, study.lastCloseAtMs);
  const lines = await attendances.ofStudy(studyId);
  for (const line of lines) await askAgain(study, line, nowMs);
  const plan = planLines(study, persons, lines, day);
  await addLines(study, plan.add);
  await attendances.setExpected(studyId, revision, plan.expect, true);
  await attendances.setExpected(studyId, revision, plan.release, false);
  const asked = new Set(plan.expect);
  const released = new Set(plan.release);
  const kept = lines.filter(
    ({ record, memberId, isExpected }) =>
      record !== null || asked.has(memberId) || (isExpected && !released.has(memberId)),
  );
  return kept.length + plan.add.length;
}

/** Opens the line of somebody who had answered for a day that is none of the study's any more. */
async function askAgain(
  study: StudyDocument,
  read: AttendanceDocument,
  nowMs: number,
): Promise<void> {
  const isForAnotherDay = ({ record, reply }: AttendanceDocument) =>
    record === null && reply !== null && isAskedAgain(reply, study.sittings);
  if (!isForAnotherDay(read)) return;
  await untilNotOvertaken(`the line of ${read.memberId}`, async () => {
    const line = await attendances.line(study._id, read.memberId);
    if (line === null || line.reply === null || !isForAnotherDay(line)) return true;
    if (!(await attendances.askAgain(line, line.reply, study.revision))) return undefined;
    await takeLeaveAskedBack([line], nowMs);
    return true;
  });
}

/** As settleLines, for a published study, noting that it is done. */
export async function settleRegister(study: StudyDocument, nowMs: number): Promise<StudyDocument> {
  return studies.settled(study, await settleLines(study, nowMs));
}

/** The study itself, after mending what a change that was cut off has left undone. */
export async function settledStudy(study: StudyDocument, nowMs: number): Promise<StudyDocument> {
  if (study.publishedAtMs === null || study.settledRevision === study.revision) return study;
  return settleRegister(study, nowMs);
}

/** Where somebody adds lines at the same time, those that are missing are added one by one. */
async function addLines(study: StudyDocument, people: readonly NamedPerson[]): Promise<void> {
  const lines = people.map((person) => lineFor(study, person));
  for (let from = 0; from < lines.length; from += LINES_PER_INSERT) {
    const some = lines.slice(from, from + LINES_PER_INSERT);
    try {
      await attendances.insertMany(some);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      for (const line of some) await attendances.insertIfAbsent(line);
    }
  }
}

/** A line for somebody of the audience, in agreement with the study. */
export function lineFor(study: StudyDocument, person: NamedPerson) {
  const { memberId, name, groupId, crewId } = person;
  return emptyLine({
    studyId: study._id,
    branchId: study.branchId,
    studyRevision: study.revision,
    lastCloseAtMs: study.lastCloseAtMs,
    memberId,
    name,
    groupId,
    crewId,
  });
}
