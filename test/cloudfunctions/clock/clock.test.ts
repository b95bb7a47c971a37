import { cancelNotice, noticeLog, remindUnread } from '../../../contract/notice/sending';
import { acknowledge } from '../../../contract/notice/acknowledge';
import { inbox } from '../../../contract/notice/inbox';
import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import { addChange } from '../../../contract/roster/roster';
import { addDays, dayOfInstant } from '../../../domain/time/local-day';
import { accountOf, aMember } from '../../builders/documents';
import { aDelivery, aGroup } from '../../builders/deliveries';
import { plant, stored } from '../../builders/stored';
import {
  hours,
  NOTICE_TEMPLATE,
  START_MS,
  startNoticeWorld,
  withCredits,
  type NoticeWorld,
} from '../../worlds/notice-world';

const MINUTE_MS = 60_000;
const AWAKE_MS = START_MS + hours(7);

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify', 'clock', 'member']);
});
beforeEach(async () => {
  await world.reset();
  for (const memberId of ['day', 'night', 'leader']) world.credits(memberId, 3);
});
afterAll(() => world.cloud.stop());

const timer = { openId: '', source: 'wx_trigger' };
const tick = () => world.cloud.host.invoke('clock', '{}', timer);
const at = (ms: number) => world.cloud.clock.jump(ms);
const messages = () => world.cloud.wechat.messages;
const sentTo = () =>
  messages()
    .outbox.map(({ openId }) => openId.replace('phone-', ''))
    .sort();
const toDay = { audience: { kind: 'people' as const, memberIds: ['day'] } };
const outcomes = () =>
  Object.assign(
    {},
    ...world.deliveries().flatMap(({ groups }) => groups.map((group) => group.outcomes)),
  ) as Record<string, string>;
const creditsOf = (memberId: string) => stored(world.cloud, 'members', memberId).credits['notice'];

describe('a notice that is due', () => {
  test('goes out now to who is awake, and to the night worker at the end of the sleep', async () => {
    const messageId = await world.sent({ title: 'fire drill' });
    await tick();
    expect(sentTo()).toEqual(['day', 'leader']);
    at(AWAKE_MS - MINUTE_MS);
    await tick();
    expect(sentTo()).toEqual(['day', 'leader']);
    at(AWAKE_MS);
    await tick();
    expect(sentTo()).toEqual(['day', 'leader', 'night']);
    expect(outcomes()).toEqual({
      day: 'sent',
      leader: 'sent',
      night: 'sent',
      secretary: 'no-credit',
      inspector: 'no-credit',
      una: 'inbox-only',
    });
    expect(creditsOf('day')).toBe(2);
    const { counts, open } = await world.phone('leader').get(noticeLog, { messageId });
    expect(counts).toMatchObject({ recipients: 6, sent: 3, inboxOnly: 2, failed: 1, waiting: 0 });
    expect(open.map(({ memberId }) => memberId).sort()).toEqual(['inspector', 'secretary', 'una']);
  });

  test('goes out although a hundred documents that do not fit stand before it', async () => {
    const unfit = Array.from({ length: 100 }, (_, index) => ({
      ...aDelivery(`unfit-${String(index)}`, ['day'], { nextAtMs: index }),
      kind: 'of a version to come',
    }));
    await plant(world.cloud, { deliveries: unfit });
    await world.sent(toDay);
    await tick();
    expect(sentTo()).toEqual(['day']);
    expect(world.cloud.lines.join('\n')).toContain('"id":"unfit-99_1_0"');
    const { items } = await world.phone('day').get(inbox, {});
    expect(items).toHaveLength(1);
  });

  test('goes out, and people can enter leave, although a delivery has a reason of a version to come', async () => {
    const [group] = aDelivery('odd', ['day']).groups;
    const why = { code: 'after-sleep', because: 'after-training', label: null };
    const odd = {
      ...aDelivery('odd', ['day'], { nextAtMs: START_MS }),
      groups: [{ ...group, state: 'pending', why }],
    };
    await plant(world.cloud, { deliveries: [odd] });
    await world.sent(toDay);
    await tick();
    expect(sentTo()).toEqual(['day']);
    expect(world.cloud.lines.join('\n')).toContain('"id":"odd_1_0"');
    expect(world.cloud.lines.join('\n')).not.toContain('after-training');
    const day = addDays(dayOfInstant(START_MS), 1);
    const leave = {
      kind: 'leave',
      fromDay: day,
      toDay: addDays(day, 1),
      leaveKind: 'sick',
    } as const;
    await world.phone('day').get(addChange, { overrideId: 'l1', change: leave });
  });

  test('says what and when in the fields of its template', async () => {
    await world.sent({ ...toDay, title: `fire ${'🔥'.repeat(17)}`, body: 'line one\nline two' });
    await tick();
    expect(messages().outbox).toMatchObject([
      {
        openId: 'phone-day',
        page: 'pages/inbox/inbox',
        state: 'formal',
        data: {
          thing1: `fire ${'🔥'.repeat(14)}…`,
          time2: '2025年03月05日 09:00',
          thing3: 'line one line two',
        },
      },
    ]);
  });

  test('is done by nobody but the timer', async () => {
    const asPhone = world.cloud.call('clock', {}, { openId: accountOf('secretary') });
    await expect(asPhone).rejects.toMatchObject({ errCode: expect.any(Number) });
    const other = { openId: '', source: 'wx_client,scf' };
    await expect(world.cloud.host.invoke('clock', '{}', other)).rejects.toThrow();
  });

  test('goes out once when two runs meet and when runs follow each other', async () => {
    await world.sent();
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(sentTo()).toEqual(['day', 'leader']);
    expect(outcomes()).toMatchObject({ day: 'sent', leader: 'sent' });
  });

  test('costs two requests a document besides the sends and what the run reads once', async () => {
    await world.reset(Array.from({ length: 94 }, (_, index) => withCredits(`crowd-${index}`)));
    for (let index = 0; index < 94; index += 1) world.credits(`crowd-${index}`, 1);
    await world.sent();
    await tick();
    await world.sent();
    at(START_MS + MINUTE_MS);
    world.cloud.counts.reset();
    await tick();
    const { byAction } = world.cloud.counts;
    // Two of them take and end the turn to send.
    expect(byAction['database.modifyDocument']).toBeLessThanOrEqual(6);
    // Three of them look for swaps that nobody has answered, registers that became final and hazards that ring.
    expect(byAction['database.getDocument']).toBeLessThanOrEqual(8);
  });

  test('of several that can wait, one person gets one message that names them all', async () => {
    await world.sent({ ...toDay, title: 'first' });
    await world.sent({ ...toDay, title: 'second', urgency: 'digest', deadlineAtMs: START_MS + 1 });
    await world.sent({ ...toDay, kind: 'safety', title: 'gas leak' });
    await tick();
    expect(messages().outbox.map(({ data }) => data['thing1'])).toEqual(['gas leak', 'first等2条']);
    expect(creditsOf('day')).toBe(1);
    expect((await world.phone('day').get(inbox, {})).items).toHaveLength(3);
  });
});

