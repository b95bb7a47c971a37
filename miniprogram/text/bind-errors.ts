import { INVITATION_DAYS } from '../../contract/limits';
import type { bind } from '../../contract/people/member';
import { momentText } from './when';
import type { ErrorTexts } from './errors';
import { nowMs } from '../state/clock';

export const bindErrors = {
  'no-such-member': '三项合不上。请对照员工卡和支部给的邀请码，再看一遍。',
  'invitation-expired': `这个邀请码过了 ${INVITATION_DAYS} 天，已失效。请向支部书记要新的。`,
  'member-already-bound': '这个身份已绑定在另一个微信上。换手机或换微信，请组织委员先解除。',
  'account-already-bound': '这个微信已绑定了另一个人。请先用那个身份在“我的数据”里解除绑定。',
  'too-many-tries': ({ untilAtMs }) =>
    typeof untilAtMs === 'number'
      ? `试的次数太多，${momentText(untilAtMs, nowMs())} 以后再试。`
      : '试的次数太多，过一会儿再试。',
} satisfies ErrorTexts<typeof bind>;
