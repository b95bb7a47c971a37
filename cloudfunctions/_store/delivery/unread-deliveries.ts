import type { NoticeKind } from '../../../domain/notice/kind-names';
import { ASKING_KINDS } from '../../../domain/notice/notice-kinds';
import { collection, command } from '../database';
import { inInbox } from './deliveries';
import { DELIVERIES, type DeliveryDocument } from './delivery-document';

const latestFirst = { orderBy: { lastAtMs: 'desc' } } as const;

/** What may be unread: anything since `seenAtMs`, and must-reads that the person has still to acknowledge. */
export function unreadOf(
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const unread = command.anyOf(...mayBeUnread(memberId, seenAtMs, nowMs));
  return collection(DELIVERIES).find(unread, { ...latestFirst, limit });
}

/** As unreadOf, and what asks for an answer whose limit is after `nowMs`, read or not. */
export function unreadOrAsking(
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = command.anyOf(...mayBeUnread(memberId, seenAtMs, nowMs), asking(memberId, nowMs));
  return collection(DELIVERIES).find(either, { ...latestFirst, limit });
}

/** What asks for an answer whose limit is after `nowMs`, and must-reads still to acknowledge; the oldest first. */
export function waitingFor(
  memberId: string,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = command.anyOf(asking(memberId, nowMs), ...toAcknowledge(memberId, nowMs));
  return collection(DELIVERIES).find(either, { orderBy: { lastAtMs: 'asc' }, limit });
}

const asking = (memberId: string, nowMs: number) => ({
  memberIds: memberId,
  kind: command.in(ASKING_KINDS),
  deadlineAtMs: command.gt(nowMs),
  ...inInbox,
});

/** Not of documents that have had their last day: they stand in no inbox. docs/rules.md#R-244 */
function toAcknowledge(memberId: string, nowMs: number) {
  const open = {
    memberIds: memberId,
    isMustRead: true,
    [`acks.${memberId}`]: command.exists(false),
    ...inInbox,
  };
  const ofDocument = 'document-to-read' satisfies NoticeKind;
  return [
    { ...open, kind: command.neq(ofDocument) },
    { ...open, kind: ofDocument, deadlineAtMs: command.gt(nowMs) },
  ];
}

const mayBeUnread = (memberId: string, seenAtMs: number, nowMs: number) => [
  { memberIds: memberId, lastAtMs: command.gt(seenAtMs), ...inInbox },
  ...toAcknowledge(memberId, nowMs),
];
