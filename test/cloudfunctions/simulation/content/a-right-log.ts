import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aContest, anEntry } from '../../../builders/contests';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { aMember, aRotation } from '../../../builders/documents';
import { anIssue, anItem } from '../../../builders/items';
import type { Fate } from '../log';
import { BRANCHES, scheduleOf } from '../organisation';
import type { ContentLog } from './log';

export const NINE_MS = TEST_START_MS;
export const NOON_MS = NINE_MS + 3 * MS_PER_HOUR;
/** When everybody hears of it. */
export const EVENING_MS = NINE_MS + 8 * MS_PER_HOUR + 30 * MS_PER_MINUTE;
export const NEXT_DAY_MS = NINE_MS + MS_PER_DAY;
const DAY = '2025-03-05';

/** One in each branch, in b0 two more who have to read a document. */
const MEMBERS = [
  ...BRANCHES.map((branchId) => aMember(`of-${branchId}`, { branchId })),
  aMember('told', { branchId: 'b0' }),
  aMember('open', { branchId: 'b0' }),
];

export const TRAIL = (
  [
    ['begun', 'writer'],
    ['handed-in', 'writer'],
    ['passed-branch', 'secretary'],
    ['passed-committee', 'office'],
    ['planned', 'office'],
    ['published', null],
  ] as const
).map(([kind, memberId], at): ItemDocument['steps'][number] => {
  return { deedId: `deed-${at}`, kind, by: { memberId, name: '' }, atMs: NINE_MS, text: null };
});

export const ITEM = anItem('item', 'b0', {
  state: 'published',
  issueDay: DAY as never,
  steps: TRAIL,
});

const idsOf = (branchId: string) =>
  MEMBERS.filter((member) => member.branchId === branchId).map(({ _id }) => _id);

const ISSUES = BRANCHES.map((branchId) =>
  aDelivery(`issue-${branchId}`, idsOf(branchId), {
    branchId,
    kind: 'party-issue',
    urgency: 'digest',
    isMustRead: false,
    page: `packages/channel/issues/issues?channel=party&day=${DAY}`,
    createdAtMs: NOON_MS,
    deadlineAtMs: NOON_MS + 7 * MS_PER_DAY,
    groups: [aGroup(idsOf(branchId), { atMs: EVENING_MS })],
  }),
);

export const READING = aDelivery('reading', idsOf('b0'), {
  branchId: 'b0',
  kind: 'document-to-read',
  createdAtMs: NINE_MS,
  deadlineAtMs: NINE_MS + 365 * MS_PER_DAY,
  groups: [aGroup(idsOf('b0'), { atMs: NINE_MS })],
  acks: {
    'of-b0': { atMs: NOON_MS, toldBy: null },
    told: { atMs: NOON_MS, toldBy: { memberId: 'leader', name: 'Leader' } },
  },
});

const DELIVERIES = [...ISSUES, READING];
const SCHEDULE = scheduleOf(aMember('anybody'), [aRotation()]);

const NOTICES: ContentLog['notices'] = {
  editions: DELIVERIES.map(({ messageId, memberIds, createdAtMs, deadlineAtMs }) => ({
    id: `${messageId}_1`,
    memberIds,
    isUrgent: false,
    isReminder: false,
    acceptedAtMs: createdAtMs,
    era: 0,
    notBeforeAtMs: null,
    deadlineAtMs,
    isOver: false,
  })),
  sends: DELIVERIES.flatMap(({ messageId, memberIds, groups }) =>
    memberIds.map((memberId) => ({
      memberId,
      account: memberId,
      templateId: 'notice',
      atMs: groups[0]?.atMs ?? 0,
      isUrgent: false,
      told: [`${messageId}_1`],
      count: 1,
      schedule: SCHEDULE,
    })),
  ),
  granted: new Map(MEMBERS.map(({ _id }) => [`${_id} notice`, 4])),
  inboxes: MEMBERS.map(({ _id: memberId }) => ({
    memberId,
    atMs: NEXT_DAY_MS,
    era: 0,
    isLast: true,
    shown: DELIVERIES.filter(({ memberIds }) => memberIds.includes(memberId)).map(
      ({ messageId }) => `${messageId}_1`,
    ),
  })),
  fates: DELIVERIES.flatMap(({ messageId, memberIds }) =>
    memberIds.map((memberId): Fate => {
      return { editionId: `${messageId}_1`, memberId, outcomes: ['sent'], tooLateAtMs: null };
    }),
  ),
  plans: [],
  departed: new Set(),
  released: new Set(),
};

/** An issue of one item that came out at noon, a document to be read, a contest: nothing is wrong with it. */
export const RIGHT: ContentLog = {
  notices: NOTICES,
  runs: [
    { seq: 2, atMs: NOON_MS, isDone: true, broughtOut: ['item'], needless: null },
    { seq: 4, atMs: NOON_MS + MS_PER_HOUR, isDone: true, broughtOut: [], needless: 0 },
  ],
  drafted: [{ itemId: 'item', channel: 'party', writerId: 'writer' }],
  plannings: [
    {
      seq: 1,
      atMs: NINE_MS,
      channel: 'party',
      day: DAY,
      itemIds: ['item'],
      publishAtMs: NOON_MS,
    },
  ],
  withdrawals: [],
  tellings: ISSUES.map(({ _id: deliveryId, memberIds }) => ({ deliveryId, memberIds })),
  looks: [
    {
      seq: 3,
      atMs: NOON_MS,
      channel: 'party',
      fromDay: DAY,
      shown: [{ itemId: 'item', isWithdrawn: false }],
    },
  ],
  editions: [
    {
      seq: 1,
      atMs: NINE_MS,
      documentId: 'document',
      messageId: 'reading',
      major: 1,
      memberIds: idsOf('b0'),
    },
  ],
  acks: [
    { seq: 2, atMs: NOON_MS, messageId: 'reading', major: 1, memberId: 'of-b0', toldById: null },
    { seq: 3, atMs: NOON_MS, messageId: 'reading', major: 1, memberId: 'told', toldById: 'leader' },
  ],
  listings: [
    {
      seq: 5,
      atMs: NEXT_DAY_MS,
      branchId: 'b0',
      unread: new Map([['reading', ['open']]]),
      reasons: [{ memberId: 'open', why: 'not-acknowledged', count: 1 }],
      deliveries: [READING],
      members: MEMBERS.filter(({ branchId }) => branchId === 'b0'),
    },
  ],
  answers: [
    {
      seq: 1,
      atMs: NINE_MS,
      contestId: 'contest',
      memberId: 'of-b0',
      chosen: { q1: 'right' },
      isHandedIn: true,
      outcome: 'kept',
    },
  ],
  stored: {
    items: [ITEM],
    issues: [anIssue(DAY, NOON_MS)],
    deliveries: DELIVERIES,
    members: MEMBERS,
    rotations: [aRotation()],
    contests: [aContest('contest', 'b0')],
    entries: [anEntry('contest', 'of-b0')],
  },
};
