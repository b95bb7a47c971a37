import type { DeliveryDocument } from '../_store/delivery/delivery-document';
import { withoutPerson } from './move-person';
import { rewriteGroups } from './rewrite-groups';

/**
 * Takes people out of a message as if it had never been for them: out of what is planned and out of
 * their inboxes. What has been sent is sent. One request, more when somebody writes in between.
 */
export async function releasePeople(
  document: DeliveryDocument,
  memberIds: readonly string[],
): Promise<void> {
  await rewriteGroups(document, (now) => {
    const gone = now.memberIds.filter((memberId) => memberIds.includes(memberId));
    if (gone.length === 0) return undefined;
    const isLeft = (memberId: string) => !gone.includes(memberId);
    return {
      groups: gone.reduce<DeliveryDocument['groups']>(withoutPerson, now.groups),
      more: { memberIds: now.memberIds.filter(isLeft), tooLate: now.tooLate.filter(isLeft) },
    };
  });
}
