import type { KindRules } from '../kind-rules';

/** What is asked about what is stored of somebody, and whose account was freed. docs/rules.md#R-50, docs/rules.md#R-144 */
export const peopleKinds = {
  /** Who is asked is read from what is open. docs/rules.md#R-333 */
  'data-asked': {
    channel: 'branch',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'data-answered': {
    channel: 'branch',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  /** To whoever is bound next, and to nobody's phone before. docs/rules.md#R-360 */
  'binding-released': {
    channel: 'branch',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
