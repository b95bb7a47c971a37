import type { Changes } from '../_store/database';
import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument, DeliveryGroup } from '../_store/delivery/delivery-document';
import { untilNotOvertaken } from '../_store/retry';

/** How a document's groups are to be, and fields that go with them. */
export interface Rewriting {
  readonly groups: readonly DeliveryGroup[];
  readonly more: Changes;
}

/**
 * Writes a document's groups by what `decide` makes of it, begun with the one that was read; when
 * somebody wrote in between it is read and decided anew. `undefined`: nothing is to be written.
 * False when the message was taken back or is gone.
 */
export async function rewriteGroups(
  document: DeliveryDocument,
  decide: (now: DeliveryDocument) => Rewriting | undefined,
): Promise<boolean> {
  let now: DeliveryDocument | null = document;
  return untilNotOvertaken(`delivery ${document._id}`, async () => {
    if (now === null || now.cancelledAtMs !== null) return false;
    const wanted = decide(now);
    if (wanted === undefined) return true;
    if (await deliveries.writeGroups(now, wanted.groups, wanted.more)) return true;
    now = await deliveries.byId(document._id);
    return undefined;
  });
}
