import { toView } from '../../../../../miniprogram/packages/channel/my-comments/my-comments.view';
import { aShownComment } from '../../../../builders/phone/comments';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const mine = (isGone: boolean) => ({
  ...aShownComment({ isMine: true, state: 'taken-down', reason: '有名字', wantsAnswer: true }),
  itemId: 'item',
  itemTitle: '多问一句',
  isGone,
});
const view = (...comments: ReturnType<typeof mine>[]) =>
  toView(
    { kind: 'known', output: { nowMs: NOW, comments, nextCursor: null }, asOfAtMs: null },
    [],
    NOW,
  );

test('one’s own stand with their item, their state and why', () => {
  expect(view(mine(false))).toMatchObject({
    rows: [{ above: '《多问一句》', reason: '原因：有名字', canWriteAgain: true }],
  });
});

test('what went with its item says so, and is not to be written again', () => {
  expect(view(mine(true))).toMatchObject({
    rows: [{ above: '《多问一句》不在栏目里了，别人看不到', canWriteAgain: false, asks: '' }],
  });
});

test('who has written nothing is told where to', () => {
  expect(view()).toMatchObject({ kind: 'empty' });
});
