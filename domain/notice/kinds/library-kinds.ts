import type { KindRules } from '../kind-rules';

/** What the document library says by itself. docs/rules.md#R-50, docs/rules.md#R-243 */
export const libraryKinds = {
  /** A version that its readers are to acknowledge; taken back with the document. */
  'document-to-read': {
    channel: 'party',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    isMustRead: true,
    isWritten: false,
  },
  /** A second officer looks at it before anybody else sees it; who is asked is read from the library. docs/rules.md#R-333 */
  'document-to-check': {
    channel: 'party',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  'document-returned': {
    channel: 'party',
    urgency: 'timely',
    importance: 3,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
