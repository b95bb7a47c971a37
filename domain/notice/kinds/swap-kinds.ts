import type { KindRules } from '../kind-rules';

/** What a swap of shifts says to the two. docs/rules.md#R-50 */
export const swapKinds = {
  'swap-proposed': {
    channel: 'branch',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  'swap-answered': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