describe('what changed between planning and sending', () => {
  const sentOnceChanged = async (change: Partial<Member>) => {
    await world.sent(toDay);
    const member = stored(world.cloud, 'members', 'day');
    await plant(world.cloud, { members: [{ ...member, ...change }] });
    await tick();
    return { outbox: sentTo(), outcome: outcomes()['day'] };
  };

  test('who left the branch or moved to another gets nothing', async () => {
    const left = { leftDay: '2025-03-01' as Member['joinedDay'] };
    expect(await sentOnceChanged(left)).toEqual({ outbox: [], outcome: 'not-concerned' });
    await world.reset();
    const moved = { branchId: 'other' };
    expect(await sentOnceChanged(moved)).toEqual({ outbox: [], outcome: 'not-concerned' });
  });

  test.each(['suggestion-owed', 'hazard-urgent', 'poll-reminder'] as const)(
    'what is theirs rings also in another branch, unless they have left: %s',
    async (kind) => {
      const pending = { state: 'pending', outcomes: {}, atMs: START_MS } as const;
      const due = { kind, nextAtMs: START_MS, groups: [aGroup(['day', 'leader'], pending)] };
      const abroad = (memberId: string, change: Partial<Member> = {}) => {
        return { ...stored(world.cloud, 'members', memberId), branchId: 'other', ...change };
      };
      const left = { leftDay: '2025-03-01' as Member['joinedDay'] };
      await plant(world.cloud, {
        deliveries: [aDelivery('theirs', ['day', 'leader'], due)],
        members: [abroad('day'), abroad('leader', left)],
      });
      await tick();
      expect(outcomes()).toEqual({ day: 'sent', leader: 'not-concerned' });
      expect(sentTo()).toEqual(['day']);
    },
  );

  test('who unbound has it in the inbox only', async () => {
    const unbound = { account: 'none:day' };
    expect(await sentOnceChanged(unbound)).toEqual({ outbox: [], outcome: 'inbox-only' });
  });

  test('who sleeps after all is planned again and not woken', async () => {
    const sleeping = { sleepPreference: { night: { startMinute: 480, lengthMinutes: 240 } } };
    const result = await sentOnceChanged(sleeping);
    expect(result).toEqual({ outbox: [], outcome: undefined });
    at(START_MS + hours(3));
    await tick();
    expect(sentTo()).toEqual(['day']);
  });

  test('a cancelled notice goes to nobody any more', async () => {
    const messageId = await world.sent();
    await world.phone('secretary').get(cancelNotice, { messageId });
    await tick();
    expect(sentTo()).toEqual([]);
  });

  test('who acknowledged meanwhile is not reminded', async () => {
    const messageId = await world.sent({ ...toDay, kind: 'must-read' });
    await tick();
    await world.phone('leader').get(remindUnread, { messageId });
    await world.phone('day').get(acknowledge, { messageId });
    at(START_MS + MINUTE_MS);
    await tick();
    expect(sentTo()).toEqual(['day']);
  });
});

