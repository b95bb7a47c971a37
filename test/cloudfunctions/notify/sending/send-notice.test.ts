import {
  cancelNotice,
  noticeLog,
  noticesOf,
  previewNotice,
  remindUnread,
  reviseNotice,
  sendNotice,
  tellInPerson,
} from '../../../../contract/notice/sending';
import { acknowledge } from '../../../../contract/notice/acknowledge';
import { inbox } from '../../../../contract/notice/inbox';
import { savePreferences } from '../../../../contract/notice/preferences';
import { aMember } from '../../../builders/documents';
import { plant, uproot } from '../../../builders/stored';
import {
  aNotice,
  hours,
  START_MS,
  startNoticeWorld,
  withCredits,
  type NoticeWorld,
} from '../../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

const INTEGRITY = { kind: 'must-read', channel: 'integrity' } as const;
const secretary = () => world.phone('secretary');
const titlesOf = async (memberId: string) =>
  (await world.phone(memberId).get(inbox, {})).items.map(({ title }) => title);

/** When a night worker of crew-4 is awake after the shift that ended at 08:00. */
const AWAKE_MS = START_MS + hours(7);

describe('sending', () => {
  test('shows who gets it now, who later and why, and whom only the inbox reaches; writes nothing', async () => {
    const preview = await secretary().get(previewNotice, { draft: aNotice() });
    expect(preview).toMatchObject({ total: 6, tooLate: 0, leastBad: 0 });
    expect(preview.inboxOnly).toMatchObject({ noCredit: 2, notBound: 1 });
    expect(preview.groups).toEqual([
      {
        atMs: START_MS,
        isNow: true,
        why: { code: 'free-now', because: null, label: null },
        // Una, who has no account, is told face to face.
        count: 4,
        crews: [],
      },
      {
        atMs: AWAKE_MS,
        isNow: false,
        why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
        count: 1,
        crews: [{ crewName: 'crew 4', count: 1 }],
      },
    ]);
    expect(world.deliveries()).toEqual([]);
  });

  test('puts it into each inbox when its time comes, without any job', async () => {
    await world.sent({ title: 'fire drill' });
    expect(await titlesOf('day')).toEqual(['fire drill']);
    expect(await titlesOf('night')).toEqual([]);
    expect(await titlesOf('foreigner')).toEqual([]);
    world.cloud.clock.jump(AWAKE_MS);
    const { items } = await world.phone('night').get(inbox, {});
    expect(items).toMatchObject([
      { atMs: AWAKE_MS, isNew: true, why: { code: 'after-sleep', because: 'after-night' } },
    ]);
  });

  test('twice with the same id is one notice', async () => {
    const input = { messageId: 'same', draft: aNotice() };
    const first = await secretary().get(sendNotice, input);
    const again = await secretary().get(sendNotice, input);
    expect(again).toEqual(first);
    expect(world.deliveries()).toHaveLength(1);
  });

  test('R-287: with other words than those that went out says so, and changes nothing', async () => {
    const messageId = await world.sent({ title: 'fire drill' });
    const before = world.deliveries();
    for (const other of [{ title: 'fire drill, moved' }, { deadlineAtMs: START_MS + hours(9) }]) {
      const draft = aNotice({ title: 'fire drill', ...other });
      const reply = await secretary().call(sendNotice, { messageId, draft });
      expect(reply).toMatchObject({ ok: false, code: 'written-before' });
    }
    expect(world.deliveries()).toEqual(before);
  });

  test('that was cut off between two documents goes on with the words that some have', async () => {
    const many = Array.from({ length: 200 }, (_, at) => aMember(`more-${at}`));
    await world.reset(many);
    const messageId = await world.sent({ title: 'fire drill' });
    const [, second] = world.deliveries();
    await uproot(world.cloud, 'deliveries', second!._id);
    const draft = aNotice({ title: 'fire drill, moved' });
    const reply = await secretary().call(sendNotice, { messageId, draft });
    expect(reply).toMatchObject({ ok: false, code: 'written-before' });
    expect(world.deliveries().map(({ title }) => title)).toEqual(['fire drill', 'fire drill']);
  });

  test('with an id that somebody else has used sends nothing', async () => {
    const messageId = await world.sent();
    const reply = await world.phone('leader').call(sendNotice, { messageId, draft: aNotice() });
    expect(reply).toMatchObject({ ok: false, code: 'not-found' });
    expect(world.deliveries()).toHaveLength(1);
  });

  test.each([
    ['a deadline that is over', { deadlineAtMs: START_MS }, 'deadline-past'],
    ['a start after the deadline', { sendAfterAtMs: START_MS + hours(30) }, 'deadline-past'],
    ['a kind that the system writes', { kind: 'study-published' as const }, 'kind-not-yours'],
    ['the integrity channel, for others', { channel: 'integrity' as const }, 'kind-not-yours'],
    [
      'somebody of another branch',
      { audience: { kind: 'people' as const, memberIds: ['foreigner'] } },
      'bad-audience',
    ],
  ])('refuses %s and writes nothing', async (_, draft, code) => {
    for (const action of [previewNotice, sendNotice]) {
      const input = { messageId: 'refused', draft: aNotice(draft) };
      const { messageId, ...preview } = input;
      const reply = await secretary().callWith(action, action === sendNotice ? input : preview);
      expect({ messageId, reply }).toMatchObject({ reply: { ok: false, code } });
    }
    expect(world.deliveries()).toEqual([]);
  });

  test('lets the discipline officer write to the integrity channel', async () => {
    const input = { messageId: 'honest', draft: aNotice(INTEGRITY) };
    await world.phone('inspector').get(sendNotice, input);
    const { items } = await world.phone('day').get(inbox, { channel: 'integrity' });
    expect(items).toHaveLength(1);
    expect((await world.phone('day').get(inbox, { channel: 'party' })).items).toEqual([]);
  });

  test.each([
    ['urgency', { urgency: 'urgent' }],
    ['urgency', { kind: 'safety', urgency: 'digest' }],
    ['isMustRead', { isMustRead: true }],
    ['isMustRead', { kind: 'must-read', isMustRead: false }],
    ['channel', { channel: 'safety' }],
    ['channel', { kind: 'safety', channel: 'party' }],
  ] as const)(
    'of a draft whose %s does not follow from its kind is refused: %j',
    async (field, draft) => {
      const leader = world.phone('leader');
      const refusal = { code: 'bad-input', detail: { path: `draft.${field}` } };
      const input = { draft: aNotice(draft) };
      expect(await leader.call(previewNotice, input)).toMatchObject(refusal);
      expect(await leader.call(sendNotice, { ...input, messageId: 'm' })).toMatchObject(refusal);
      expect(world.deliveries()).toEqual([]);
    },
  );

  test('to a branch of 100 is at most 12 requests on an instance that knows nothing', async () => {
    await world.reset(Array.from({ length: 94 }, (_, index) => withCredits(`crowd-${index}`)));
    await world.cloud.host.reload('notify');
    world.cloud.counts.reset();
    const { preview } = await secretary().get(sendNotice, { messageId: 'm', draft: aNotice() });
    expect(preview.total).toBe(100);
    expect(world.cloud.counts.total).toBeLessThanOrEqual(12);
  });

  test('to several documents of which one does not fit can be looked at all the same', async () => {
    await world.reset(Array.from({ length: 250 }, (_, index) => aMember(`crowd-${index}`)));
    const messageId = await world.sent();
    const odd = world
      .deliveries()
      .slice(0, 1)
      .map((first) => ({ ...first, kind: 'of a version to come' }));
    await plant(world.cloud, { deliveries: odd });
    const { counts } = await secretary().get(noticeLog, { messageId });
    expect(counts.recipients).toBe(56);
  });

  test('to more than 200 people is several documents and one notice', async () => {
    await world.reset(Array.from({ length: 250 }, (_, index) => aMember(`crowd-${index}`)));
    const messageId = await world.sent();
    expect(world.deliveries().map(({ memberIds }) => memberIds.length)).toEqual([200, 56]);
    const { notices } = await secretary().get(noticesOf, {});
    expect(notices).toMatchObject([{ messageId, recipients: 256 }]);
  });
});

