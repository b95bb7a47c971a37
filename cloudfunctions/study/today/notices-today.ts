import { isToAcknowledge, unreadEntries } from '../../_deliver/inbox-entry';
import { deliveries } from '../../_store/delivery/deliveries';
import type { Asker } from './asker';

const MOST_UNREAD = 50;

export async function noticesToday({ member: { _id, inboxSeenAtMs }, nowMs }: Asker) {
  const unseen = await deliveries.unreadOf(_id, inboxSeenAtMs, MOST_UNREAD);
  return {
    unread: unreadEntries(unseen, _id, inboxSeenAtMs, nowMs).map((entry) => ({
      messageId: entry.document.messageId,
      atMs: entry.atMs,
      isToAcknowledge: isToAcknowledge(entry),
    })),
  };
}
