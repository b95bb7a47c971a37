import { toldBefore } from '../../domain/content/channel/pre-shift';
import type { ContentChannel } from '../../domain/content/channel/item';
import { KIND_RULES } from '../../domain/notice/notice-kinds';
import type { LocalDay } from '../../domain/time/local-day';
import type { ItemDocument } from '../_store/content/item-document';
import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import type { Rotas } from '../_store/people/organisation';
import { channelNoticeText } from './channel-notices.text';
import { planBeside, type NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

interface Told {
  readonly people: readonly Member[];
  readonly rotas: Rotas;
  readonly nowMs: number;
  /** What they are sent today, this issue with it. */
  readonly beside: readonly DeliveryDocument[];
}

const isLeader = ({ roles }: Member): boolean => roles.includes('group-leader');
const askId = (issueMessageId: string, leaderId: string) =>
  derivedId('pre-shift', issueMessageId, leaderId);

/**
 * What asks each leader of a group of the branch to tell the marked item of an issue before the next shift
 * of their own; who has none in sight is not asked. Writes nothing. docs/rules.md#R-227
 */
export function planBeforeShift(
  issue: NoticeContent,
  { title, minutes }: Pick<ItemDocument, 'title' | 'minutes'>,
  channel: ContentChannel,
  day: LocalDay,
  { people, rotas, nowMs, beside }: Told,
): readonly DeliveryDocument[] {
  return people.filter(isLeader).flatMap((leader) => {
    const shift = toldBefore(rotas.scheduleOf(leader), nowMs);
    if (shift === undefined) return [];
    const content = systemNotice('pre-shift', issue.author, {
      messageId: askId(issue.messageId, leader._id),
      branchId: issue.branchId,
      title: channelNoticeText.preShift(title),
      body: channelNoticeText.preShiftBody(shift.startAtMs, minutes),
      page: `packages/channel-office/pre-shift/pre-shift?channel=${channel}&day=${day}`,
      about: null,
      notBeforeAtMs: null,
      deadlineAtMs: shift.untilAtMs,
      lastRequestId: issue.lastRequestId,
    });
    return planBeside(beside, content, [leader], rotas, nowMs).documents;
  });
}

/** Whoever has told an issue is asked no more. docs/rules.md#R-228 */
export async function takeBackPreShift(
  { messageId, kind }: Pick<DeliveryDocument, 'messageId' | 'kind'>,
  leaderId: string,
  nowMs: number,
): Promise<void> {
  if (KIND_RULES[kind].isToldInPerson !== true) return;
  await deliveries.cancelEach([askId(messageId, leaderId)], nowMs);
}

/** What was to be told is withdrawn: no leader is asked any more. */
export async function takeBackFromLeaders(
  messageIdIn: (branchId: string) => string,
  nowMs: number,
): Promise<void> {
  for (const { _id: branchId } of await branches.all()) {
    const leaders = await members.holding(branchId, ['group-leader']);
    const ids = leaders.map(({ _id }) => askId(messageIdIn(branchId), _id));
    await deliveries.cancelEach(ids, nowMs);
  }
}