describe('a change of preferences', () => {
  test('moves what is pending for that person alone', async () => {
    await world.sent();
    const afterNight = { delayMinutes: 0, lengthMinutes: 300 };
    const saved = await world.phone('night').get(savePreferences, {
      preferences: { night: null, afterNight, onDuty: null, digestMinute: null },
    });
    expect(saved.movedDeliveries).toBe(1);
    world.cloud.clock.jump(START_MS + hours(4.5));
    expect(await titlesOf('night')).toEqual(['title']);
    expect(world.deliveries().flatMap(({ groups }) => groups)).toHaveLength(2);
  });

  test('that changes nothing moves nothing', async () => {
    await world.sent();
    const none = { night: null, afterNight: null, onDuty: null, digestMinute: null };
    const same = await world.phone('night').get(savePreferences, { preferences: none });
    expect(same.movedDeliveries).toBe(0);
  });
});

describe('taking back and revising', () => {
  test('a cancelled notice leaves every inbox and is counted', async () => {
    const messageId = await world.sent();
    const counts = await secretary().get(cancelNotice, { messageId });
    expect(counts).toEqual({ notYetSent: 6, alreadySent: 0 });
    expect(await titlesOf('day')).toEqual([]);
    expect(await secretary().get(cancelNotice, { messageId })).toEqual(counts);
    expect(await secretary().get(noticeLog, { messageId })).toMatchObject({ isCancelled: true });
  });

  test('a minor revision changes the words in place, once however often it is asked', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    await world.phone('day').get(acknowledge, { messageId });
    const input = { messageId, title: 'new words', body: null, size: { kind: 'minor' as const } };
    const revision = { major: 1, minor: 1 };
    const once = await secretary().get(reviseNotice, input, { requestId: 'r' });
    const again = await secretary().get(reviseNotice, input, { requestId: 'r' });
    expect([once, again]).toEqual([{ revision }, { revision }]);
    const { items, toAcknowledge } = await world.phone('day').get(inbox, {});
    expect(items).toMatchObject([{ title: 'new words', body: null, changed: null }]);
    expect(toAcknowledge).toBe(0);
  });

  test('a major revision asks everybody again and says what changed', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    await world.phone('day').get(acknowledge, { messageId });
    const size = { kind: 'major' as const, changed: 'another room' };
    const input = { messageId, title: 'title', body: 'body', size };
    const once = await secretary().get(reviseNotice, input, { requestId: 'r' });
    const again = await secretary().get(reviseNotice, input, { requestId: 'r' });
    expect([once, again]).toEqual(Array(2).fill({ revision: { major: 2, minor: 0 } }));
    const { items, toAcknowledge } = await world.phone('day').get(inbox, {});
    expect(items).toMatchObject([{ changed: 'another room', acknowledgedAtMs: null }]);
    expect(items).toHaveLength(1);
    expect(toAcknowledge).toBe(1);
  });
});

