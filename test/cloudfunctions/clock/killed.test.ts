import { noticeLog } from '../../../contract/notice/sending';
import { inbox } from '../../../contract/notice/inbox';
import type { KillPoint } from '../../../local/cloud/host/faults';
import { stored } from '../../builders/stored';
import { hours, START_MS, startNoticeWorld, type NoticeWorld } from '../../worlds/notice-world';

/** Longer than the lease of a run. */
const LATER_MS = START_MS + 4 * 60_000;
const SEND = 'wx.openApi';
const WRITE = 'database.modifyDocument';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify', 'clock']);
});
beforeEach(async () => {
  await world.reset();
  for (const memberId of ['day', 'leader']) world.credits(memberId, 3);
});
afterAll(() => world.cloud.stop());

const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const toDay = { audience: { kind: 'people' as const, memberIds: ['day'] } };
const outcomeOf = (messageId: string, memberId = 'day') =>
  world
    .deliveries()
    .find((document) => document.messageId === messageId)
    ?.groups.find(({ subscribe }) => subscribe.includes(memberId))?.outcomes[memberId];
const ledger = (memberId: string) => stored(world.cloud, 'members', memberId).credits['notice'];

/** At the nth document that it writes or takes: before them it takes its turn to send. */
const atWrite = (nth: number, when: KillPoint['when']): KillPoint => {
  return { action: WRITE, nth: nth + 1, when };
};

/** A run that dies in this place, two by new instances, one of them when every lease is over. */
async function killedAndRestarted(point: KillPoint): Promise<readonly string[]> {
  world.cloud.host.faults.killAt('clock', point);
  await expect(tick()).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  await tick();
  world.cloud.clock.jump(LATER_MS);
  await tick();
  return world.cloud.wechat.messages.outbox.map(
    ({ openId, data }) => `${openId.replace('phone-', '')}: ${data['thing1'] ?? ''}`,
  );
}

const inboxOf = async (memberId: string) =>
  (await world.phone(memberId).get(inbox, {})).items.map(({ title }) => title).sort();

test('killed when a message was delivered and WeChat had not answered: unknown, and never again', async () => {
  const messageId = await world.sent(toDay);
  const outbox = await killedAndRestarted({ action: SEND, nth: 1, when: 'after' });
  expect(outbox).toEqual(['day: title']);
  expect(outcomeOf(messageId)).toBe('unknown');
  expect(await inboxOf('day')).toEqual(['title']);
  const { counts } = await world.phone('leader').get(noticeLog, { messageId });
  expect(counts).toMatchObject({ recipients: 1, unknown: 1, waiting: 0 });
});

test('killed when everything was sent and nothing recorded: unknown, and never again', async () => {
  const messageId = await world.sent();
  const outbox = await killedAndRestarted(atWrite(2, 'before'));
  expect([...outbox].sort()).toEqual(['day: title', 'leader: title']);
  expect([outcomeOf(messageId), outcomeOf(messageId, 'leader')]).toEqual(['unknown', 'unknown']);
  expect(await inboxOf('day')).toEqual(['title']);
});

test('killed between taking and sending: unknown, not sent, in the inbox', async () => {
  const messageId = await world.sent(toDay);
  const outbox = await killedAndRestarted(atWrite(1, 'after'));
  expect(outbox).toEqual([]);
  expect(outcomeOf(messageId)).toBe('unknown');
  expect(await inboxOf('day')).toEqual(['title']);
});

test('killed before anything was taken: the next run sends it', async () => {
  const messageId = await world.sent(toDay);
  const outbox = await killedAndRestarted(atWrite(1, 'before'));
  expect(outbox).toEqual(['day: title']);
  expect(outcomeOf(messageId)).toBe('sent');
});

test('killed between two documents that it takes: the second goes out, the first is unknown', async () => {
  const first = await world.sent({ ...toDay, kind: 'must-read', title: 'first' });
  const second = await world.sent({ ...toDay, title: 'second' });
  const outbox = await killedAndRestarted(atWrite(1, 'after'));
  expect(outbox).toEqual(['day: second']);
  expect([outcomeOf(first), outcomeOf(second)]).toEqual(['unknown', 'sent']);
  expect(await inboxOf('day')).toEqual(['first', 'second']);
});

test('killed between two documents that it records: told once of both, one of them unknown', async () => {
  const first = await world.sent({ ...toDay, kind: 'must-read', title: 'first' });
  const second = await world.sent({ ...toDay, title: 'second' });
  const outbox = await killedAndRestarted(atWrite(3, 'after'));
  expect(outbox).toEqual(['day: first等2条']);
  expect([outcomeOf(first), outcomeOf(second)]).toEqual(['sent', 'unknown']);
  expect(await inboxOf('day')).toEqual(['first', 'second']);
});

test('killed before the ledger was written: it says one too many until WeChat refuses', async () => {
  const messageId = await world.sent(toDay);
  await killedAndRestarted(atWrite(3, 'before'));
  expect([outcomeOf(messageId), ledger('day')]).toEqual(['sent', 3]);
  for (const hour of [1, 2]) {
    world.cloud.clock.jump(START_MS + hours(hour));
    await world.sent(toDay);
    await tick();
  }
  expect(ledger('day')).toBe(1);
  world.cloud.clock.jump(START_MS + hours(23));
  const last = await world.sent({ ...toDay, kind: 'safety' });
  world.cloud.wechat.messages.nextSend({ kind: 'error', errcode: 43101 });
  await tick();
  expect([outcomeOf(last), ledger('day')]).toEqual(['no-credit', 0]);
});
