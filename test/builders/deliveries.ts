import type {
  DeliveryDocument,
  DeliveryGroup,
} from '../../cloudfunctions/_store/delivery/delivery-document';
import { MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Sent to everybody an hour before TEST_START_MS. */
export function aGroup(
  memberIds: readonly string[],
  group: Partial<DeliveryGroup> = {},
): DeliveryGroup {
  return {
    atMs: TEST_START_MS - MS_PER_HOUR,
    why: { code: 'free-now', because: null, label: null },
    isLeastBad: false,
    subscribe: [...memberIds],
    inboxOnly: [],
    state: 'done',
    leaseUntilMs: null,
    outcomes: Object.fromEntries(memberIds.map((memberId) => [memberId, 'sent' as const])),
    ...group,
  };
}

/** A must-read of branch `own` that has reached these people and holds for a day more. */
export function aDelivery(
  messageId: string,
  memberIds: readonly string[],
  delivery: Partial<DeliveryDocument> = {},
): DeliveryDocument {
  return {
    _id: `${messageId}_1_0`,
    messageId,
    chunk: 0,
    branchId: 'own',
    kind: 'must-read',
    channel: 'party',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    title: 'title',
    body: 'body',
    page: null,
    isMustRead: true,
    author: { memberId: 'secretary', name: 'Secretary' },
    major: 1,
    minor: 0,
    changed: null,
    about: null,
    reminds: null,
    createdAtMs: TEST_START_MS - MS_PER_HOUR,
    notBeforeAtMs: null,
    deadlineAtMs: TEST_START_MS + MS_PER_DAY,
    memberIds: [...memberIds],
    recipients: memberIds.length,
    groups: [aGroup(memberIds)],
    tooLate: [],
    acks: {},
    nextAtMs: 9_000_000_000_000_000,
    lastAtMs: TEST_START_MS - MS_PER_HOUR,
    cancelledAtMs: null,
    isSuperseded: false,
    remindedAtMs: null,
    remindedBy: '',
    lastRequestId: 'earlier',
    version: 0,
    schemaVersion: 2,
    ...delivery,
  };
}
