import type { OutputOf } from '../../../../contract/action';
import type { invitation } from '../../../../contract/people/member';
import type { Shown, Waiting } from '../../../state/shown';
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

export type InvitationView = Waiting | InvitationContent;

export const opening: InvitationView = { kind: 'loading' };

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
