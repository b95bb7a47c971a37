import { holdsOneOf, ROSTER_KEEPERS } from '../../contract/roles';
import { lastStartAtMs } from '../../domain/study/sitting';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { whenText } from '../_kit/when.text';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import type { AttendanceDocument, Leave, Reply } from '../_store/study/attendance-document';
import type { StudyDocument } from '../_store/study/studies';
import { deliver } from './deliver';
import { leaveNoticeText } from './leave-notices.text';
import { withoutStop } from '../../domain/words/without-stop';
import { systemNotice } from './system-notice';

/** An answer that was not looked at by then is no news any more. */
const NEWS_DAYS = 14;

type Line = Pick<AttendanceDocument, 'studyId' | 'memberId' | 'name'>;

/** Of the message that this leave waits; whoever answers or withdraws it takes it back. */
const askedId = ({ studyId, memberId }: Line, { atMs }: Leave): string =>
  derivedId('leave-asked', studyId, memberId, atMs);

/** Asks the officers who keep the roster, but for the person, once for each leave. docs/rules.md#R-105 */
export async function tellOfLeaveAsked(
  study: StudyDocument,
  line: Line,
  leave: Leave,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const people = await members.ofBranch(study.branchId);
  const keepers = people.filter(
    ({ _id, roles }) => holdsOneOf(roles, ROSTER_KEEPERS) && _id !== line.memberId,
  );
  const by = { memberId: line.memberId, name: line.name };
  const content = systemNotice('leave-asked', by, {
    messageId: askedId(line, leave),
    branchId: study.branchId,
    title: leaveNoticeText.asked(line.name),
    body: leaveNoticeText.askedBody(study.topic, whenText(study.firstStartAtMs)),
    page: `packages/study-office/roll/roll?studyId=${study._id}`,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: lastStartAtMs(study.sittings),
    lastRequestId: requestId,
  });
  await deliver(content, keepers, nowMs);
}

/** Nobody has to answer these any more: they are answered, withdrawn, or for nothing. */
export async function takeLeaveAskedBack(
  lines: readonly (Line & { readonly reply: Reply | null })[],
  nowMs: number,
): Promise<void> {
  const ids = lines.flatMap((line) =>
    line.reply?.kind === 'excused' ? [askedId(line, line.reply)] : [],
  );
  if (ids.length > 0) await deliveries.cancelEach(ids, nowMs);
}

/** Tells the person what was said of their leave, once for each answer. docs/rules.md#R-105 */
export async function tellOfLeaveAnswered(
  study: StudyDocument,
  member: Member,
  { atMs: askedAtMs, answer }: Leave,
  nowMs: number,
): Promise<void> {
  if (answer === undefined) return;
  const { verdict, by, requestId } = answer;
  const reason = withoutStop(answer.reason);
  const body = { granted: leaveNoticeText.grantedBody, declined: leaveNoticeText.declinedBody };
  const content = systemNotice('leave-answered', by, {
    messageId: derivedId('leave-answered', study._id, member._id, askedAtMs, requestId),
    branchId: study.branchId,
    title: leaveNoticeText[verdict](study.topic),
    body: body[verdict](by.name, reason),
    page: `packages/study/detail/detail?studyId=${study._id}`,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
    lastRequestId: requestId,
  });
  await deliver(content, [member], nowMs);
}
