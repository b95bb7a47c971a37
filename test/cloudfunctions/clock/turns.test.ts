import { plant } from '../../builders/stored';
import { hours, START_MS, startNoticeWorld, type NoticeWorld } from '../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify', 'clock']);
});
beforeEach(async () => {
  await world.reset();
  world.credits('day', 3);
});
afterAll(() => world.cloud.stop());

const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const messages = () => world.cloud.wechat.messages;
const titles = () => messages().outbox.map(({ data }) => data['thing1']);
const toDay = { audience: { kind: 'people' as const, memberIds: ['day'] } };
const takenUntil = (untilMs: number) =>
  plant(world.cloud, {
    sending_turns: [{ _id: 'clock', takenBy: 'another', untilMs, schemaVersion: 1 }],
  });

test('of runs that meet one sends, so that what can wait is one message and the day has its limit', async () => {
  const gate = messages().holdNextSend();
  await world.sent({ ...toDay, title: 'first' });
  const first = tick();
  await gate.reached;
  await world.sent({ ...toDay, title: 'second' });
  await tick();
  expect(titles()).toEqual([]);
  gate.open();
  await first;
  await tick();
  expect(titles()).toEqual(['first', 'second']);
});

test('the turn of a run that was killed while it sent is over within a minute', async () => {
  await world.sent({ ...toDay, title: 'first' });
  await takenUntil(START_MS + 55_000);
  await tick();
  expect(titles()).toEqual([]);
  world.cloud.clock.jump(START_MS + 60_000);
  await tick();
  expect(titles()).toEqual(['first']);
});

test('a turn that a clock took which was days ahead holds up nobody', async () => {
  await world.sent({ ...toDay, title: 'first' });
  await takenUntil(START_MS + hours(72));
  await tick();
  expect(titles()).toEqual(['first']);
});
