import type { KindRules } from '../kind-rules';

/** What the star of the month says by itself. docs/rules.md#R-50 */
export const starKinds = {
  /** Asked of everybody who has a vote until the end, for nobody is to be seen to have voted. docs/rules.md#R-181 */
  poll: {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    asksAnswer: true,
    followsPeople: true,
  },
  /** To all of them, whoever has voted. */
  'poll-reminder': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'reminder',
    isMustRead: false,
    isWritten: false,
    followsPeople: true,
  },
  /** It has begun without one's vote, was put off, called off, or is over. */
  'poll-news': {
    channel: 'branch',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    followsPeople: true,
  },
  /** Somebody is asked whether they stand. docs/rules.md#R-156 */
  'star-nominated': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  /** To who nominated, stands or objects: what came of it. */
  'star-answered': {
    channel: 'branch',
    urgency: 'timely',
    importance: 3,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  /** To the branch: the list, the meeting, the public notice. */
  'star-news': {
    channel: 'branch',
    urgency: 'timely',
    importance: 3,
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
