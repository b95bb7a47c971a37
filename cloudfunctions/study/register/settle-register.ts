import { planLines, type Person } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import { attendances, emptyLine } from '../../_store/study/attendances';
import { isDuplicate } from '../../_store/database';
import { crewIdOn, members, type Member } from '../../_store/people/members';
import { studies, type StudyDocument } from '../../_store/study/studies';

interface NamedPerson extends Person {
  readonly name: string;
}

const LINES_PER_INSERT = 100;
const MOST_TRIES = 4;

/** A member as an audience sees them on the day of an instant. */
export function personAt(member: Member, atMs: number): NamedPerson {
  const { _id, name, groupId } = member;
  return { memberId: _id, name, groupId, crewId: crewIdOn(member, dayOfInstant(atMs)) };
}

/**
 * Gives the register exactly one line for each person of the audience, and makes every line agree
 * with this revision. Can be repeated, also after it was cut off anywhere; what an older revision
 * still does at the same time falls behind this one's. Answers how many are in the register: those
 * expected, and those with a record who no longer are.
 */
export async function settleLines(study: StudyDocument, nowMs: number): Promise<number> {
  const { _id: studyId, revision } = study;
  const people = await members.ofBranch(study.branchId);
  const persons = people.map((member) => personAt(member, nowMs));
  await attendances.agreeWith(studyId, revision, study.lastCloseAtMs);
  for (let tries = 1; ; tries += 1) {
    const lines = await attendances.ofStudy(studyId);
    const plan = planLines(study.audience, persons, lines);
    try {
      await addLines(study, plan.add);
    } catch (error) {
      // Another call has added some of them in between: what is missing now is read anew.
      if (tries < MOST_TRIES && isDuplicate(error)) continue;
      throw error;
    }
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

async function addLines(study: StudyDocument, people: readonly NamedPerson[]): Promise<void> {
  for (let from = 0; from < people.length; from += LINES_PER_INSERT) {
    await attendances.insertMany(
      people.slice(from, from + LINES_PER_INSERT).map((person) => lineFor(study, person)),
    );
  }
}

/** A line for somebody of the audience, in agreement with the study. */
export function lineFor(study: StudyDocument, person: NamedPerson) {
  return emptyLine({
    studyId: study._id,
    branchId: study.branchId,
    studyRevision: study.revision,
    lastCloseAtMs: study.lastCloseAtMs,
    ...person,
  });
}
