import { asksAnswer } from '../../../domain/notice/notice-kinds';
import { isToAcknowledge, unreadEntries } from '../../_deliver/inbox-entry';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { unreadOrAsking } from '../../_store/delivery/unread-deliveries';
import type { Asker } from './asker';
import { ASKING_TEXT } from './to-answer.text';

const MOST_READ = 50;

export async function noticesToday({ member, nowMs, readsLeniently }: Asker) {
  const { _id, inboxSeenAtMs } = member;
  const found = await unreadOrAsking(_id, inboxSeenAtMs, nowMs, MOST_READ);
  return {
    unread: unreadEntries(found, _id, inboxSeenAtMs, nowMs).map((entry) => ({
      messageId: entry.document.messageId,
      atMs: entry.atMs,
      isToAcknowledge: isToAcknowledge(entry),
    })),
    ...(readsLeniently && {
      toAnswer: found.flatMap((each) => toAnswer(each, nowMs)),
    }),
  };
}

/** None or one. */
function toAnswer(document: DeliveryDocument, nowMs: number) {
  const { messageId, kind, title, body, page, notBeforeAtMs, deadlineAtMs } = document;
  if (!asksAnswer(kind) || page === null || deadlineAtMs <= nowMs) return [];
  // Whoever is away until then is asked once they are back.
  if (notBeforeAtMs !== null && notBeforeAtMs > nowMs) return [];
  return [{ messageId, title, body, page, untilAtMs: deadlineAtMs, ...ASKING_TEXT[kind] }];
}
