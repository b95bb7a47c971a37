import type { KindRules } from '../kind-rules';

/** What officers write. docs/rules.md#R-50 */
export const branchKinds = {
  'must-read': {
    channel: 'party',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    isMustRead: true,
    isWritten: true,
    otherChannels: ['integrity', 'branch'],
  },
  'branch-notice': {
    channel: 'branch',
    urgency: 'timely',
    importance: 3,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: true,
  },
  safety: {
    channel: 'safety',
    urgency: 'urgent',
    importance: 9,
    templateKey: 'notice',
    isMustRead: true,
    isWritten: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
