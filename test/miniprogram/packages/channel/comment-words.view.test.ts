import { toCommentRow } from '../../../../miniprogram/packages/channel/comment-words.view';
import { aShownAnswer, aShownComment } from '../../../builders/phone/comments';
import { TEST_START_MS } from '../../../worlds/test-cloud';

const NOW = TEST_START_MS;

test('what others wrote has a name, a branch and a time, and nothing to do', () => {
  expect(toCommentRow(aShownComment(), NOW)).toMatchObject({
    name: '周立新',
    note: '运行支部 · 9:00',
    badge: null,
    reason: '',
    canTakeBack: false,
    canTakeDown: false,
    canWriteAgain: false,
  });
});

test.each([
  ['waiting', '待审', true, false],
  ['shown', '已显示', true, false],
  ['refused', '未通过', true, true],
  ['taken-down', '撤下了', false, true],
] as const)('of one’s own that is %s the state is told: %s', (state, text, back, again) => {
  const row = toCommentRow(aShownComment({ state, isMine: true, reason: '有名字' }), NOW);
  expect(row).toMatchObject({ badge: { text }, reason: '原因：有名字' });
  expect([row.canTakeBack, row.canWriteAgain]).toEqual([back, again]);
});

test('what asks for an answer says so until one is there; an answer is signed as a commentator’s', () => {
  const asks = aShownComment({ wantsAnswer: true });
  expect(toCommentRow(asks, NOW).asks).toBe('希望有人回答');
  const answered = toCommentRow({ ...asks, answers: [aShownAnswer()] }, NOW);
  expect(answered.asks).toBe('');
  expect(answered.answers).toMatchObject([
    { name: '网评员 许文静', answerId: 'answer', commentId: 'comment', canWriteAgain: false },
  ]);
});
