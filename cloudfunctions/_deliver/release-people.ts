import { deliveries } from '../_store/delivery/deliveries';
import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { withoutPerson } from './move-person';

const MOST_TRIES = 4;

/**
 * Takes people out of a message as if it had never been for them: out of what is planned and out of
 * their inboxes. What has been sent is sent. One request, more when somebody writes in between.
 */
export async function releasePeople(
  document: DeliveryDocument,
  memberIds: readonly string[],
): Promise<void> {
  let now: DeliveryDocument | null = document;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (now === null || now.cancelledAtMs !== null) return;
    const gone = now.memberIds.filter((memberId) => memberIds.includes(memberId));
    if (gone.length === 0) return;
    const groups = gone.reduce<typeof now.groups>(withoutPerson, now.groups);
    const isLeft = (memberId: string) => !gone.includes(memberId);
    const left = {
      memberIds: now.memberIds.filter(isLeft),
      tooLate: now.tooLate.filter(isLeft),
    };
    if (await deliveries.writeGroups(now, groups, left)) return;
    now = await deliveries.byId(document._id);
  }
  throw new Error(`delivery ${document._id} changed under every one of ${MOST_TRIES} tries`);
}
