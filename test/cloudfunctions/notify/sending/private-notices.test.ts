import {
  cancelNotice,
  noticeLog,
  noticesOf,
  remindUnread,
  reviseNotice,
} from '../../../../contract/notice/sending';
import { inbox } from '../../../../contract/notice/inbox';
import { aDelivery } from '../../../builders/deliveries';
import { plant } from '../../../builders/stored';
import { startNoticeWorld, type NoticeWorld } from '../../../worlds/notice-world';

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
  for (const action of [noticeLog, cancelNotice, remindUnread]) {
    const asked = await world.phone('secretary').call(action, { messageId: 'swap-proposed' });
    expect(asked).toMatchObject({ ok: false, code: 'not-found' });
  }
});

test('what the system says of a study is neither reworded nor taken back by itself', async () => {
  const said = aDelivery('said', ['day'], { kind: 'study-published', isMustRead: false });
  await plant(world.cloud, { deliveries: [said] });
  const size = { kind: 'minor' } as const;
  const officer = world.phone('secretary');
  const words = { messageId: 'said', title: 'other', body: null, size };
  const refused = { ok: false, code: 'kind-not-yours' };
  expect(await officer.call(reviseNotice, words)).toMatchObject(refused);
  expect(await officer.call(cancelNotice, { messageId: 'said' })).toMatchObject(refused);
  expect(world.deliveries()).toMatchObject([{ title: said.title, cancelledAtMs: null }]);
});
