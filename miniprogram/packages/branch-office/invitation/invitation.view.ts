import type { OutputOf } from '../../../../contract/action';
import type { invitation } from '../../../../contract/people/member';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { momentText } from '../../../text/when';

export interface InvitationContent {
  readonly kind: 'content';
  readonly code: string;
  /** Character by character, so that a reader spells it. */
  readonly spelled: string;
  readonly validity: string;
  readonly isExpired: boolean;
  /** What is sent to the branch. */
  readonly message: string;
}

export type InvitationView = Placeholder | InvitationContent;

export const opening: InvitationView = { kind: 'loading' };
export const unknownInvitation: Shown<OutputOf<typeof invitation>> = { kind: 'loading' };

export const renewQuestion: Question = {
  title: '换一个邀请码',
  content: '旧的立刻作废，还没绑定的人要用新的。已经绑定的人不受影响。',
  confirmBtn: '换新的',
  cancelBtn: '不换',
};

export function toView(state: Shown<OutputOf<typeof invitation>>, nowMs: number): InvitationView {
  if (state.kind !== 'known') return state;
  const { code, expiresAtMs } = state.output;
  const until = momentText(expiresAtMs, nowMs);
  const isExpired = expiresAtMs <= nowMs;
  return {
    kind: 'content',
    code,
    spelled: Array.from(code).join(' '),
    validity: isExpired ? '已过期，请换一个新的' : `${until} 前有效`,
    isExpired,
    message: `打开微信小程序“清风”，用姓名、工号和邀请码 ${code} 绑定。${until} 前有效，只给本支部的人。`,
  };
}
