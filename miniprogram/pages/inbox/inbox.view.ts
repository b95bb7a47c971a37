import type { Me } from '../../../contract/member';
import type { Waiting } from '../../state/shown';

export type InboxView = Waiting;

export const opening: InboxView = { kind: 'loading' };

/** Nothing has been sent to anybody yet. */
export function toView(me: Me | null | undefined): InboxView {
  if (me === null) return { kind: 'guest' };
  return {
    kind: 'empty',
    text: '还没有消息。新的学习、通知会到这里，除了紧急安全提醒，不在你睡觉的时候送。',
  };
}
