import type { KindRules } from '../kind-rules';

const ISSUE = {
  urgency: 'digest',
  importance: 1,
  templateKey: 'notice',
  isMustRead: false,
  isWritten: false,
  isToldInPerson: true,
} as const;

const EDITORS = {
  channel: 'branch',
  urgency: 'timely',
  importance: 3,
  templateKey: 'notice',
  isMustRead: false,
  isWritten: false,
  isPrivate: true,
} as const;

/** What the channels say by themselves. docs/rules.md#R-50, docs/rules.md#R-224 */
export const channelKinds = {
  /** An issue is out; one entry in the digest of each reader. */
  'party-issue': { ...ISSUE, channel: 'party' },
  'integrity-issue': { ...ISSUE, channel: 'integrity' },
  /** To the leader of a group: tell it before the next shift. docs/rules.md#R-227 */
  'pre-shift': { ...EDITORS, channel: 'party', asksAnswer: true },
  /** To who may check it: an item waits. */
  'item-waits': EDITORS,
  /** To who wrote it: it came back, or was withdrawn. */
  'item-told': EDITORS,
  /** To who is on duty: nothing is planned or being checked for their day. docs/rules.md#R-297 */
  'issue-gap': { ...EDITORS, asksAnswer: true },
  /** To who is on duty from now on, by somebody else. docs/rules.md#R-296 */
  'duty-given': { ...EDITORS, importance: 2 },
  /** To who wrote under an item: not shown, or answered; to a commentator: their term. */
  'comment-told': { ...EDITORS, importance: 2 },
  /** To the committee office: what goes by rule for the first time, and from when on. docs/rules.md#R-319 */
  'takedown-begins': EDITORS,
} as const satisfies Readonly<Record<string, KindRules>>;
