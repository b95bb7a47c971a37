import type { NoticeKind } from '../../../domain/notice/kind-names';
import { ASKING_KINDS } from '../../../domain/notice/notice-kinds';
import { collection, command, type Operator } from '../database';
import type { Reading } from '../together';
import { inInbox } from './deliveries';
import { DELIVERIES, type DeliveryDocument } from './delivery-document';

const latestFirst = { orderBy: { lastAtMs: 'desc' } } as const;

/** As the database has it, for readings; `asQuery` makes of it what a collection is asked. */
type Condition = Readonly<Record<string, unknown>>;

/** What may be unread: anything since `seenAtMs`, and must-reads that the person has still to acknowledge. */
export function unreadOf(
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const unread = anyOf(mayBeUnread(memberId, seenAtMs, nowMs));
  return collection(DELIVERIES).find(unread, { ...latestFirst, limit });
}

/** As unreadOf, and what asks for an answer whose limit is after `nowMs`, read or not. */
export function unreadOrAsking(
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = anyOf(unreadOrAskingOf(memberId, seenAtMs, nowMs));
  return collection(DELIVERIES).find(either, { ...latestFirst, limit });
}

/** As unreadOrAsking, beside other readings: rows of deliveries. */
export const unreadOrAskingReading = (
  memberId: string,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Reading => ({
  from: DELIVERIES.collection,
  pipeline: [
    { $match: { $or: unreadOrAskingOf(memberId, seenAtMs, nowMs) } },
    { $sort: { lastAtMs: -1 } },
    { $limit: limit },
  ],
});

/** What asks for an answer whose limit is after `nowMs`, and must-reads still to acknowledge; the oldest first. */
export function waitingFor(
  memberId: string,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = anyOf([asking(memberId, nowMs), ...toAcknowledge(memberId, nowMs)]);
  return collection(DELIVERIES).find(either, { orderBy: { lastAtMs: 'asc' }, limit });
}

const anyOf = (conditions: readonly Condition[]): Operator =>
  command.anyOf(...conditions.map(asQuery));

/** Of the operators that stand here. */
function asQuery(condition: Condition): Condition {
  return Object.fromEntries(
    Object.entries(condition).map(([field, value]) => {
      if (typeof value !== 'object' || value === null) return [field, value];
      const { $gt, $in, $ne, $exists } = value as Partial<Operators>;
      if ($gt !== undefined) return [field, command.gt($gt)];
      if ($in !== undefined) return [field, command.in($in)];
      if ($ne !== undefined) return [field, command.neq($ne)];
      return [field, command.exists($exists === true)];
    }),
  );
}

interface Operators {
  readonly $gt: number;
  readonly $in: readonly string[];
  readonly $ne: string;
  readonly $exists: boolean;
}
const asking = (memberId: string, nowMs: number): Condition => ({
  memberIds: memberId,
  kind: { $in: ASKING_KINDS },
  deadlineAtMs: { $gt: nowMs },
  ...inInbox,
});

/** Not of documents that have had their last day: they stand in no inbox. docs/rules.md#R-244 */
function toAcknowledge(memberId: string, nowMs: number): readonly Condition[] {
  const open = {
    memberIds: memberId,
    isMustRead: true,
    [`acks.${memberId}`]: { $exists: false },
    ...inInbox,
  };
  const ofDocument = 'document-to-read' satisfies NoticeKind;
  return [
    { ...open, kind: { $ne: ofDocument } },
    { ...open, kind: ofDocument, deadlineAtMs: { $gt: nowMs } },
  ];
}

const mayBeUnread = (memberId: string, seenAtMs: number, nowMs: number): readonly Condition[] => [
  { memberIds: memberId, lastAtMs: { $gt: seenAtMs }, ...inInbox },
  ...toAcknowledge(memberId, nowMs),
];

const unreadOrAskingOf = (
  memberId: string,
  seenAtMs: number,
  nowMs: number,
): readonly Condition[] => [...mayBeUnread(memberId, seenAtMs, nowMs), asking(memberId, nowMs)];
