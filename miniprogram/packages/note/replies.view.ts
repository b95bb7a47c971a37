import type { Question } from '../../state/confirmed';

export const takeBackReplyQuestion: Question = {
  title: '收回这条回复',
  content: '谁都看不到了，写的话也删掉。',
  confirmBtn: '收回',
  cancelBtn: '先不',
};
