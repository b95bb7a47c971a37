import { outcomeOf } from '../../../domain/branch/outcome';
import { canBeSpecialMeeting } from '../../../domain/star/star-month';
import { stateAsNoted } from '../../../domain/study/attendance';
import { meetingMinutes } from '../../_store/branch/minutes';
import { isInRegister } from '../../_store/study/attendance-document';
import { attendances } from '../../_store/study/attendances';
import { studies, type StudyDocument } from '../../_store/study/studies';

/** Studies among which is looked, and meetings that are offered. */
const NEWEST = 30;
const MOST_OFFERED = 5;

/** What a meeting of the ledger lacks as a record; null: its register is final and minutes are written. */
function lackOf({ dutyNotedAtMs }: StudyDocument, isWritten: boolean) {
  if (dutyNotedAtMs === undefined) return 'register' as const;
  return isWritten ? null : ('minutes' as const);
}

const isMeetingOf = (study: StudyDocument, month: string, nowMs: number): boolean =>
  study.state === 'published' && canBeSpecialMeeting(month, study, nowMs);

/** Meetings of the ledger that the special one can be, newest first; two requests. docs/rules.md#R-167 */
export async function meetingsOfLedger(branchId: string, month: string, nowMs: number) {
  const { documents } = await studies.ofBranch(branchId, null, NEWEST);
  const offered = documents
    .filter((study) => isMeetingOf(study, month, nowMs))
    .slice(0, MOST_OFFERED);
  if (offered.length === 0) return [];
  const written = await meetingMinutes.ofStudies(offered.map(({ _id }) => _id));
  return offered.map((study) => ({
    studyId: study._id,
    topic: study.topic,
    startAtMs: study.firstStartAtMs,
    lacks: lackOf(
      study,
      written.some(({ _id }) => _id === study._id),
    ),
  }));
}

/**
 * The record of a meeting as the ledger has it now; three requests at once. `lacks` says what is not there
 * yet, `canBe` whether it could be named now as the special one of the month: one that was named stays it
 * when it is called off afterwards. null: the branch has no such meeting.
 */
export async function recordOfLedger(
  studyId: string,
  { branchId, month }: { readonly branchId: string; readonly month: string },
  nowMs: number,
) {
  const [study, minutes, lines] = await Promise.all([
    studies.byId(studyId),
    meetingMinutes.ofStudy(studyId),
    attendances.ofStudy(studyId),
  ]);
  if (study?.branchId !== branchId) return null;
  const [newest] = minutes?.versions ?? [];
  const record = {
    heldAtMs: study.firstStartAtMs,
    place: [...new Set(study.sittings.map(({ place }) => place))].join('、'),
    present: lines
      .filter((line) => isInRegister(line))
      .filter((line) => outcomeOf(stateAsNoted(line)) === 'came')
      .map(({ memberId }) => memberId),
    minutes: newest?.text ?? '',
    decisions: (newest?.decisions ?? '').split('\n').filter((line) => line.trim() !== ''),
    byName: newest?.by.name ?? '',
  };
  const canBe = isMeetingOf(study, month, nowMs);
  return { record, lacks: lackOf(study, newest !== undefined), canBe };
}
