import type { Urgency } from '../delivery/delivery-rules';

/** Channels keep their own purpose and their own editors. */
export const CHANNELS = ['party', 'integrity', 'branch', 'study', 'safety'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Which subscribe-message template of the environment carries a kind. */
export const TEMPLATE_KEYS = ['study', 'reminder', 'notice'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** What follows from a kind when nothing else is said; data, so that an organisation can change it. */
export interface KindRules {
  readonly channel: Channel;
  readonly urgency: Urgency;
  /** Higher spends a scarce subscription credit first. */
  readonly importance: number;
  readonly templateKey: TemplateKey;
  readonly isMustRead: boolean;
  /** Chosen by a sender; the others are written by the system. */
  readonly isWritten: boolean;
  /** Where a sender may put it instead of `channel`. */
  readonly otherChannels?: readonly Channel[];
  /** Between two people: not in what a branch has sent. */
  readonly isPrivate?: true;
  /** As what is between two people, it goes to whom it names in whatever branch they are by then. docs/rules.md#R-322 */
  readonly followsPeople?: true;
  /** Answered on its page until its deadline, and taken back once it is. docs/rules.md#R-89 */
  readonly asksAnswer?: true;
  /** No must-read, but whoever was told it face to face is reached. docs/rules.md#R-228 */
  readonly isToldInPerson?: true;
}
