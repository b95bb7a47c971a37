import type { KindRules } from '../kind-rules';

/** What contests say by themselves. docs/rules.md#R-50, docs/rules.md#R-251 */
export const contestKinds = {
  /** To the branch when its window opens; goes once a person has handed in. */
  'contest-open': {
    channel: 'study',
    urgency: 'timely',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    asksAnswer: true,
  },
  /** To the branch: called off while it ran; lectures are taken in; they are judged. docs/rules.md#R-300, docs/rules.md#R-303 */
  'contest-news': {
    channel: 'study',
    urgency: 'timely',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
  /** To the panel, from the end of entries until its deadline; goes once a judge has marked all. docs/rules.md#R-302 */
  'lectures-to-judge': {
    channel: 'study',
    urgency: 'timely',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    asksAnswer: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
