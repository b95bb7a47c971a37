import type { openMakeUp, saveMakeUpContent } from '../../contract/study/make-up';
import type { ErrorTexts } from './errors';

export const OPEN_MAKE_UP_TEXT = {
  'not-invited': ({ why }) =>
    why === 'left' ? '这个人已经离开支部，不用再给他开。' : '这个人不在这次学习的名单里，不用补。',
  'register-open': '点名册还没定。等最后一场结束再开。',
  'study-cancelled': '这次学习已经取消，不用补。',
  'no-longer-needed': '这个人已经记上了，不用再补。',
  'own-line': '自己的补学要别的支部委员来开。',
} satisfies ErrorTexts<typeof openMakeUp>;

export const SAVE_CONTENT_TEXT = {
  'bad-content': '有一道题没写完整，看红字。',
  'study-cancelled': '这次学习已经取消，不用写了。',
  'changed-meanwhile': '别人刚改过。看过最新的再改，你写的还在手机里。',
} satisfies ErrorTexts<typeof saveMakeUpContent>;

/** The two options of a question that is true or false. */
export const TRUE_FALSE_TEXT = { yes: '对', no: '不对' } as const;
