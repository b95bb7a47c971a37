import type { KindRules } from '../kind-rules';

/** What the assessment says by itself. docs/rules.md#R-50, docs/rules.md#R-197 */
export const sheetKinds = {
  /** One's own sheet is open; asked until one's own words are handed in, or their term is over. */
  'sheet-open': {
    channel: 'branch',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  /** Something was marked or answered on one's own sheet. */
  'sheet-told': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  /** For who assesses: sheets can be marked, somebody appeals. */
  'sheet-office': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
