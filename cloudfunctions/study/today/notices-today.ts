import { isToAcknowledge, unreadEntries } from '../../_deliver/inbox-entry';
import { readUnreadAndDebts } from '../../_store/branch/unread-and-debts';
import type { DeliveryDocument } from '../../_store/delivery/delivery-document';
import { isAskedOf } from '../../_store/delivery/unread-deliveries';
import type { Asker } from './asker';
import { askingOf } from './asking-of';
import { debtsToday } from './debts';
import { branchesElsewhere, titleOf, type BranchesElsewhere } from './elsewhere';
import { meetingsToAnswer } from './meetings-today';

const MOST_READ = 50;

export async function noticesToday(asker: Asker) {
  const { member, nowMs, readsLeniently } = asker;
  const { _id: memberId, branchId, inboxSeenAtMs } = member;
  const [{ found, debts }, meetings] = await Promise.all([
    readUnreadAndDebts(member, nowMs, MOST_READ),
    readsLeniently ? meetingsToAnswer(asker) : [],
  ]);
  const elsewhere = await branchesElsewhere(found, member, nowMs);
  return {
    unread: unreadEntries(found, { memberId, branchId }, inboxSeenAtMs, nowMs).map((entry) => ({
      messageId: entry.document.messageId,
      atMs: entry.atMs,
      isToAcknowledge: isToAcknowledge(entry, member),
    })),
    ...(readsLeniently && {
      toAnswer: [
        ...found
          .filter((each) => isAskedOf(each, member))
          .flatMap((each) => toAnswer(each, elsewhere, nowMs)),
        ...debtsToday(debts, nowMs),
        ...meetings,
      ],
    }),
  };
}

/** None or one. */
function toAnswer(document: DeliveryDocument, elsewhere: BranchesElsewhere, nowMs: number) {
  const { messageId, body } = document;
  const asking = askingOf(document, nowMs);
  if (asking === undefined) return [];
  const { page, untilAtMs, act, otherwise } = asking;
  const title = titleOf(document, elsewhere);
  return [{ messageId, title, body, page, untilAtMs, act, otherwise }];
}