describe('a must-read', () => {
  test('stays first until it is acknowledged, once', async () => {
    const messageId = await world.sent({ kind: 'must-read', title: 'rule' });
    world.cloud.clock.jump(START_MS + hours(1));
    await world.sent({ title: 'newer' });
    expect(await titlesOf('day')).toEqual(['rule', 'newer']);
    const { atMs } = await world.phone('day').get(acknowledge, { messageId });
    world.cloud.clock.jump(START_MS + hours(2));
    expect(await world.phone('day').get(acknowledge, { messageId })).toEqual({ atMs });
    expect(await titlesOf('day')).toEqual(['newer', 'rule']);
  });

  test('told in person counts as acknowledged, with the name of who told', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    const leader = world.phone('leader');
    await leader.get(tellInPerson, { messageId, memberIds: ['day', 'una'] });
    const { counts, open } = await leader.get(noticeLog, { messageId });
    expect(counts).toMatchObject({ toldInPerson: 2, acknowledged: 0 });
    expect(open.map(({ memberId }) => memberId)).toEqual(['inspector', 'leader', 'secretary']);
    expect(world.deliveries()[0]?.acks['day']?.toldBy).toEqual({
      memberId: 'leader',
      name: 'Name leader',
    });
    const stranger = { messageId, memberIds: ['foreigner'] };
    expect(await leader.call(tellInPerson, stranger)).toMatchObject({ code: 'not-a-recipient' });
  });

  test('has not reached who has no account bound', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    const unbound = await secretary().get(noticeLog, { messageId });
    expect(unbound.open.filter(({ state }) => state === 'not-reached')).toMatchObject([
      { memberId: 'una' },
    ]);
    await plant(world.cloud, { members: [aMember('una')] });
    const bound = await secretary().get(noticeLog, { messageId });
    expect(bound.open.every(({ state }) => state === 'not-acknowledged')).toBe(true);
  });

  test('reminds only those who have it and have not acknowledged, once in twelve hours', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    await world.phone('day').get(acknowledge, { messageId });
    const leader = world.phone('leader');
    const asked = await Promise.all([
      leader.call(remindUnread, { messageId }),
      secretary().call(remindUnread, { messageId }),
    ]);
    expect(asked.filter(({ ok }) => ok)).toMatchObject([{ output: { reminded: 4 } }]);
    const reminder = world.deliveries().find(({ reminds }) => reminds === messageId);
    expect([...(reminder?.memberIds ?? [])].sort()).toEqual([
      'inspector',
      'leader',
      'secretary',
      'una',
    ]);
    expect(await titlesOf('leader')).toEqual(['title']);
    world.cloud.clock.jump(START_MS + hours(12) - 1);
    expect(await leader.call(remindUnread, { messageId })).toMatchObject({
      code: 'reminded-lately',
    });
    world.cloud.clock.jump(START_MS + hours(12));
    expect(await leader.get(remindUnread, { messageId })).toEqual({ reminded: 5 });
  });

  test('a retry of the call that reminded is answered alike and reminds nobody twice', async () => {
    const messageId = await world.sent({ kind: 'must-read' });
    const leader = world.phone('leader');
    const once = await leader.get(remindUnread, { messageId }, { requestId: 'r' });
    expect(await leader.get(remindUnread, { messageId }, { requestId: 'r' })).toEqual(once);
    expect(world.deliveries()).toHaveLength(2);
  });
});
