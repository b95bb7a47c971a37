import { instantOf, localDay, MS_PER_DAY, MS_PER_HOUR } from '../../../domain/time/local-day';
import { aMember, aRotation } from '../../builders/documents';
import { audit } from './audit';
import type { Edition, Fate, InboxLook, Send, SimulationLog } from './log';
import { scheduleOf } from './organisation';

const NOON_MS = instantOf(localDay('2025-03-05'), 12 * 60);
const schedule = scheduleOf(aMember('ann'), [aRotation()]);

const edition: Edition = {
  id: 'm-1_1',
  memberIds: ['ann', 'bob'],
  isUrgent: false,
  isReminder: false,
  acceptedAtMs: NOON_MS,
  era: 0,
  notBeforeAtMs: null,
  deadlineAtMs: NOON_MS + MS_PER_DAY,
  isOver: false,
};
const send: Send = {
  memberId: 'ann',
  account: 'phone-ann',
  templateId: 'notice',
  atMs: NOON_MS,
  isUrgent: false,
  told: ['m-1_1'],
  count: 1,
  schedule,
};
const look = (memberId: string, changes: Partial<InboxLook> = {}): InboxLook => ({
  memberId,
  atMs: NOON_MS + 2 * MS_PER_DAY,
  era: 0,
  isLast: true,
  shown: ['m-1_1'],
  ...changes,
});
const fate = (memberId: string, ...outcomes: readonly string[]): Fate => ({
  editionId: 'm-1_1',
  memberId,
  outcomes,
  tooLateAtMs: null,
});
/** One message to two people, one of whom was sent to: nothing is wrong with it. */
const right: SimulationLog = {
  editions: [edition],
  sends: [send],
  granted: new Map([['phone-ann notice', 4]]),
  inboxes: [look('ann'), look('bob')],
  fates: [fate('ann', 'sent'), fate('bob', 'no-credit')],
  plans: [],
  departed: new Set(),
  released: new Set(),
};
const auditWith = (changes: Partial<SimulationLog>) => audit({ ...right, ...changes });
const night = NOON_MS + 12 * MS_PER_HOUR;

test('a right log has nothing to complain of', () => {
  expect(audit(right)).toEqual([]);
});

test.each<[string, Partial<SimulationLog>, RegExp]>([
  ['a message sent twice', { sends: [send, send] }, /told twice: ann m-1_1/u],
  [
    'a send nobody recorded',
    { fates: [fate('ann', 'failed'), fate('bob', 'failed')] },
    /told of 1/u,
  ],
  ['a send in sleep', { sends: [{ ...send, atMs: night }] }, /woken: ann/u],
  [
    'a send at the deadline',
    { sends: [{ ...send, atMs: edition.deadlineAtMs }] },
    /after its dead/u,
  ],
  ['a send of nothing known', { sends: [{ ...send, told: ['m-9_1'] }] }, /after its deadline/u],
  ['more sends than were granted', { granted: new Map() }, /1 sent, 0 granted/u],
  ['a lost inbox entry', { inboxes: [look('ann'), look('bob', { shown: [] })] }, /bob: missing/u],
  ['an entry that is late', { inboxes: [look('ann', { isLast: false, shown: [] })] }, /missing/u],
  [
    'an entry that is there twice',
    { inboxes: [look('ann', { shown: ['m-1_1', 'm-1_1'] })] },
    /ann: twice/u,
  ],
  ['an entry for somebody else', { inboxes: [look('eve')] }, /eve: not for them/u],
  [
    'an entry that vanishes',
    {
      inboxes: [
        look('ann', { atMs: NOON_MS, isLast: false }),
        look('ann', { atMs: NOON_MS + 1, isLast: false, shown: [] }),
      ],
    },
    /ann: gone/u,
  ],
  [
    'an entry that is past its last day',
    { editions: [{ ...edition, standsUntilMs: NOON_MS }] },
    /ann: past its last day/u,
  ],
  [
    'an entry before its time',
    { editions: [{ ...edition, notBeforeAtMs: NOON_MS + 3 * MS_PER_DAY }] },
    /ann: early/u,
  ],
  ['an entry that was taken back', { editions: [{ ...edition, isOver: true }] }, /taken back/u],
  ['a person without an outcome', { fates: [fate('ann', 'sent')] }, /m-1_1 for bob: none/u],
  [
    'a person with two outcomes',
    { fates: [fate('ann', 'sent', 'unknown'), fate('bob', 'failed')] },
    /for ann: sent,unknown/u,
  ],
  [
    'what is called too late in time',
    { fates: [fate('ann', 'sent'), { ...fate('bob', 'too-late'), tooLateAtMs: NOON_MS }] },
    /called too late before its deadline: m-1_1 bob/u,
  ],
  [
    'four a day',
    {
      editions: ['m-1_1', 'm-2_1', 'm-3_1', 'm-4_1'].map((id) => ({ ...edition, id })),
      sends: ['m-1_1', 'm-2_1', 'm-3_1', 'm-4_1'].map((id) => ({ ...send, told: [id] })),
    },
    /too many a day: 4 to ann on 2025-03-05/u,
  ],
  [
    'a plan in sleep',
    {
      plans: [{ ...send, editionId: 'm-1_1', atMs: night, isLeastBad: false }],
    },
    /plan of m-1_1 for ann .* in sleep/u,
  ],
])('complains of %s', (_, changes, complaint) => {
  expect(auditWith(changes)).toContainEqual(expect.stringMatching(complaint));
});

test('lets an urgent send in sleep pass, and what is not owed any more', () => {
  const editions = [{ ...edition, isUrgent: true }];
  expect(auditWith({ editions, sends: [{ ...send, atMs: night, isUrgent: true }] })).toEqual([]);
  const inboxes = [look('ann'), look('bob', { shown: [] })];
  expect(auditWith({ inboxes, departed: new Set(['bob m-1_1']) })).toEqual([]);
  const released = new Set(['bob m-1_1']);
  expect(auditWith({ inboxes, released, fates: [fate('ann', 'sent')] })).toEqual([]);
  const past = [{ ...edition, standsUntilMs: NOON_MS }];
  const looks = [look('ann', { shown: [] }), look('bob', { shown: [] })];
  expect(auditWith({ editions: past, inboxes: looks })).toEqual([]);
});
