import type { CommentToCheck, ShownComment } from '../../../contract/content/comment-shapes';
import { TEST_START_MS } from '../../worlds/test-cloud';

type ShownAnswer = ShownComment['answers'][number];

const SAID = {
  name: '周立新',
  branchName: '运行支部',
  text: '我也多问一句。',
  saidAtMs: TEST_START_MS,
  isMine: false,
  state: 'shown',
  reason: null,
  mayTakeDown: false,
} as const;

export const aShownComment = (comment: Partial<ShownComment> = {}): ShownComment => ({
  commentId: 'comment',
  ...SAID,
  wantsAnswer: false,
  answers: [],
  ...comment,
});

export const aShownAnswer = (answer: Partial<ShownAnswer> = {}): ShownAnswer => ({
  answerId: 'answer',
  ...SAID,
  name: '许文静',
  text: '问值长就行。',
  ...answer,
});

export const aCommentToCheck = (comment: Partial<CommentToCheck> = {}): CommentToCheck => ({
  commentId: 'comment',
  answerId: null,
  itemTitle: '多问一句',
  name: '周立新',
  branchName: '运行支部',
  text: '我也多问一句。',
  answersText: null,
  saidAtMs: TEST_START_MS,
  wantsAnswer: false,
  isUnsure: false,
  isMine: false,
  ...comment,
});
