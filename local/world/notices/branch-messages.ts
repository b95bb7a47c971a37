import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import { isBound, type Member } from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import type { AttendanceDocument } from '../../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../../cloudfunctions/_store/study/studies';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { timelineOf } from '../../../domain/shift/timeline';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { NoticeHistory } from './history';
import { doneByRegister, studyEvents, type NoticeEvent } from './of-studies';
import { acknowledged, withInboxSeen } from './reading';
import { writtenEvents, writtenLatelyAt, youthTeamOf } from './written';

export interface Branch {
  readonly branchId: string;
  /** By id, as the functions read them. */
  readonly members: readonly Member[];
  readonly studies: readonly StudyDocument[];
  readonly lines: readonly AttendanceDocument[];
  /** Besides the youth team, whoever has a must-read still to acknowledge. */
  readonly slow: readonly string[];
}

/** Since when a branch has been sending messages. */
const BEGAN_MS = 21 * MS_PER_DAY;
const LONGEST_QUIET_MS = 2 * MS_PER_DAY;
const BEFORE_QUIET_MS = 20 * MS_PER_MINUTE;

/** The messages of a branch at `nowMs`, and its members with what they have read and subscribed to. */
export function branchMessages(
  { branchId, members, studies, lines, slow }: Branch,
  organisation: Organisation,
  nowMs: number,
): { readonly documents: DeliveryDocument[]; readonly members: Member[] } {
  const memberIds = members.map(({ _id }) => _id);
  const ofStudies = studies
    .filter(({ publishedAtMs }) => (publishedAtMs ?? 0) > nowMs - BEGAN_MS)
    .flatMap((study) => {
      const register = lines.filter(({ studyId }) => studyId === study._id);
      return studyEvents(study, members, register, organisation, nowMs);
    });
  const events = [
    ...ofStudies,
    ...writtenEvents(branchId, memberIds, nowMs),
    ...subscription(branchId, members, organisation, nowMs),
  ].sort((a, b) => a.atMs - b.atMs);
  const history = new NoticeHistory(organisation, members, doneByRegister(lines));
  for (const { happen } of events) happen(history);
  const now = history.at(nowMs);
  const readers = {
    members,
    slow: new Set([...youthTeamOf(branchId), ...slow]),
    organisation,
    nowMs,
  };
  const documents = now.documents.map((document) => acknowledged(document, readers));
  return {
    documents,
    members: now.members.map((member) => withInboxSeen(member, documents, readers)),
  };
}

/**
 * Somebody of the youth team, for whom the newest message waits, has asked for subscribe messages
 * before going to bed or on shift: when it comes their phone rings.
 */
function subscription(
  branchId: string,
  members: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): NoticeEvent[] {
  const team = youthTeamOf(branchId);
  const quiet = members
    .filter((member) => team.includes(member._id) && isBound(member))
    .map((member) => ({
      memberId: member._id,
      sinceMs: quietSince(organisation.scheduleOf(member), nowMs),
    }))
    .filter(({ sinceMs }) => sinceMs <= writtenLatelyAt(nowMs));
  const last = quiet.at(-1);
  if (last === undefined) return [];
  const { memberId, sinceMs } = last;
  const atMs = sinceMs - BEFORE_QUIET_MS;
  const requestId = `demo-subscription-${memberId}`;
  return [{ atMs, happen: (history) => history.subscribe(memberId, requestId, atMs) }];
}

/** Since when a person has been out of reach for what can wait; never, where they are within it. */
function quietSince(schedule: PersonSchedule, nowMs: number): number {
  const pieces = timelineOf(schedule, { startAtMs: nowMs - LONGEST_QUIET_MS, endAtMs: nowMs + 1 });
  let sinceMs = Infinity;
  for (const { state, reason, startAtMs } of pieces) {
    const isWithinReach = state === 'free' || reason.code === 'office-hours';
    sinceMs = isWithinReach ? Infinity : Math.min(sinceMs, startAtMs);
  }
  return sinceMs;
}