describe('after an outage', () => {
  test('what is past its deadline is not sent, and the rest is one message', async () => {
    await world.sent({ ...toDay, title: 'over', deadlineAtMs: START_MS + hours(1) });
    for (const title of ['a', 'b', 'c', 'd', 'e']) await world.sent({ ...toDay, title });
    at(START_MS + hours(3));
    await tick();
    expect(messages().outbox).toHaveLength(1);
    const results = world.deliveries().map(({ groups }) => groups[0]?.outcomes['day']);
    expect(results.filter((outcome) => outcome === 'too-late')).toHaveLength(1);
    // Of six on one day three are planned for it, the others for the days after.
    expect((await world.phone('day').get(inbox, {})).items).toHaveLength(3);
  });

  test('of days, nobody is woken by what was due at noon', async () => {
    await world.sent({ ...toDay, deadlineAtMs: START_MS + hours(72) });
    at(START_MS + hours(14));
    await tick();
    expect(sentTo()).toEqual([]);
    at(START_MS + hours(22));
    await tick();
    expect(sentTo()).toEqual(['day']);
  });

  test('a clock that was set back by days sends nothing again', async () => {
    await world.sent(toDay);
    await tick();
    at(START_MS - hours(72));
    await tick();
    at(START_MS + MINUTE_MS);
    await tick();
    expect(sentTo()).toEqual(['day']);
  });
});

describe('what WeChat answers', () => {
  test.each([
    [43101, 'no-credit', 0],
    [40003, 'failed', 3],
    [40037, 'failed', 3],
    [43107, 'failed', 3],
    [45168, 'failed', 3],
    [47003, 'failed', 3],
  ])('%i ends as %s and is not tried again', async (errcode, outcome, credits) => {
    await world.sent(toDay);
    messages().nextSend({ kind: 'error', errcode });
    await tick();
    at(START_MS + hours(1));
    await tick();
    expect(outcomes()['day']).toBe(outcome);
    expect(sentTo()).toEqual([]);
    expect(creditsOf('day')).toBe(credits);
  });

  test('43108 is tried again until it is free, twice at most', async () => {
    await world.sent(toDay);
    messages().nextSend({ kind: 'error', errcode: 43108 });
    messages().nextSend({ kind: 'error', errcode: 43108 });
    await tick();
    expect(sentTo()).toEqual(['day']);
  });

  test.each([true, false])(
    'an answer that is lost is unknown and not repeated, delivered: %s',
    async (delivered) => {
      await world.sent(toDay);
      messages().nextSend({ kind: 'lost', delivered });
      await tick();
      at(START_MS + hours(1));
      await tick();
      expect(outcomes()['day']).toBe('unknown');
      expect(messages().outbox).toHaveLength(delivered ? 1 : 0);
    },
  );

  test('a slow send holds up nobody else', async () => {
    await world.sent();
    const gate = messages().holdNextSend();
    const running = tick();
    await gate.reached;
    at(START_MS + MINUTE_MS);
    await world.sent({ title: 'meanwhile' });
    gate.open();
    await running;
    await tick();
    expect(sentTo()).toEqual(['day', 'day', 'leader', 'leader']);
  });
});

describe('a run that was killed between sending and recording', () => {
  const killed = aDelivery('killed', ['day', 'leader'], {
    isMustRead: false,
    groups: [
      aGroup(['day', 'leader'], {
        state: 'sending',
        leaseUntilMs: START_MS + 3 * MINUTE_MS,
        outcomes: { leader: 'sent' },
      }),
    ],
    nextAtMs: START_MS + 3 * MINUTE_MS,
  });

  test('leaves those without an outcome unknown: nobody is told twice, everybody has the inbox', async () => {
    await plant(world.cloud, { deliveries: [killed] });
    await tick();
    expect(outcomes()).toEqual({ leader: 'sent' });
    at(START_MS + 3 * MINUTE_MS);
    await tick();
    expect(outcomes()).toEqual({ leader: 'sent', day: 'unknown' });
    expect(sentTo()).toEqual([]);
    expect((await world.phone('day').get(inbox, {})).items).toHaveLength(1);
  });

  test('that was slow rather than dead still says what happened', async () => {
    await world.sent(toDay);
    const gate = messages().holdNextSend();
    const running = tick();
    await gate.reached;
    at(START_MS + 4 * MINUTE_MS);
    await tick();
    expect(outcomes()['day']).toBe('unknown');
    gate.open();
    await running;
    expect(outcomes()['day']).toBe('sent');
    expect(sentTo()).toEqual(['day']);
  });
});

test('people that no document knows any more stop nothing', async () => {
  const ghost = aDelivery('ghost', ['nobody', 'day'], {
    groups: [aGroup(['nobody', 'day'], { state: 'pending', outcomes: {} })],
    nextAtMs: START_MS - hours(1),
  });
  await plant(world.cloud, { deliveries: [ghost], members: [aMember('unrelated')] });
  await tick();
  expect(outcomes()).toEqual({ nobody: 'not-concerned', day: 'sent' });
  expect(messages().outbox[0]?.templateId).toBe(NOTICE_TEMPLATE);
});
