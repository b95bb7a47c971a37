import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import { aLine, aSitting, aStudy } from './documents';

/** A study whose register closed an hour after `startAtMs`. */
export function aPastStudy(
  studyId: string,
  startAtMs: number,
  study: Partial<StudyDocument> = {},
): StudyDocument {
  const sitting = aSitting(studyId, startAtMs);
  return aStudy(studyId, {
    sittings: [sitting],
    firstStartAtMs: startAtMs,
    lastCloseAtMs: startAtMs + MS_PER_HOUR,
    ...study,
  });
}

type State = NonNullable<AttendanceDocument['record']>['state'];

/** A line of who was entered at the start by a scan. */
export function anEnteredLine(
  study: StudyDocument,
  member: Member,
  state: State = 'attended',
): AttendanceDocument {
  const record = {
    sittingId: `${study._id}-s1`,
    state,
    way: 'scan' as const,
    atMs: study.firstStartAtMs,
    claimedAtMs: null,
    markedBy: null,
    reason: null,
    requestId: 'entered',
  };
  return { ...aLine(study, member), record, isIn: state === 'attended' || state === 'late' };
}

/** As an officer corrected it afterwards. */
export function corrected(
  line: AttendanceDocument,
  to: AttendanceDocument['corrections'][number]['to'],
  reason = 'looked again',
): AttendanceDocument {
  const correction = {
    from: line.record?.state ?? ('absent' as const),
    to,
    reason,
    by: { memberId: 'organiser', name: 'Name organiser' },
    atMs: line.lastCloseAtMs + MS_PER_HOUR,
    requestId: 'corrected',
  };
  return { ...line, corrections: [...line.corrections, correction] };
}
