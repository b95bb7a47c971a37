import type { AttendanceDocument } from '../../../cloudfunctions/_store/study/attendance-document';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import type { StudyDocument } from '../../../cloudfunctions/_store/study/studies';
import { remindable } from '../../../cloudfunctions/_deliver/tell-of-study';
import { studyMessages } from '../../../cloudfunctions/_deliver/study-messages';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../domain/time/local-day';
import { officeHourBefore } from '../workdays';
import type { IsDoneBy, NoticeHistory } from './history';

/** Something that happened to the messages of a branch. */
export interface NoticeEvent {
  readonly atMs: number;
  readonly happen: (history: NoticeHistory) => void;
}

/** What a study says by itself: that it is published, its reminders, and that it was called off. */
export function studyEvents(
  study: StudyDocument,
  members: readonly Member[],
  lines: readonly AttendanceDocument[],
  organisation: Organisation,
  nowMs: number,
): NoticeEvent[] {
  const { publishedAtMs, createdBy, lastRequestId } = study;
  if (publishedAtMs === null) return [];
  const asked = new Set(lines.map(({ memberId }) => memberId));
  const people = members.filter(({ _id }) => asked.has(_id));
  const memberIds = people.map(({ _id }) => _id);
  const first = studyMessages({ ...study, revision: 1 }, createdBy, lastRequestId);
  // Everybody is reminded of the sitting that their reply means; nobody was in yet.
  const replies = lines.map((line) => ({ ...line, record: null }));
  const reminders = remindable(study, people, replies, organisation, publishedAtMs);
  const published: NoticeEvent = {
    atMs: publishedAtMs,
    happen: (history) => {
      history.tell(first.published(), memberIds, publishedAtMs);
      for (const [sitting, reminded] of reminders) {
        const ids = reminded.map(({ _id }) => _id);
        history.tell(first.reminder(sitting), ids, publishedAtMs);
      }
    },
  };
  if (study.state !== 'cancelled') return [published];
  const calledOffAtMs = Math.max(
    officeHourBefore(Math.min(study.firstStartAtMs - MS_PER_DAY, nowMs - 26 * MS_PER_HOUR)),
    publishedAtMs + MS_PER_HOUR,
  );
  const calledOff: NoticeEvent = {
    atMs: calledOffAtMs,
    happen: (history) => {
      history.takeBack(study._id, calledOffAtMs);
      const say = studyMessages(study, createdBy, lastRequestId);
      history.tell(say.cancelled(), memberIds, calledOffAtMs);
    },
  };
  return [published, calledOff];
}

/** A reminder is pointless for whoever is in, has asked for leave, or comes to another sitting. */
export function doneByRegister(lines: readonly AttendanceDocument[]): IsDoneBy {
  const byId = new Map(lines.map((line) => [line._id, line]));
  return ({ about }, memberId, atMs) => {
    if (about?.kind !== 'sitting') return false;
    const line = byId.get(`${about.studyId}_${memberId}`);
    if (line === undefined) return false;
    const { record, reply } = line;
    if (record !== null && record.atMs <= atMs) return true;
    if (reply === null || reply.atMs > atMs) return false;
    return reply.kind === 'excused' || reply.sittingId !== about.sittingId;
  };
}
