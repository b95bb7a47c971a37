import type { ErrorOf } from '../../contract/action';
import type { answerLeave } from '../../contract/study/register';

export const LEAVE_REFUSAL_TEXT: Record<ErrorOf<typeof answerLeave>, string> = {
  'own-line': '自己的请假不由自己答复。请另一位负责人答复。',
  'study-cancelled': '这次学习已取消，不用答复了。',
  'register-final': '点名册已定稿，请用“更正”。',
  'leave-withdrawn': '本人刚撤回或改了请假，这里已经换成最新的。',
  'changed-meanwhile': '刚有人答复或登记过，这里已经换成最新的。看过再决定，写的原因还在。',
  'too-late-to-decline': '最后一场已经开始，现在不同意，本人也来不及了。当时在不在，用“登记”记。',
};
