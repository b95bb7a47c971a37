import { noticesOf } from '../../../contract/notice-sending';
import { inbox } from '../../../contract/notify';
import { aDelivery } from '../../builders/deliveries';
import { plant } from '../../builders/stored';
import { startNoticeWorld, type NoticeWorld } from './notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

test('what is between two people reaches the one it is for, and is not in what the branch has sent', async () => {
  const swap = (kind: 'swap-proposed' | 'swap-answered') =>
    aDelivery(kind, ['day'], { kind, isMustRead: false });
  const deliveries = [swap('swap-proposed'), swap('swap-answered'), aDelivery('branch', ['day'])];
  await plant(world.cloud, { deliveries });
  const { items } = await world.phone('day').get(inbox, {});
  expect(items.map(({ messageId }) => messageId).sort()).toEqual([
    'branch',
    'swap-answered',
    'swap-proposed',
  ]);
  const { notices } = await world.phone('secretary').get(noticesOf, {});
  expect(notices.map(({ messageId }) => messageId)).toEqual(['branch']);
});
