import { ASKING_KINDS } from '../../../domain/notice/notice-kinds';
import { collection, command } from '../database';
import { inInbox } from './deliveries';
import { DELIVERIES, type DeliveryDocument } from './delivery-document';

const latestFirst = { orderBy: { lastAtMs: 'desc' } } as const;

/** What may be unread: anything since `seenAtMs`, and must-reads that the person has not acknowledged. */
export function unreadOf(
  memberId: string,
  seenAtMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const unread = command.anyOf(...mayBeUnread(memberId, seenAtMs));
  return collection(DELIVERIES).find(unread, { ...latestFirst, limit });
}

/** As unreadOf, and what asks for an answer whose limit is after `nowMs`, read or not. */
export function unreadOrAsking(
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const asking = {
    memberIds: memberId,
    kind: command.in(ASKING_KINDS),
    deadlineAtMs: command.gt(nowMs),
    ...inInbox,
  };
  const either = command.anyOf(...mayBeUnread(memberId, seenAtMs), asking);
  return collection(DELIVERIES).find(either, { ...latestFirst, limit });
}

const mayBeUnread = (memberId: string, seenAtMs: number) => [
  { memberIds: memberId, lastAtMs: command.gt(seenAtMs), ...inInbox },
  {
    memberIds: memberId,
    isMustRead: true,
    [`acks.${memberId}`]: command.exists(false),
    ...inInbox,
  },
];
