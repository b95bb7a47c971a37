import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument, DeliveryGroup } from '../_store/delivery/delivery-document';
import { hasCome } from './inbox-entry';

/**
 * Writes the documents of an edition that follows `before`; whether this call was the first to. The
 * older edition stays until it is superseded.
 */
export function writeEdition(
  before: readonly DeliveryDocument[],
  documents: readonly DeliveryDocument[],
  nowMs: number,
): Promise<boolean> {
  // A new edition opens no second reminder within the pause of the one before.
  const { remindedAtMs = null, remindedBy = '' } = before[0] ?? {};
  const held = new Set(
    before.flatMap((edition) => edition.memberIds.filter((id) => hasCome(edition, id, nowMs))),
  );
  return deliveries.insertAbsent(
    documents.map((document) => ({
      ...document,
      groups: document.groups.flatMap((group) => inPlace(group, held, nowMs)),
      remindedAtMs,
      remindedBy,
    })),
  );
}

/** Who holds the older edition has the new one in its place at once; it rings when it suits them. */
function inPlace(
  group: DeliveryGroup,
  held: ReadonlySet<string>,
  nowMs: number,
): readonly DeliveryGroup[] {
  if (group.atMs <= nowMs) return [group];
  const part = (isWanted: (memberId: string) => boolean): DeliveryGroup => ({
    ...group,
    subscribe: group.subscribe.filter(isWanted),
    inboxOnly: group.inboxOnly.filter(({ memberId }) => isWanted(memberId)),
  });
  const why = { code: 'new-edition', because: null, label: null } as const;
  return [
    { ...part((memberId) => held.has(memberId)), shown: { atMs: nowMs, why } },
    part((memberId) => !held.has(memberId)),
  ].filter(({ subscribe, inboxOnly }) => subscribe.length + inboxOnly.length > 0);
}
