import { toItemComments } from '../../../../../miniprogram/packages/channel/item/item-comments.view';
import { aShownComment } from '../../../../builders/phone/comments';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const nothingBegun = { waitsFor: null, hasDraft: false };
const page = (ids: readonly string[], nextCursor: string | null = null) => ({
  comments: ids.map((commentId) => aShownComment({ commentId })),
  nextCursor,
});

test('an answer without comments, of an older function, opens nothing', () => {
  expect(toItemComments([], nothingBegun, TEST_START_MS).isOpen).toBe(false);
});

test('pages stand one after the other, as they came, and the last says whether there are more', () => {
  const view = toItemComments([page(['b'], '1_b'), page(['a'])], nothingBegun, TEST_START_MS);
  expect(view.rows.map(({ commentId }) => commentId)).toEqual(['b', 'a']);
  expect(view).toMatchObject({ isOpen: true, nothing: '', hasMore: false });
});

test('nothing written yet is said, and what this phone has begun or keeps', () => {
  const view = (begun: Parameters<typeof toItemComments>[1]) =>
    toItemComments([page([])], begun, TEST_START_MS);
  expect(view(nothingBegun)).toMatchObject({
    nothing: '还没有人写。看了想到什么，写一句。',
    begun: '',
  });
  expect(view({ waitsFor: null, hasDraft: true }).begun).toMatch(/写了一半/u);
});

test.each([
  ['network', '有网时送出'],
  ['update', '更新后送出'],
  ['mending', '过一会儿再送'],
] as const)('what waits for %s says so', (waitsFor, says) => {
  const view = toItemComments([page([])], { waitsFor, hasDraft: true }, TEST_START_MS);
  expect(view.begun).toBe(`你写的一条存在手机里，${says}。`);
});
