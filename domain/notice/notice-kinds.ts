import type { Urgency } from '../delivery/delivery-rules';

/** Kinds of message. Source: docs/rules.md#R-50. */
export const NOTICE_KINDS = [
  'study-published',
  'study-changed',
  'study-cancelled',
  'study-released',
  'sitting-reminder',
  'make-up-due',
  'must-read',
  'poll',
  'result',
  'swap-proposed',
  'swap-answered',
  'branch-notice',
  'safety',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Between two people: not in what a branch has sent. */
export const PRIVATE_KINDS: readonly NoticeKind[] = ['swap-proposed', 'swap-answered'];

/** Channels keep their own purpose and their own editors. */
export const CHANNELS = ['party', 'integrity', 'branch', 'study', 'safety'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Which subscribe-message template of the environment carries a kind. */
export const TEMPLATE_KEYS = ['study', 'reminder', 'notice'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export interface KindRules {
  readonly channel: Channel;
  readonly urgency: Urgency;
  /** Higher spends a scarce subscription credit first. */
  readonly importance: number;
  readonly templateKey: TemplateKey;
  readonly isMustRead: boolean;
  /** Chosen by a sender; the others are written by the system. */
  readonly isWritten: boolean;
}

/** What follows from a kind when nothing else is said; data, so that an organisation can change it. */
export const KIND_RULES: Readonly<Record<NoticeKind, KindRules>> = {
  safety: {
    channel: 'safety',
    urgency: 'urgent',
    importance: 9,
    templateKey: 'notice',
    isMustRead: true,
    isWritten: true,
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
  'study-changed': {
    channel: 'study',
    urgency: 'timely',
    importance: 7,
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
  'must-read': {
    channel: 'party',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    isMustRead: true,
    isWritten: true,
  },
  'swap-proposed': {
    channel: 'branch',
    urgency: 'timely',
    importance: 6,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
  'swap-answered': {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
  'make-up-due': {
    channel: 'study',
    urgency: 'timely',
    importance: 5,
    templateKey: 'reminder',
    isMustRead: false,
    isWritten: false,
  },
  poll: {
    channel: 'branch',
    urgency: 'timely',
    importance: 5,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
  'study-published': {
    channel: 'study',
    urgency: 'timely',
    importance: 4,
    templateKey: 'study',
    isMustRead: false,
    isWritten: false,
  },
  'branch-notice': {
    channel: 'branch',
    urgency: 'timely',
    importance: 3,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: true,
  },
  result: {
    channel: 'branch',
    urgency: 'digest',
    importance: 2,
    templateKey: 'notice',
    isMustRead: false,
    isWritten: false,
  },
};
