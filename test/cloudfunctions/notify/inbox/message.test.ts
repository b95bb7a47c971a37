import { message } from '../../../../contract/notice/inbox';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { plant } from '../../../builders/stored';
import { hours, START_MS, startNoticeWorld, type NoticeWorld } from '../../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

const itemFor = async (memberId: string) =>
  (await world.phone(memberId).get(message, { messageId: 'one' })).item;

test('a message is read by itself, in one request beside who reads it, however many came after it', async () => {
  const later = Array.from({ length: 120 }, (_, at) => aDelivery(`later-${at}`, ['day']));
  const old = { lastAtMs: START_MS - hours(500) };
  const one = aDelivery('one', ['day'], {
    groups: [aGroup(['day'], { atMs: old.lastAtMs })],
    ...old,
  });
  await plant(world.cloud, { deliveries: [one, ...later] });
  await itemFor('day');
  world.cloud.counts.reset();
  expect(await itemFor('day')).toMatchObject({ messageId: 'one', acknowledgedAtMs: null });
  expect(world.cloud.counts.total).toBe(2);
});

test('it is nothing to whom it was not for, before its time, and once it was taken back', async () => {
  await plant(world.cloud, { deliveries: [aDelivery('one', ['day'])] });
  expect(await itemFor('secretary')).toBeNull();
  const atMs = START_MS + hours(5);
  const ahead = { groups: [aGroup(['day'], { atMs })], lastAtMs: atMs };
  await plant(world.cloud, { deliveries: [aDelivery('one', ['day'], ahead)] });
  expect(await itemFor('day')).toBeNull();
  await plant(world.cloud, {
    deliveries: [aDelivery('one', ['day'], { cancelledAtMs: START_MS })],
  });
  expect(await itemFor('day')).toBeNull();
});
