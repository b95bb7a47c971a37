import type { LibraryDocument } from '../../../cloudfunctions/_store/content/library-document';
import {
  NEVER_MS,
  type DeliveryDocument,
} from '../../../cloudfunctions/_store/delivery/delivery-document';
import { isBound, type Member } from '../../../cloudfunctions/_store/people/member-document';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../domain/time/local-day';

const READ_DAYS = 365;

/**
 * The must-reads of the library, weeks old: everybody who has a phone here has acknowledged them by
 * now. Whoever has none was not reached.
 */
export function readingsOf(
  library: readonly LibraryDocument[],
  members: readonly Member[],
): DeliveryDocument[] {
  return library.flatMap(({ _id, branchId, current, message }) => {
    if (message === null || current === null) return [];
    const { title, number, changed, checkedBy, checkedAtMs } = current;
    const atMs = checkedAtMs ?? current.atMs;
    const readers = members.filter((member) => member.branchId === branchId);
    const memberIds = readers.map((member) => member._id);
    const { channel, urgency, importance, templateKey } = KIND_RULES['document-to-read'];
    const acks = readers.filter(isBound).map((member, at) => {
      const ackAtMs = atMs + MS_PER_DAY + at * MS_PER_MINUTE;
      return [member._id, { atMs: ackAtMs, toldBy: null }] as const;
    });
    const document: DeliveryDocument = {
      _id: `${message.messageId}_${message.major}_0`,
      messageId: message.messageId,
      chunk: 0,
      branchId,
      kind: 'document-to-read',
      channel,
      urgency,
      importance,
      templateKey,
      title,
      body: number,
      page: `packages/library/document/document?documentId=${_id}`,
      isMustRead: true,
      author: checkedBy ?? current.by,
      major: message.major,
      minor: 0,
      changed: message.major > 1 ? changed : null,
      about: null,
      reminds: null,
      createdAtMs: atMs,
      notBeforeAtMs: null,
      deadlineAtMs: atMs + READ_DAYS * MS_PER_DAY,
      memberIds,
      recipients: memberIds.length,
      groups: [
        {
          atMs,
          why: { code: 'free-now', because: null, label: null },
          isLeastBad: false,
          subscribe: [],
          inboxOnly: readers.map((member) => ({
            memberId: member._id,
            because: isBound(member) ? 'no-credit' : 'not-bound',
          })),
          state: 'done',
          leaseUntilMs: null,
          outcomes: Object.fromEntries(memberIds.map((id) => [id, 'inbox-only'])),
        },
      ],
      tooLate: [],
      acks: Object.fromEntries(acks),
      nextAtMs: NEVER_MS,
      lastAtMs: atMs,
      cancelledAtMs: null,
      isSuperseded: false,
      remindedAtMs: null,
      remindedBy: '',
      lastRequestId: message.messageId,
      version: 1,
      schemaVersion: 2,
    };
    return [document];
  });
}
