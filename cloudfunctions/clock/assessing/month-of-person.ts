import { chanceOfLine, type Chance } from '../../../domain/star/assessment/chances';
import type { MonthOfPerson, StudyOfMonth } from '../../../domain/star/assessment/count-items';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { rosterDayDuring } from '../../../domain/shift/shift-at';
import { notedOf, tookPart } from '../../../domain/study/attendance';
import { keptFromAll } from '../../../domain/study/kept';
import { heldSittings } from '../../../domain/study/sitting';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { ShiftOfDay } from '../../../contract/roster/shift';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { toShiftOfDay } from '../../_store/roster/shift-of-day';
import type { AttendanceDocument } from '../../_store/study/attendance-document';
import type { StudyDocument } from '../../_store/study/studies';
import type { MonthRecords } from '../../_store/star/month-records';

/** What the records of a month say of one person. `endAtMs` is that of the month. */
export function monthOfPerson(
  memberId: string,
  schedule: PersonSchedule,
  records: MonthRecords,
  endAtMs: number,
): MonthOfPerson<ShiftOfDay> {
  const lines = records.lines.filter((line) => line.memberId === memberId);
  return {
    endAtMs,
    studies: lines.flatMap((line) => {
      const study = records.studies.get(line.studyId);
      return study === undefined ? [] : toStudy(line, study, schedule);
    }),
    notes: records.notes
      .filter(({ ownerId }) => ownerId === memberId)
      .map(({ _id, title, firstAtMs }) => ({ noteId: _id, title, atMs: firstAtMs })),
    mustReads: records.mustReads
      .filter(({ memberIds }) => memberIds.includes(memberId))
      .map((message) => toMustRead(message, memberId, endAtMs)),
  };
}

function toStudy(
  line: AttendanceDocument,
  study: StudyDocument,
  schedule: PersonSchedule,
): StudyOfMonth<ShiftOfDay>[] {
  const [first] = study.sittings;
  if (first === undefined || study.state === 'draft') return [];
  const isCancelled = study.state === 'cancelled';
  // Of what did not take place nobody is missing. docs/rules.md#R-70
  if (isCancelled && !tookPart(line, heldSittings(study.sittings))) return [];
  const chance: Chance = isCancelled ? { kind: 'came' } : chanceIn(line, study, schedule);
  const { makeUp } = line;
  return [
    {
      studyId: study._id,
      topic: study.topic,
      kind: study.kind,
      startAtMs: study.firstStartAtMs,
      sittings: study.sittings.length,
      shift: chance.kind === 'left-out' ? toShiftOfDay(rosterDayDuring(schedule, first)) : null,
      chance,
      makeUp:
        makeUp === undefined
          ? null
          : { untilAtMs: makeUp.untilAtMs, doneAtMs: makeUp.doneAtMs ?? null },
    },
  ];
}

function chanceIn(
  line: AttendanceDocument,
  { sittings }: StudyDocument,
  schedule: PersonSchedule,
): Chance {
  const isOnLeave = sittings.every(({ startAtMs }) => {
    const day = dayOfInstant(startAtMs);
    return schedule.overrides.some(
      ({ kind, fromDay, toDay }) => kind === 'leave' && fromDay <= day && day < toDay,
    );
  });
  // Of lines of before sleep was noted the rota is asked.
  const isNoted = line.wasAsleep !== undefined;
  const keptBy = notedOf(line) ?? (isNoted ? null : keptFromAll(schedule, sittings));
  return chanceOfLine(line, keptBy, isOnLeave ? 'throughout' : 'none');
}

function toMustRead(
  { messageId, title, createdAtMs, groups, acks }: DeliveryDocument,
  memberId: string,
  endAtMs: number,
) {
  const group = groups.find(
    ({ subscribe, inboxOnly }) =>
      subscribe.includes(memberId) || inboxOnly.some((one) => one.memberId === memberId),
  );
  // For whom no instant was left the inbox has had it from the beginning.
  const reachedAtMs = group?.shown?.atMs ?? group?.atMs ?? createdAtMs;
  return {
    messageId,
    title,
    atMs: acks[memberId]?.atMs ?? reachedAtMs,
    isReached: reachedAtMs < endAtMs,
    isAcknowledged: acks[memberId] !== undefined,
  };
}
