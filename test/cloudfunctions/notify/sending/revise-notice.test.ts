import {
  cancelNotice,
  noticeLog,
  previewRevision,
  remindUnread,
  reviseNotice,
  sendNotice,
} from '../../../../contract/notice/sending';
import type { InputOf } from '../../../../contract/action';
import { acknowledge } from '../../../../contract/notice/acknowledge';
import { inbox } from '../../../../contract/notice/inbox';
import {
  aNotice,
  hours,
  START_MS,
  startNoticeWorld,
  type NoticeWorld,
} from '../../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

const MUST_READ = { kind: 'must-read' } as const;
const WORDS = { title: 'better', body: null } as const;
const secretary = () => world.phone('secretary');
const major = (messageId: string) =>
  secretary().get(reviseNotice, { messageId, ...WORDS, size: { kind: 'major', changed: 'hour' } });
const remindersOf = (messageId: string) =>
  world.deliveries().filter(({ reminds }) => reminds === messageId);

test('a minor change reaches the words of a reminder that waits, too', async () => {
  const messageId = await world.sent(MUST_READ);
  await secretary().get(remindUnread, { messageId });
  await secretary().get(reviseNotice, { messageId, ...WORDS, size: { kind: 'minor' } });
  expect(remindersOf(messageId)).toMatchObject([{ title: 'better', body: null }]);
});

test('a new edition takes the place of reminders of the older one, and opens no second reminder', async () => {
  const messageId = await world.sent({
    ...MUST_READ,
    deadlineAtMs: world.cloud.clock.nowMs() + hours(48),
  });
  await secretary().get(remindUnread, { messageId });
  await major(messageId);
  expect(remindersOf(messageId)).toMatchObject([{ isSuperseded: true }]);
  expect(await secretary().call(remindUnread, { messageId })).toMatchObject({
    code: 'reminded-lately',
  });
});

test('a new edition asks those again who had acknowledged, and the log says what changed', async () => {
  const messageId = await world.sent(MUST_READ);
  const day = world.phone('day');
  await day.get(acknowledge, { messageId });
  expect((await day.get(inbox, {})).items).toMatchObject([{ title: aNotice().title }]);
  await major(messageId);
  expect((await day.get(inbox, {})).items).toMatchObject([
    { title: 'better', changed: 'hour', acknowledgedAtMs: null },
  ]);
  expect(await secretary().get(noticeLog, { messageId })).toMatchObject({
    changed: 'hour',
    revision: { major: 2, minor: 0 },
    counts: { acknowledged: 0 },
  });
});

test('a new edition stands at once where the older one stood, and rings when it suits', async () => {
  const messageId = await world.sent({ deadlineAtMs: START_MS + hours(48) });
  world.cloud.clock.jump(START_MS + hours(14));
  await major(messageId);
  expect((await world.phone('day').get(inbox, {})).items).toMatchObject([
    { title: 'better', why: { code: 'new-edition' }, atMs: START_MS + hours(14), isNew: true },
  ]);
  const plan = world.deliveries().find((edition) => edition.major === 2);
  const ring = plan?.groups.find(({ subscribe }) => subscribe.includes('day'));
  expect(ring).toMatchObject({ atMs: START_MS + hours(21.5), state: 'pending' });
  const { waiting } = await secretary().get(noticeLog, { messageId });
  const instants = waiting.map(({ atMs, why }) => `${atMs} ${JSON.stringify(why)}`);
  expect(new Set(instants).size).toBe(instants.length);
});

test('a new edition comes in its own time to who had not got the older one', async () => {
  const messageId = await world.sent();
  await major(messageId);
  expect((await world.phone('night').get(inbox, {})).items).toEqual([]);
  world.cloud.clock.jump(START_MS + hours(7));
  expect((await world.phone('night').get(inbox, {})).items).toMatchObject([
    { title: 'better', why: { code: 'after-sleep' } },
  ]);
});

