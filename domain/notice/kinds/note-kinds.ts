import type { KindRules } from '../kind-rules';

/** What notes and contributions say by themselves. docs/rules.md#R-50, docs/rules.md#R-114, docs/rules.md#R-268 */
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
  'note-responses': {
    channel: 'study',
    urgency: 'digest',
    importance: 1,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'reply-removed': {
    channel: 'study',
    urgency: 'timely',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
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
