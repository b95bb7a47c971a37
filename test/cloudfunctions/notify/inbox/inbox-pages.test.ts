import { noticesOf } from '../../../../contract/notice/sending';
import { inbox } from '../../../../contract/notice/inbox';
import { aDelivery, aGroup } from '../../../builders/deliveries';
import { plant } from '../../../builders/stored';
import { hours, START_MS, startNoticeWorld, type NoticeWorld } from '../../../worlds/notice-world';

let world: NoticeWorld;
beforeAll(async () => {
  world = await startNoticeWorld(['notify']);
});
beforeEach(() => world.reset());
afterAll(() => world.cloud.stop());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('a must-read that is old and not acknowledged stands on the first page and on no other', async () => {
  const old = aDelivery('old', ['day'], {
    groups: [aGroup(['day'], { atMs: START_MS - hours(500) })],
    lastAtMs: START_MS - hours(500),
  });
  const others = numbers(60).map((index) =>
    aDelivery(`other-${index}`, ['day'], { isMustRead: false }),
  );
  await plant(world.cloud, { deliveries: [old, ...others] });
  const phone = world.phone('day');
  const first = await phone.get(inbox, {});
  const second = await phone.get(inbox, { cursor: first.nextCursor ?? '' });
  const shown = [...first.items, ...second.items].map(({ messageId }) => messageId);
  expect(first.items[0]?.messageId).toBe('old');
  expect([shown.length, new Set(shown).size]).toEqual([61, 61]);
});

test('notices that were written in one instant are all listed, each once', async () => {
  const deliveries = numbers(70).map((index) => aDelivery(`same-${index}`, ['day']));
  await plant(world.cloud, { deliveries });
  const listed: string[] = [];
  let cursor: string | null | undefined;
  do {
    const input = typeof cursor === 'string' ? { cursor } : {};
    const page: { notices: { messageId: string }[]; nextCursor: string | null } = await world
      .phone('secretary')
      .get(noticesOf, input);
    listed.push(...page.notices.map(({ messageId }) => messageId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([listed.length, new Set(listed).size]).toEqual([70, 70]);
});

test('a cursor that no answer gave is refused', async () => {
  const reply = await world.phone('secretary').call(noticesOf, { cursor: 'yesterday' });
  expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
});