test('an edition that is not the newest is not acknowledged: nobody has seen what is', async () => {
  const messageId = await world.sent(MUST_READ);
  await major(messageId);
  const day = world.phone('day');
  expect(await day.call(acknowledge, { messageId, edition: 1 })).toMatchObject({
    code: 'newer-edition',
  });
  await day.get(acknowledge, { messageId, edition: 2 });
});

describe('of the integrity channel', () => {
  const honest = async () => {
    const draft = aNotice({ ...MUST_READ, channel: 'integrity' });
    await world.phone('inspector').get(sendNotice, { messageId: 'honest', draft });
    return { messageId: 'honest' };
  };

  test('other officers revise, cancel and remind nothing', async () => {
    const message = await honest();
    const before = world.deliveries();
    const refusal = { code: 'channel-not-yours' };
    for (const kind of ['minor', 'major'] as const) {
      const size = kind === 'minor' ? ({ kind } as const) : ({ kind, changed: 'hour' } as const);
      const input = { ...message, ...WORDS, size };
      expect(await secretary().call(reviseNotice, input)).toMatchObject(refusal);
    }
    expect(await secretary().call(cancelNotice, message)).toMatchObject(refusal);
    expect(await world.phone('leader').call(remindUnread, message)).toMatchObject(refusal);
    expect(world.deliveries()).toEqual(before);
  });

  test('its own editors do', async () => {
    const message = await honest();
    const inspector = world.phone('inspector');
    await inspector.get(remindUnread, message);
    await inspector.get(reviseNotice, { ...message, ...WORDS, size: { kind: 'minor' } });
    await inspector.get(cancelNotice, message);
  });
});

test.each(['minor', 'major'] as const)(
  'a %s revision goes under the name of who revised it; the author may repeat the sending',
  async (kind) => {
    const draft = aNotice(MUST_READ);
    const sending = { messageId: 'm', draft };
    await world.phone('inspector').get(sendNotice, sending);
    const size = kind === 'minor' ? ({ kind } as const) : ({ kind, changed: 'hour' } as const);
    await secretary().get(reviseNotice, { messageId: 'm', ...WORDS, size });
    const { items } = await world.phone('day').get(inbox, {});
    expect(items).toMatchObject([{ title: 'better', authorName: 'Name secretary' }]);
    await world.phone('inspector').get(sendNotice, sending);
    expect((await world.phone('day').get(inbox, {})).items).toEqual(items);
  },
);

describe('two officers who revise one notice', () => {
  const first = { major: 1, minor: 0 };
  const minor = (from?: typeof first) => ({
    messageId: 'm',
    ...WORDS,
    ...(from && { from }),
    size: { kind: 'minor' } as const,
  });
  const majorFrom = (from?: typeof first) => ({
    ...minor(from),
    size: { kind: 'major', changed: 'day' } as const,
  });
  const sent = () =>
    secretary().get(sendNotice, {
      messageId: 'm',
      draft: aNotice({ ...MUST_READ, deadlineAtMs: world.cloud.clock.nowMs() + hours(48) }),
    });

  test.each([
    ['minor', 'minor', minor(first), minor(first)],
    ['major', 'minor', majorFrom(first), minor(first)],
    ['minor', 'major', minor(first), majorFrom(first)],
    ['major', 'major', majorFrom(first), majorFrom(first)],
  ])(
    'a %s change, then a %s one of the words before it: the second is told',
    async (_a, _b, one, other) => {
      await sent();
      await secretary().get(reviseNotice, { ...one, title: 'first' });
      const before = world.deliveries();
      const late = await world.phone('inspector').call(reviseNotice, { ...other, title: 'second' });
      expect(late).toMatchObject({ code: 'changed-meanwhile' });
      expect(world.deliveries()).toEqual(before);
    },
  );

  test.each([
    ['minor', minor()],
    ['major', majorFrom()],
  ])(
    'of two %s changes at the same instant one is told, also from older phones',
    async (_, input) => {
      await sent();
      const replies = await Promise.all(
        ['secretary', 'inspector'].map((memberId) =>
          world.phone(memberId).call(reviseNotice, { ...input, title: `by ${memberId}` }),
        ),
      );
      const told = replies.filter(({ ok }) => !ok);
      const [stands] = (await world.phone('day').get(inbox, {})).items;
      if (told.length === 0) {
        // One came after the other after all, and began from its words.
        expect(world.deliveries().some(({ major, minor: n }) => major + n === 3)).toBe(true);
      } else {
        expect(told).toMatchObject([{ code: 'changed-meanwhile' }]);
        const winner = replies[0]?.ok === true ? 'secretary' : 'inspector';
        expect(stands).toMatchObject({ title: `by ${winner}` });
      }
    },
  );

  test('whoever repeats a change whose answer was lost is answered alike', async () => {
    await sent();
    for (const input of [minor(first), majorFrom({ major: 1, minor: 1 })]) {
      const call = () => secretary().call(reviseNotice, input, { requestId: input.size.kind });
      const answered = await call();
      expect(answered).toMatchObject({ ok: true });
      expect(await call()).toEqual(answered);
      const once = { requestId: input.size.kind };
      const other = secretary().call(reviseNotice, { ...input, body: 'in other words' }, once);
      expect(await other).toMatchObject({ code: 'changed-meanwhile' });
    }
  });
});

