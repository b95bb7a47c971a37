import { isAsked } from '../../domain/people/audience';
import { dayOfInstant } from '../../domain/time/local-day';
import type { Caller } from '../_kit/context';
import type { AttendanceDocument } from '../_store/study/attendance-document';
import { attendances } from '../_store/study/attendances';
import { studyDeliveries } from '../_store/delivery/study-deliveries';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { personOn } from '../_store/people/person-on';
import { organisationOnHotPath, type Organisation } from '../_store/people/organisation';
import { deliver } from './deliver';
import { takeLeaveAskedBack } from './tell-about-leave';
import type { NoticeContent } from './plan-notice';
import type { StoredSitting, StudyDocument } from '../_store/study/studies';
import { isCalledOff } from '../_store/study/line-state';
import { canBeReminded, sittingToRemind } from './sitting-to-remind';
import { studyMessages } from './study-messages';

export type Author = Pick<Caller, 'memberId' | 'name'>;

/** A message and who gets it. */
export type Addressed = readonly [NoticeContent, readonly Member[]];

/** Tells the audience of a study that is published, and plans the reminders of its sittings. */
export async function announcePublished(
  study: StudyDocument,
  author: Author,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const { asked, organisation } = await audienceOf(study, nowMs);
  const say = studyMessages(study, author, requestId);
  const reminders = remindable(study, asked, [], organisation, nowMs);
  await send(
    [[say.published(), asked], ...reminders.map(asReminder(say.reminder))],
    organisation,
    nowMs,
  );
}

/**
 * Takes everything back that was said of a study, and tells the audience that it is called off; not
 * those who took part in what was held of it.
 */
export async function announceCancelled(
  study: StudyDocument,
  author: Author,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const { asked, organisation } = await audienceOf(study, nowMs);
  const cancelled = studyMessages(study, author, requestId).cancelled();
  await studyDeliveries.cancel(study._id, [cancelled.messageId], nowMs);
  const lines = await attendances.ofStudy(study._id);
  await takeLeaveAskedBack(lines, nowMs);
  const done = new Set(
    lines.filter((line) => !isCalledOff(line, study)).map(({ memberId }) => memberId),
  );
  const told = asked.filter(({ _id }) => !done.has(_id));
  await send([[cancelled, told]], organisation, nowMs);
}

/** Everybody of the branch, and of them the people who are asked. Four requests, two of them kept. */
export async function audienceOf(study: StudyDocument, nowMs: number) {
  const everybody = await members.ofBranch(study.branchId);
  const organisation = await organisationOnHotPath(everybody);
  const day = dayOfInstant(nowMs);
  const asked = everybody.filter((member) => isAsked(study, personOn(member, day), day));
  return { everybody, asked, organisation };
}

/** Plans and writes messages one after the other: each counts for the day of the next. */
export async function send(
  messages: readonly Addressed[],
  organisation: Organisation,
  nowMs: number,
): Promise<void> {
  for (const [content, people] of messages) {
    await deliver(content, people, nowMs, organisation);
  }
}

/** Who is reminded of which sitting; not who is in already, nor of a sitting that is too near. */
export function remindable(
  study: StudyDocument,
  people: readonly Member[],
  lines: readonly AttendanceDocument[],
  organisation: Organisation,
  nowMs: number,
): readonly (readonly [StoredSitting, readonly Member[]])[] {
  const lineOf = new Map(lines.map((line) => [line.memberId, line]));
  const bySitting = new Map<StoredSitting, Member[]>();
  for (const member of people) {
    const line = lineOf.get(member._id);
    if (line !== undefined && line.record !== null) continue;
    const schedule = organisation.scheduleOf(member);
    const sitting = sittingToRemind(study, schedule, line?.reply ?? null, nowMs);
    if (sitting === undefined || !canBeReminded(sitting, nowMs)) continue;
    bySitting.set(sitting, [...(bySitting.get(sitting) ?? []), member]);
  }
  return [...bySitting];
}

export function asReminder(reminder: (sitting: StoredSitting) => NoticeContent) {
  return ([sitting, people]: readonly [StoredSitting, readonly Member[]]): Addressed => [
    reminder(sitting),
    people,
  ];
}
