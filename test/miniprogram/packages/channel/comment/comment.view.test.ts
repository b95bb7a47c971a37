import {
  sentText,
  toAnswer,
} from '../../../../../miniprogram/packages/channel/comment/comment.view';
import { aShownComment } from '../../../../builders/phone/comments';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const view = (mayAnswer: boolean) => {
  const comment = aShownComment({ wantsAnswer: true });
  const output = {
    nowMs: TEST_START_MS,
    itemId: 'item',
    itemTitle: '多问一句',
    comment,
    mayAnswer,
  };
  return toAnswer({ kind: 'known', output, asOfAtMs: null }, TEST_START_MS);
};

test('an answer shows what was asked, and under which item', () => {
  expect(view(true)).toMatchObject({
    asked: { item: '《多问一句》', name: '周立新', text: '我也多问一句。' },
    closed: '',
  });
});

test('what cannot be answered any more says why', () => {
  expect(view(false)).toMatchObject({
    closed: '这一条不等你回答了：有人答过，或者你的任期不在今天。',
  });
});

test.each([
  ['waiting', '交上了，宣传委员看过就显示。'],
  ['newer', '交上了，宣传委员看过就显示。'],
  ['shown', '交上了，已经显示。'],
  ['refused', ''],
  ['taken-down', ''],
  ['taken-back', ''],
] as const)('what is %s by now, sent again, says "%s"', (state, says) => {
  expect(sentText(state)).toBe(says);
});
