import type { Interval } from '../../../domain/time/interval';
import { collection, command } from '../database';
import { DELIVERIES, type DeliveryDocument } from '../delivery/delivery-document';
import { NOTES, type NoteDocument } from '../note/note-document';
import { ATTENDANCES, isInRegister, type AttendanceDocument } from '../study/attendance-document';
import { studies, type StudyDocument } from '../study/studies';

/** All that a month holds of some people, whichever branch it was in. */
export interface MonthRecords {
  readonly lines: readonly AttendanceDocument[];
  readonly studies: ReadonlyMap<string, StudyDocument>;
  readonly notes: readonly NoteDocument[];
  readonly mustReads: readonly DeliveryDocument[];
}

/** What stands: handed in, and neither returned nor taken back. */
const STANDING = ['to-read', 'answered', 'asked', 'used'] as const;

/** Five requests, however many these people are; more where something is more than a thousand. */
export async function monthRecords(
  memberIds: readonly string[],
  { startAtMs, endAtMs }: Interval,
): Promise<MonthRecords> {
  if (memberIds.length === 0) {
    return { lines: [], studies: new Map(), notes: [], mustReads: [] };
  }
  const people = command.in(memberIds);
  const inMonth = command.and(command.gte(startAtMs), command.lt(endAtMs));
  const [allLines, notes, messages] = await Promise.all([
    collection(ATTENDANCES).all({ memberId: people, lastCloseAtMs: inMonth }),
    collection(NOTES).all({
      ownerId: people,
      firstAtMs: inMonth,
      state: command.in(STANDING),
    }),
    collection(DELIVERIES).all({
      memberIds: people,
      lastAtMs: command.gte(startAtMs),
      createdAtMs: inMonth,
      isMustRead: true,
      isSuperseded: false,
      cancelledAtMs: null,
      reminds: null,
    }),
  ]);
  const lines = allLines.filter(isInRegister);
  const studyIds = [...new Set(lines.map(({ studyId }) => studyId))];
  const found = studyIds.length === 0 ? [] : await studies.byIds(studyIds);
  return {
    lines,
    studies: new Map(found.map((study) => [study._id, study])),
    notes,
    mustReads: messages,
  };
}
