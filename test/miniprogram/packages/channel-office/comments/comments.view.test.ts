import { toView } from '../../../../../miniprogram/packages/channel-office/comments/comments.view';
import type { CommentToCheck } from '../../../../../contract/content/comment-shapes';
import { aCommentToCheck } from '../../../../builders/phone/comments';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const rowOf = (comment: Partial<CommentToCheck>) => {
  const output = { nowMs: NOW, comments: [aCommentToCheck(comment)], nextCursor: null };
  const view = toView({ kind: 'known', output, asOfAtMs: null }, [], NOW);
  return view.kind === 'content' ? view.rows[0] : undefined;
};

test('what is to be checked says who wrote it, under what, and whether WeChat is sure', () => {
  expect(rowOf({})).toMatchObject({
    name: '周立新',
    above: '《多问一句》',
    unsure: '',
    notYours: '',
  });
  expect(rowOf({ isUnsure: true })?.unsure).toBe('微信说不准，或者没有回答，请你看仔细再定。');
  expect(rowOf({ wantsAnswer: true })?.asks).toBe('希望有人回答');
});

test('an answer stands with what it answers, as a commentator’s', () => {
  expect(rowOf({ answerId: 'a', answersText: '问谁？' })).toMatchObject({
    name: '网评员 周立新',
    answers: '回答：问谁？',
    answerId: 'a',
  });
});

test('one’s own is somebody else’s to check', () => {
  expect(rowOf({ isMine: true })?.notYours).toBe('你自己写的，请书记或另一位宣传委员来看。');
});

test('nothing to check is said', () => {
  const output = { nowMs: NOW, comments: [], nextCursor: null };
  expect(toView({ kind: 'known', output, asOfAtMs: null }, [], NOW)).toMatchObject({
    kind: 'empty',
  });
});
