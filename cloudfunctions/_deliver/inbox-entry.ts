import type { DeliveryDocument, DeliveryGroup } from '../_store/delivery/delivery-document';
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
 * for whom no instant was left before the deadline have it from the moment it was written.
 */
export function inboxEntry(
  document: DeliveryDocument,
  memberId: string,
  nowMs: number,
): InboxEntry | null {
  const acknowledgedAtMs = document.acks[memberId]?.atMs ?? null;
  const group = document.groups.find((candidate) => isIn(candidate, memberId));
  if (group === undefined) {
    if (!document.tooLate.includes(memberId)) return null;
    const why = { code: 'free-now', because: null, label: null } as const;
    return { document, atMs: document.createdAtMs, why, acknowledgedAtMs };
  }
  const { atMs, why } = group.shown ?? group;
  return atMs > nowMs ? null : { document, atMs, why, acknowledgedAtMs };
}

/** Everybody in a group, whatever carries the message to them. */
export function peopleIn({ subscribe, inboxOnly }: DeliveryGroup): string[] {
  return [...subscribe, ...inboxOnly.map(({ memberId }) => memberId)];
}

export function isIn(group: DeliveryGroup, memberId: string): boolean {
  return (
    group.subscribe.includes(memberId) ||
    group.inboxOnly.some((entry) => entry.memberId === memberId)
  );
}

/** Whether the message stands in the person's inbox. */
export function hasCome(document: DeliveryDocument, memberId: string, nowMs: number): boolean {
  return inboxEntry(document, memberId, nowMs) !== null;
}

/** Whether the person still has to say that they know of it. */
export function isToAcknowledge({ document, acknowledgedAtMs }: InboxEntry): boolean {
  return document.isMustRead && acknowledgedAtMs === null;
}

/** Those of these that the person has not had on the screen, or not acknowledged. */
export function unreadEntries(
  documents: readonly DeliveryDocument[],
  memberId: string,
  seenAtMs: number,
  nowMs: number,
): readonly InboxEntry[] {
  return documents
    .map((document) => inboxEntry(document, memberId, nowMs))
    .filter((entry) => entry !== null)
    .filter((entry) => entry.atMs > seenAtMs || isToAcknowledge(entry));
}
