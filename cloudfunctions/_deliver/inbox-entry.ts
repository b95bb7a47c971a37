import { isLeftBehind } from '../../domain/notice/left-behind';
import type {
  DeliveryDocument,
  DeliveryGroup,
  GroupTimes,
} from '../_store/delivery/delivery-document';
import type { ShownReason } from '../_store/delivery/stored-reason';

export interface InboxEntry {
  readonly document: DeliveryDocument;
  /** When it came to this person. */
  readonly atMs: number;
  readonly why: ShownReason;
  readonly acknowledgedAtMs: number | null;
}

/**
 * A message as it stands in one person's inbox at `nowMs`; null while its time has not come. Those
 * for whom no instant was left before the deadline have it from the moment it was written. A document
 * that nobody can read any more stands in no inbox.
 */
export function inboxEntry(
  document: DeliveryDocument,
  memberId: string,
  nowMs: number,
): InboxEntry | null {
  const came = cameTo(document, memberId, nowMs);
  const acknowledgedAtMs = document.acks[memberId]?.atMs ?? null;
  return came === null ? null : { document, ...came, acknowledgedAtMs };
}

type Coming = Pick<DeliveryDocument, 'kind' | 'deadlineAtMs' | 'createdAtMs' | 'tooLate'> & {
  readonly groups: readonly GroupTimes[];
};

/** When a message came to a person, and why then; null where it stands in their inbox no more, or not yet. */
export function cameTo(
  document: Coming,
  memberId: string,
  nowMs: number,
): Pick<InboxEntry, 'atMs' | 'why'> | null {
  if (isPastReading(document, nowMs)) return null;
  const group = document.groups.find((candidate) => isIn(candidate, memberId));
  if (group === undefined) {
    if (!document.tooLate.includes(memberId)) return null;
    const why = { code: 'free-now', because: null, label: null } as const;
    return { atMs: document.createdAtMs, why };
  }
  const { atMs, why } = group.shown ?? group;
  return atMs > nowMs ? null : { atMs, why };
}

/** Whether it asks to read a document that has had its last day; of anything else, no. docs/rules.md#R-244 */
export const isPastReading = (
  { kind, deadlineAtMs }: Pick<DeliveryDocument, 'kind' | 'deadlineAtMs'>,
  nowMs: number,
): boolean => kind === 'document-to-read' && deadlineAtMs <= nowMs;

/** Everybody in a group, whatever carries the message to them. */
export function peopleIn({ subscribe, inboxOnly }: DeliveryGroup): string[] {
  return [...subscribe, ...inboxOnly.map(({ memberId }) => memberId)];
}

export function isIn(
  group: Pick<DeliveryGroup, 'subscribe' | 'inboxOnly'>,
  memberId: string,
): boolean {
  return (
    group.subscribe.includes(memberId) ||
    group.inboxOnly.some((entry) => entry.memberId === memberId)
  );
}

/** Whether the message stands in the person's inbox. */
export function hasCome(document: DeliveryDocument, memberId: string, nowMs: number): boolean {
  return inboxEntry(document, memberId, nowMs) !== null;
}

interface Reader {
  readonly memberId: string;
  /** Of which they are now. */
  readonly branchId: string;
}

/** Whether the person still has to say that they know of it: not of a branch that they have left. docs/rules.md#R-348 */
export function isToAcknowledge(
  { document, acknowledgedAtMs }: InboxEntry,
  reader: Pick<Reader, 'branchId'>,
): boolean {
  return document.isMustRead && acknowledgedAtMs === null && !isLeftBehind(document, reader);
}

/** Those of these that the person has not had on the screen, or not acknowledged. */
export function unreadEntries(
  documents: readonly DeliveryDocument[],
  reader: Reader,
  seenAtMs: number,
  nowMs: number,
): readonly InboxEntry[] {
  return documents
    .map((document) => inboxEntry(document, reader.memberId, nowMs))
    .filter((entry) => entry !== null)
    .filter((entry) => entry.atMs > seenAtMs || isToAcknowledge(entry, reader));
}