test('a group leader revises and cancels what they have sent, and nothing of others', async () => {
  const leader = world.phone('leader');
  const minor = { ...WORDS, size: { kind: 'minor' } } as const;
  await world.sent(MUST_READ);
  const [{ messageId } = { messageId: '' }] = world.deliveries();
  const before = world.deliveries();
  expect(await leader.call(reviseNotice, { messageId, ...minor })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await leader.call(cancelNotice, { messageId })).toMatchObject({ code: 'not-allowed' });
  expect(world.deliveries()).toEqual(before);
  await leader.get(sendNotice, { messageId: 'own', draft: aNotice() });
  await leader.get(reviseNotice, { messageId: 'own', ...minor });
  await leader.get(cancelNotice, { messageId: 'own' });
});

test('a new edition has the place of the older one in a day that is full', async () => {
  const toDay = { ...MUST_READ, audience: { kind: 'people' as const, memberIds: ['day'] } };
  const deadlineAtMs = START_MS + hours(72);
  for (const title of ['one', 'two']) await world.sent({ ...toDay, title, deadlineAtMs });
  await major(await world.sent({ ...toDay, deadlineAtMs }));
  const newest = world.deliveries().find((each) => each.major === 2);
  expect(newest?.groups.map(({ atMs }) => atMs)).toEqual([START_MS]);
});

test('whoever is about to ask again sees who gets it when, as it then comes, and nothing is written', async () => {
  const messageId = await world.sent(MUST_READ);
  world.cloud.clock.jump(START_MS + hours(1));
  const before = world.deliveries();
  const preview = await secretary().get(previewRevision, { messageId });
  expect(world.deliveries()).toEqual(before);
  await major(messageId);
  const planned = world
    .deliveries()
    .filter((each) => each.major === 2)
    .flatMap(({ groups }) => groups)
    .flatMap(({ atMs, subscribe, inboxOnly }) => [
      ...subscribe.map(() => atMs),
      ...inboxOnly.filter(({ because }) => because !== 'not-bound').map(() => atMs),
    ]);
  const shown = preview.groups.flatMap(({ atMs, count }) => Array<number>(count).fill(atMs));
  expect(shown.sort()).toEqual(planned.sort());
  expect(preview.total).toBe(planned.length + preview.inboxOnly.notBound);
});

test('a change made in words, then decided to ask again, is a new edition', async () => {
  const messageId = await world.sent(MUST_READ);
  const revise = (size: InputOf<typeof reviseNotice>['size']) =>
    secretary().call(reviseNotice, { messageId, ...WORDS, size }, { requestId: 'one' });
  await revise({ kind: 'minor' });
  const answered = await revise({ kind: 'major', changed: 'hour' });
  expect(answered).toMatchObject({ ok: true, output: { revision: { major: 2, minor: 0 } } });
  expect(world.deliveries().some((each) => each.major === 2)).toBe(true);
});
