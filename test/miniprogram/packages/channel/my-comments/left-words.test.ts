import { writeComment } from '../../../../../contract/content/comments';
import { aShownComment } from '../../../../builders/phone/comments';
import { TEST_START_MS } from '../../../../worlds/test-cloud';
import { no, noNetwork, yes, type FakePhone } from '../../../fake-phone';
import { holdPage, tapOn } from '../../../held-page';

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(TEST_START_MS);
});

const WORDS = '多问一句，少走一趟。';
const loadMine = () =>
  import('../../../../../miniprogram/packages/channel/my-comments/my-comments');
const loadComment = () => import('../../../../../miniprogram/packages/channel/comment/comment');
const outbox = () => import('../../../../../miniprogram/api/outbox');

const mine = (...comments: ReturnType<typeof aShownComment>[]) => {
  const of = { itemId: 'item', itemTitle: '多问一句', isGone: false };
  return yes({
    nowMs: TEST_START_MS,
    comments: comments.map((comment) => ({ ...comment, ...of })),
    nextCursor: null,
  });
};

/** Words were written under an item without a network; the item is answered for so once it is back. */
async function wrote(answer: () => unknown) {
  const { page, phone } = await holdPage(loadComment, {
    itemId: 'item',
    title: encodeURIComponent('多问一句'),
  });
  await page.does('onTextChange', { detail: { value: WORDS } });
  phone.answer = noNetwork;
  await page.does('onSendTap');
  expect(page.data['sent']).toMatch(/^没有网/u);
  phone.answer = ({ action }) => (action === writeComment.name ? answer() : mine());
  const { sendWaiting, onDelivered } = await outbox();
  // As the app does, whichever page is open.
  const { deliveredText } = await import('../../../../../miniprogram/packages/study/delivered');
  const told: string[] = [];
  onDelivered((all) => told.push(...all.map((one) => deliveredText(one)?.content ?? '')));
  return { page, phone, told, sendWaiting };
}

/** One's own comments, opened on the same phone after the app was closed. */
async function openMine(before: FakePhone, answer: () => unknown) {
  const held = await holdPage(() => {
    const { setStorageSync } = wx as unknown as { setStorageSync: (k: string, v: unknown) => void };
    for (const [key, value] of before.storage) setStorageSync(key, value);
    return loadMine();
  });
  held.phone.answer = answer;
  await held.page.does('load');
  return held;
}

test('words whose item was withdrawn meanwhile say why, and are there to copy or throw away', async () => {
  const { phone: before, told, sendWaiting } = await wrote(() => no('item-gone'));
  await sendWaiting();
  await new Promise(setImmediate);
  expect(told).toEqual([
    expect.stringMatching(/这一条不在栏目里了，写不上去了。写的都还在“我写的感悟”里。$/u),
  ]);

  const { page, phone } = await openMine(before, () => mine());
  expect(page.data['left']).toMatchObject([
    { text: WORDS, above: '《多问一句》', reason: '这一条不在栏目里了，写不上去了。', url: '' },
  ]);
  expect(page.data['view']).toEqual({ kind: 'empty', text: '还没有交上去的。' });

  const copied: string[] = [];
  Object.assign(wx, { setClipboardData: async ({ data }: { data: string }) => copied.push(data) });
  await page.does('onCopyTap', tapOn({ about: 'item' }));
  expect(copied).toEqual([WORDS]);

  const { default: dialog } = await import('tdesign-miniprogram/miniprogram_dist/dialog/index');
  const confirm = jest.spyOn(dialog, 'confirm').mockRejectedValueOnce(new Error('no'));
  await page.does('onThrowTap', tapOn({ about: 'item' }));
  expect(page.data['left']).toHaveLength(1);
  confirm.mockResolvedValueOnce(undefined);
  await page.does('onThrowTap', tapOn({ about: 'item' }));
  expect(page.data['left']).toEqual([]);
  expect([...phone.storage.values()].some((kept) => JSON.stringify(kept).includes(WORDS))).toBe(
    false,
  );
});

test('what can be mended is gone on with, also where the page was closed before the answer came', async () => {
  const { page: writing, phone: before, sendWaiting } = await wrote(() => no('too-many'));
  await writing.does('onUnload');
  await sendWaiting();
  await new Promise(setImmediate);
  const { page } = await openMine(before, noNetwork);
  expect(page.data['left']).toMatchObject([
    { text: WORDS, url: expect.stringMatching(/comment\?itemId=item&title=/u) },
  ]);
});

test('a refusal that is heard while its page is closed is kept all the same', async () => {
  const { page: writing, phone: before, told, sendWaiting } = await wrote(() => no('item-gone'));
  await writing.does('onUnload');
  await sendWaiting();
  expect(told).toHaveLength(1);
  const { page } = await openMine(before, () => mine());
  expect(page.data['left']).toMatchObject([
    { text: WORDS, reason: '这一条不在栏目里了，写不上去了。', url: '' },
  ]);
});

test('what has arrived while its page was closed is not left, also once it is taken back', async () => {
  const {
    page: writing,
    phone: before,
    sendWaiting,
  } = await wrote(() => yes({ state: 'waiting' }));
  await writing.does('onUnload');
  await sendWaiting();
  const { page } = await openMine(before, () => mine());
  expect(page.data['left']).toEqual([]);

  // Also where only the list tells that it has arrived.
  const { phone: unheard } = await wrote(() => no('internal'));
  const draft = [...unheard.storage].find(([key]) => key.startsWith('draft:'))?.[1];
  const { commentId } = draft as { commentId: string };
  unheard.storage.delete('outbox');
  let listed = [aShownComment({ commentId, text: WORDS })];
  const there = await openMine(unheard, () => mine(...listed));
  listed = [];
  await there.page.does('load');
  expect(there.page.data['left']).toEqual([]);
});

test('what waits to go out, and what has arrived, is not called left', async () => {
  const { phone: waits } = await wrote(noNetwork);
  const { page } = await openMine(waits, noNetwork);
  expect(page.data['left']).toEqual([]);

  const { phone: arrives, sendWaiting } = await wrote(() => no('internal'));
  await sendWaiting();
  const draft = [...arrives.storage].find(([key]) => key.startsWith('draft:'))?.[1];
  const { commentId } = draft as { commentId: string };
  arrives.storage.delete('outbox');
  const there = await openMine(arrives, () => mine(aShownComment({ commentId, text: WORDS })));
  expect(there.page.data['left']).toEqual([]);
});

test('what an older version kept is read, and says no more than it knows', async () => {
  const { phone: before } = await wrote(noNetwork);
  before.storage.clear();
  before.storage.set('draft:comment::old', { commentId: 'c', text: WORDS, wantsAnswer: false });
  const { page } = await openMine(before, () => mine());
  expect(page.data['left']).toMatchObject([{ about: 'old', text: WORDS, above: '', url: '' }]);
});
