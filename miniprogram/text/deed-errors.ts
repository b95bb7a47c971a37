import type * as reviewing from '../../contract/note/reviewing';
import { CONSENT_DAYS } from '../../domain/note/note';
import type { ErrorTexts } from './errors';

/** Of whatever an officer does to a note. */
const DEED = {
  'own-note': '这是你自己写的，请另一位负责人来看。',
  'changed-meanwhile': '刚刚有人动过这一篇，已经换成现在的样子。看一眼再决定。',
  returned: '已经退回给作者了，等他改好再交。',
} as const;

export const answerNoteErrors = DEED satisfies ErrorTexts<typeof reviewing.answerNote>;
export const returnNoteErrors = DEED satisfies ErrorTexts<typeof reviewing.returnNote>;
export const approveNoteErrors = {
  ...DEED,
  'nothing-to-look-at': '没有要你看的了。',
} satisfies ErrorTexts<typeof reviewing.approveNote>;
export const askToShareErrors = {
  ...DEED,
  'not-checked': ({ check }) =>
    check === 'pending' ? '还有内容在检查，查好了再问他。' : '有的内容要你先看一眼。看过再问他。',
  'not-to-share': '隐患线索不分享，处理好以后写下结果。',
  'already-asked': `已经问过他了，等他回复。${CONSENT_DAYS} 天没有回复可以再问。`,
  declined: '他说过这一版不放。改过以后再问。',
  'has-left': '他已经离开，没有人能同意分享，这一篇保持原样。',
} satisfies ErrorTexts<typeof reviewing.askToShare>;
export const recordUseErrors = {
  ...DEED,
  'no-consent': '要先问他同意放到支部外面，再记用在哪里。',
  'not-to-share': '这一项只用在隐患线索上。',
  'too-many-uses': '用在哪里最多记 10 处。',
} satisfies ErrorTexts<typeof reviewing.recordUse>;
