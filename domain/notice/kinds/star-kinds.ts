import type { KindRules } from '../kind-rules';

/** What the star of the month says by itself. docs/rules.md#R-50 */
export const starKinds = {
  poll: {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
  result: {
    channel: 'branch',
    urgency: 'digest',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
