import type { reply } from '../../contract/study/mine';
import type { ErrorTexts } from './errors';

export const replyErrors = {
  'study-cancelled': '这次学习已取消，不用回复了。',
  'sitting-over': '这一场已经结束，看看还有没有别的场次。',
  'already-in': '你已经签到了，不用再回复。',
  'too-late-to-excuse': '已经开始，不能再请假。来不了请告诉书记。',
  'decided-since': '你后来又改过回复，以后改的为准。还要改的话，看过现在的回复再选一次。',
  'asked-again': '学习改了日期，先前的回复不算了。看过新的时间再选一次。',
} satisfies ErrorTexts<typeof reply>;
