import type { KindRules } from '../kind-rules';

/** What notes and contributions say by themselves. docs/rules.md#R-50, docs/rules.md#R-114 */
export const noteKinds = {
  'note-answered': {
    channel: 'study',
    urgency: 'timely',
    importance: 3,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'note-consent': {
    channel: 'study',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  'hazard-reported': {
    channel: 'safety',
    urgency: 'timely',
    importance: 7,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
