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
import { deliver } from './deliver';
import type { NoticeContent } from './plan-notice';
import { systemNotice } from './system-notice';

interface Told {
  readonly people: readonly Member[];
  readonly rotas: Rotas;
  readonly nowMs: number;
}

const isLeader = ({ roles }: Member): boolean => roles.includes('group-leader');
const askId = (issueMessageId: string, leaderId: string) =>
  derivedId('pre-shift', issueMessageId, leaderId);

/**
 * Asks each leader of a group of the branch to tell the marked item of an issue before the next shift
 * of their own, once however often it is called; who has none in sight is not asked. docs/rules.md#R-227
 */
export async function tellBeforeShift(
  issue: NoticeContent,
  { title, minutes }: Pick<ItemDocument, 'title' | 'minutes'>,
  channel: ContentChannel,
  day: LocalDay,
  { people, rotas, nowMs }: Told,
): Promise<void> {
  for (const leader of people.filter(isLeader)) {
    const shift = toldBefore(rotas.scheduleOf(leader), nowMs);
    if (shift === undefined) continue;
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
    await deliver(content, [leader], nowMs, rotas);
  }
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
