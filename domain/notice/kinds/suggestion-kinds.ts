import type { KindRules } from '../kind-rules';

/** What is said of what members raise. docs/rules.md#R-50, docs/rules.md#R-211 */
export const suggestionKinds = {
  /** Who owes the answer is read from what is owed, not from whom this has told. docs/rules.md#R-333 */
  'suggestion-owed': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'suggestion-answered': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  'suggestion-news': {
    channel: 'branch',
    urgency: 'timely',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'hazard-urgent': {
    channel: 'safety',
    urgency: 'urgent',
    importance: 9,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
