import { inbox } from '../../../contract/notice/inbox';
import { localDay, MS_PER_DAY } from '../../../domain/time/local-day';
import { aDelivery, aGroup } from '../../builders/deliveries';
import { plant, stored } from '../../builders/stored';
import { hours, START_MS, startNoticeWorld, type NoticeWorld } from '../../worlds/notice-world';

const MINUTE_MS = 60_000;

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify', 'clock']);
});
beforeEach(async () => {
  await world.reset();
  for (const memberId of ['day', 'leader']) world.credits(memberId, 9);
});
afterAll(() => world.cloud.stop());

const at = (ms: number) => world.cloud.clock.jump(ms);
const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
const outbox = () => world.cloud.wechat.messages.outbox.map(({ data }) => data['thing1']);
const inboxOf = async (memberId: string) =>
  (await world.phone(memberId).get(inbox, {})).items.map(({ title, atMs }) => ({ title, atMs }));
const toDay = { audience: { kind: 'people' as const, memberIds: ['day'] } };
const change = async (member: object) => {
  const day = { ...stored(world.cloud, 'members', 'day'), credits: { notice: 9 }, ...member };
  await plant(world.cloud, { members: [day] });
};

test('what stood in the inbox stays there when its subscribe message is put off', async () => {
  await world.sent(toDay);
  at(START_MS + hours(1));
  await change({ sleepPreference: { night: { startMinute: 480, lengthMinutes: 240 } } });
  const before = await inboxOf('day');
  expect(before).toEqual([{ title: 'title', atMs: START_MS }]);
  await tick();
  expect([outbox(), await inboxOf('day')]).toEqual([[], before]);
  at(START_MS + hours(3));
  await tick();
  expect([outbox(), await inboxOf('day')]).toEqual([['title'], before]);
});

test('a day that what came late has filled takes no more: the next one does', async () => {
  await change({});
  const deadlineAtMs = START_MS + 3 * MS_PER_DAY;
  await world.sent({ ...toDay, title: 'late', deadlineAtMs });
  for (const hour of [25, 26, 27]) {
    const sendAfterAtMs = START_MS + hours(hour);
    await world.sent({ ...toDay, title: `hour ${hour}`, deadlineAtMs, sendAfterAtMs });
  }
  for (const hour of [24, 25, 26, 27, 28]) {
    at(START_MS + hours(hour));
    await tick();
  }
  expect(outbox()).toEqual(['late', 'hour 25', 'hour 26']);
  expect((await inboxOf('day')).map(({ title }) => title)).toContain('hour 27');
  at(START_MS + hours(48));
  await tick();
  expect(outbox()).toEqual(['late', 'hour 25', 'hour 26', 'hour 27']);
});

test('one run rings once however many documents are due, and everybody counts as told', async () => {
  const due = Array.from({ length: 130 }, (_, index) =>
    aDelivery(`due-${index}`, ['day'], {
      groups: [aGroup(['day'], { state: 'pending', outcomes: {} })],
      nextAtMs: START_MS - hours(1),
    }),
  );
  await plant(world.cloud, { deliveries: due });
  await tick();
  expect(outbox()).toEqual(['title等100条']);
  const outcomes = world.deliveries().map(({ groups }) => groups[0]?.outcomes['day']);
  expect(new Set(outcomes)).toEqual(new Set(['sent']));
  expect(stored(world.cloud, 'members', 'day').credits['notice']).toBe(2);
});

test('who is planned again joins nobody who is being sent to: both are told once', async () => {
  const today = { fromDay: localDay('2025-03-05'), toDay: localDay('2025-03-06') };
  const slot = { label: 'white', kind: 'day', startMinute: 480, durationMinutes: 480 } as const;
  await change({ overrides: [{ id: 'o', kind: 'changed-hours', ...today, slots: [slot] }] });
  const pending = { state: 'pending', outcomes: {} } as const;
  const leastBad = { code: 'least-bad', because: 'shift', label: null } as const;
  const document = aDelivery('both', ['day', 'leader'], {
    deadlineAtMs: START_MS + hours(1),
    groups: [
      aGroup(['day'], pending),
      aGroup(['leader'], { ...pending, atMs: START_MS, why: leastBad, isLeastBad: true }),
    ],
    nextAtMs: START_MS - hours(1),
  });
  await plant(world.cloud, { deliveries: [document] });
  for (const minute of [0, 1, 5]) {
    at(START_MS + minute * MINUTE_MS);
    await tick();
  }
  const people = world.cloud.wechat.messages.outbox.map(({ openId }) => openId).sort();
  expect(people).toEqual(['phone-day', 'phone-leader']);
});
