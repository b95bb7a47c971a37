import type { NoticeKind } from '../../domain/notice/notice-kinds';
import { isInAudience } from '../../domain/study/audience';
import { fitOf } from '../../domain/study/sitting-fit';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import type { Caller } from '../_kit/context';
import { deliveries } from '../_store/deliveries';
import { derivedId } from '../_store/derived-id';
import { members, type Member } from '../_store/members';
import { organisationOnHotPath, type Organisation } from '../_store/organisation';
import { planNotice, type NoticeContent } from '../_store/plan-notice';
import type { StoredSitting, StudyDocument } from '../_store/studies';
import { systemNotice } from '../_store/system-notice';
import { announceText } from './announce.text';
import { personAt } from './settle-register';

type Event = 'study-published' | 'study-changed' | 'study-cancelled';

/** A message about the study at hand. */
type About = (
  kind: NoticeKind,
  part: string,
  particulars: Pick<NoticeContent, 'title' | 'body' | 'about' | 'notBeforeAtMs' | 'deadlineAtMs'>,
) => NoticeContent;

/** A reminder may come from here on before a sitting. docs/rules.md#R-55 */
const REMIND_BEFORE_MS = 12 * MS_PER_HOUR;

const TITLES: Readonly<Record<Event, (topic: string) => string>> = {
  'study-published': announceText.published,
  'study-changed': announceText.changed,
  'study-cancelled': announceText.cancelled,
};

/**
 * Tells the audience what has become of a study and plans the reminders of its sittings; everything
 * older that speaks of the study leaves plans and inboxes. Ids follow from the study and its
 * revision, so that a call that was cut off can be repeated and nobody is told twice.
 */
export async function announce(
  study: StudyDocument,
  event: Event,
  author: Pick<Caller, 'memberId' | 'name'>,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const [everybody, organisation] = await Promise.all([
    members.ofBranch(study.branchId),
    organisationOnHotPath(),
  ]);
  const people = everybody.filter((member) =>
    isInAudience(study.audience, personAt(member, nowMs)),
  );
  const about = messagesAbout(study, author, requestId);
  const lastStartAtMs = Math.max(...study.sittings.map(({ startAtMs }) => startAtMs));
  const [first] = [...study.sittings].sort((a, b) => a.startAtMs - b.startAtMs);
  if (first === undefined) return;
  const told = about(event, event, {
    title: TITLES[event](study.topic),
    body: event === 'study-cancelled' ? study.cancelReason : summaryOf(first, study),
    about: { studyId: study._id, sittingId: null, startAtMs: first.startAtMs },
    deadlineAtMs: event === 'study-cancelled' ? study.lastCloseAtMs : lastStartAtMs,
    notBeforeAtMs: null,
  });
  const messages: [NoticeContent, readonly Member[]][] = [[told, people]];
  if (event !== 'study-cancelled') {
    for (const [sitting, attendants] of remindable(study, people, organisation, nowMs)) {
      messages.push([reminderOf(about, sitting, study), attendants]);
    }
  }
  await deliveries.cancelAbout(
    study._id,
    messages.map(([{ messageId }]) => messageId),
    nowMs,
  );
  for (const [content, recipients] of messages) {
    if (recipients.length === 0) continue;
    const { documents } = await planNotice(content, recipients, organisation, nowMs);
    await deliveries.insertAbsent(documents);
  }
}

function messagesAbout(
  study: StudyDocument,
  author: Pick<Caller, 'memberId' | 'name'>,
  lastRequestId: string,
): About {
  return (kind, part, particulars) =>
    systemNotice(kind, author, {
      messageId: derivedId('study', study._id, study.revision, part),
      branchId: study.branchId,
      page: `packages/study/detail/detail?studyId=${study._id}`,
      lastRequestId,
      ...particulars,
    });
}

function reminderOf(
  about: About,
  { sittingId, startAtMs, place }: StoredSitting,
  study: StudyDocument,
): NoticeContent {
  return about('sitting-reminder', sittingId, {
    title: announceText.reminder(study.topic),
    body: announceText.sitting(startAtMs, place),
    about: { studyId: study._id, sittingId, startAtMs },
    notBeforeAtMs: startAtMs - REMIND_BEFORE_MS,
    deadlineAtMs: startAtMs,
  });
}

/**
 * Who is reminded of which sitting: of the first that does not meet their duty or their sleep. Not
 * of one so near that the message about the study is a reminder itself.
 */
function remindable(
  study: StudyDocument,
  people: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): ReadonlyMap<StoredSitting, readonly Member[]> {
  const bySitting = new Map<StoredSitting, Member[]>();
  const sittings = [...study.sittings].sort((a, b) => a.startAtMs - b.startAtMs);
  for (const member of people) {
    const schedule = organisation.scheduleOf(member);
    const fitting = sittings.find((sitting) =>
      ['free', 'unknown'].includes(fitOf(schedule, sitting)),
    );
    if (fitting === undefined || fitting.startAtMs - REMIND_BEFORE_MS <= nowMs) continue;
    bySitting.set(fitting, [...(bySitting.get(fitting) ?? []), member]);
  }
  return bySitting;
}

function summaryOf({ startAtMs, place }: StoredSitting, { sittings }: StudyDocument): string {
  return sittings.length === 1
    ? announceText.sitting(startAtMs, place)
    : announceText.sittings(startAtMs, place, sittings.length);
}
