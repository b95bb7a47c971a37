import type { KindRules } from '../kind-rules';

/** What a study says by itself. docs/rules.md#R-50 */
export const studyKinds = {
  'study-published': {
    channel: 'study',
    urgency: 'timely',
    importance: 4,
    templateKey: 'study',
    isMustRead: false,
    isWritten: false,
  },
  'study-changed': {
    channel: 'study',
    urgency: 'timely',
    importance: 7,
    templateKey: 'study',
    isMustRead: false,
    isWritten: false,
  },
  'study-cancelled': {
    channel: 'study',
    urgency: 'timely',
    importance: 8,
    templateKey: 'study',
    isMustRead: false,
    isWritten: false,
  },
  'study-released': {
    channel: 'study',
    urgency: 'digest',
    importance: 3,
    templateKey: 'study',
    isMustRead: false,
    isWritten: false,
  },
  'sitting-reminder': {
    channel: 'study',
    urgency: 'timely',
    importance: 6,
    templateKey: 'reminder',
    isMustRead: false,
    isWritten: false,
  },
  'draft-waiting': {
    channel: 'study',
    urgency: 'timely',
    importance: 4,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  /** An officer grants or declines it. docs/rules.md#R-105 */
  'leave-asked': {
    channel: 'study',
    urgency: 'digest',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
    asksAnswer: true,
  },
  'leave-answered': {
    channel: 'study',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
    isPrivate: true,
  },
  /** There is something to make up; asked until it is done or over. docs/rules.md#R-107 */
  'make-up-due': {
    channel: 'study',
    urgency: 'timely',
    importance: 5,
    templateKey: 'reminder',
    isMustRead: false,
    isWritten: false,
    asksAnswer: true,
  },
  /** Its last day has begun. */
  'make-up-ending': {
    channel: 'study',
    urgency: 'timely',
    importance: 6,
    templateKey: 'reminder',
    isMustRead: false,
    isWritten: false,
  },
} as const satisfies Readonly<Record<string, KindRules>>;
