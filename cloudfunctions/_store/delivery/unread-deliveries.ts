import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import { DESKS } from '../../../domain/content/channel/desks';
import { CONTENT_CHANNELS } from '../../../domain/content/channel/item';
import type { NoticeKind } from '../../../domain/notice/kind-names';
import { isLeftBehind } from '../../../domain/notice/left-behind';
import { ASKING_KINDS, type AskingKind } from '../../../domain/notice/notice-kinds';
import { collection, command, type Operator } from '../database';
import type { Member } from '../people/member-document';
import type { Reading } from '../together';
import { inInbox } from './deliveries';
import { DELIVERIES, type DeliveryDocument } from './delivery-document';

const latestFirst = { orderBy: { lastAtMs: 'desc' } } as const;

/** As the database has it, for readings; `asQuery` makes of it what a collection is asked. */
type Condition = Readonly<Record<string, unknown>>;

/** What may be unread: anything since `seenAtMs`, and must-reads that the person has still to acknowledge. */
export function unreadOf(
  reader: Addressee,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const unread = anyOf(mayBeUnread(reader, seenAtMs, nowMs));
  return collection(DELIVERIES).find(unread, { ...latestFirst, limit });
}

/** As unreadOf, and what asks for an answer whose limit is after `nowMs`, read or not. */
export function unreadOrAsking(
  reader: Reader,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = anyOf(unreadOrAskingOf(reader, seenAtMs, nowMs));
  return collection(DELIVERIES).find(either, { ...latestFirst, limit });
}

/** As unreadOrAsking, beside other readings: rows of deliveries. */
export const unreadOrAskingReading = (
  reader: Reader,
  seenAtMs: number,
  nowMs: number,
  limit: number,
): Reading => ({
  from: DELIVERIES.collection,
  pipeline: [
    { $match: { $or: unreadOrAskingOf(reader, seenAtMs, nowMs) } },
    { $sort: { lastAtMs: -1 } },
    { $limit: limit },
  ],
});

/** What asks for an answer whose limit is after `nowMs`, and must-reads still to acknowledge; the oldest first. */
export function waitingFor(
  reader: Reader,
  nowMs: number,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  const either = anyOf([...asking(reader, nowMs), ...toAcknowledge(reader, nowMs)]);
  return collection(DELIVERIES).find(either, { orderBy: { lastAtMs: 'asc' }, limit });
}

type Reader = Pick<Member, '_id' | 'branchId' | 'roles'>;
type Addressee = Pick<Reader, '_id' | 'branchId'>;

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

/** Asked of who keeps the roster of the branch, whoever does when it is read. docs/rules.md#R-333 */
const OF_KEEPERS: readonly AskingKind[] = ['leave-asked', 'draft-waiting'];
/** Who may be on duty for a channel in which a day can be empty. docs/rules.md#R-297 */
const OF_DAILY_CHANNELS = CONTENT_CHANNELS.map((channel) => DESKS[channel])
  .filter(({ isDaily }) => isDaily)
  .flatMap(({ writes }) => writes) as readonly Role[];
const OF_PEOPLE = ASKING_KINDS.filter((kind) => !OF_KEEPERS.includes(kind));

/** Whether what asks is asked of this reader; it may be in their inbox although it is not. docs/rules.md#R-333 */
export function isAskedOf(
  { kind, branchId, author }: Pick<DeliveryDocument, 'kind' | 'branchId' | 'author'>,
  reader: Reader,
): boolean {
  if (isLeftBehind({ kind, branchId }, reader)) return false;
  if (kind === 'pre-shift') return holdsOneOf(reader.roles, ['group-leader']);
  if (kind === 'issue-gap') return holdsOneOf(reader.roles, OF_DAILY_CHANNELS);
  if (!OF_KEEPERS.some((each) => each === kind)) return true;
  if (branchId !== reader.branchId || !holdsOneOf(reader.roles, ROSTER_KEEPERS)) return false;
  return kind !== 'leave-asked' || author.memberId !== reader._id;
}

/** As isAskedOf. Nobody is asked what they themselves ask; what the clock has made is asked of all. */
function asking({ _id, branchId, roles }: Reader, nowMs: number): readonly Condition[] {
  const open = { deadlineAtMs: { $gt: nowMs }, ...inInbox };
  const ofPerson = { memberIds: _id, kind: { $in: OF_PEOPLE }, ...open };
  if (!holdsOneOf(roles, ROSTER_KEEPERS)) return [ofPerson];
  const isOthers = { 'author.memberId': { $ne: _id } };
  return [
    ofPerson,
    { branchId, kind: 'leave-asked' satisfies AskingKind, ...isOthers, ...open },
    { branchId, kind: 'draft-waiting' satisfies AskingKind, ...open },
  ];
}

/**
 * Of the branch of which they are now, and not of documents that have had their last day: they stand in
 * no inbox. docs/rules.md#R-244, docs/rules.md#R-348
 */
function toAcknowledge({ _id, branchId }: Addressee, nowMs: number): readonly Condition[] {
  const open = {
    memberIds: _id,
    branchId,
    isMustRead: true,
    [`acks.${_id}`]: { $exists: false },
    ...inInbox,
  };
  const ofDocument = 'document-to-read' satisfies NoticeKind;
  return [
    { ...open, kind: { $ne: ofDocument } },
    { ...open, kind: ofDocument, deadlineAtMs: { $gt: nowMs } },
  ];
}

const mayBeUnread = (reader: Addressee, seenAtMs: number, nowMs: number): readonly Condition[] => [
  { memberIds: reader._id, lastAtMs: { $gt: seenAtMs }, ...inInbox },
  ...toAcknowledge(reader, nowMs),
];

const unreadOrAskingOf = (
  reader: Reader,
  seenAtMs: number,
  nowMs: number,
): readonly Condition[] => [...mayBeUnread(reader, seenAtMs, nowMs), ...asking(reader, nowMs)];
