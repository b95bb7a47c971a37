import { reachOf, type Recipient } from '../content/channel/coverage';
import type { NoticeKind } from './kind-names';

/** So many days back one may look. docs/rules.md#R-275 */
export const NOT_REACHED_DAYS = [7, 30] as const;
export type NotReachedDays = (typeof NOT_REACHED_DAYS)[number];

/** Entries of channels, which nobody has to acknowledge. docs/rules.md#R-275 */
export const ISSUE_KINDS = [
  'party-issue',
  'integrity-issue',
] as const satisfies readonly NoticeKind[];
/** What says that somebody is asked to a study, and when it is. docs/rules.md#R-275 */
export const INVITING_KINDS = [
  'study-published',
  'study-changed',
] as const satisfies readonly NoticeKind[];

/** Why somebody is not reached, the most specific first. docs/rules.md#R-276 */
export const NOT_REACHED = [
  'not-bound',
  'away',
  /** Their instant has not come. */
  'waits',
  /** It is a must-read, and their inbox was on the screen since. */
  'not-acknowledged',
  /** It has come, and they have slept, or rested after a night, ever since. */
  'asleep',
  /** It has come, and they have been on shift, or slept before or after one, ever since. */
  'on-duty',
  'no-credit',
  /** WeChat gave no clear answer: perhaps a phone without a network. */
  'unknown',
  'failed',
  'too-late',
  /** It stands in their inbox, which has not been on the screen since. */
  'not-looked',
] as const;
export type NotReached = (typeof NOT_REACHED)[number];

/** What is known of a message and somebody who was to get it; instants. */
export interface ToReach extends Omit<Recipient, 'isSent'> {
  readonly isMustRead: boolean;
  /** What became of the subscribe message: `sent` rang, some others say why not, the rest say nothing. */
  readonly outcome: string | null;
}

/** A stretch of somebody's time around now in which nothing that can wait reaches them. */
export interface OutOfReach {
  readonly startAtMs: number;
  readonly endAtMs: number;
  readonly state: 'on-duty' | 'resting-after-night' | 'asleep';
}

/**
 * Why a message has not reached somebody; null: it has. A must-read has reached who acknowledged it or
 * was told of it; anything else as an issue has. Who has been out of reach since it came owes
 * nothing yet. docs/rules.md#R-276
 * @param outOfReach around `nowMs`; null: they are awake and off shift
 */
export function whyNotReached(
  facts: ToReach,
  outOfReach: OutOfReach | null,
  nowMs: number,
): NotReached | null {
  const hasLooked = facts.comesAtMs <= nowMs && facts.seenAtMs >= facts.comesAtMs;
  const isSent = facts.outcome === 'sent';
  const unseen = { ...facts, isSent: false, seenAtMs: -1 };
  const reach = reachOf(facts.isMustRead ? unseen : { ...facts, isSent }, nowMs);
  if (reach === 'in-person' || reach === 'on-phone') return null;
  if (reach !== 'not-looked') return reach;
  if (hasLooked) return 'not-acknowledged';
  if (outOfReach !== null && facts.comesAtMs >= outOfReach.startAtMs) {
    return outOfReach.state === 'on-duty' ? 'on-duty' : 'asleep';
  }
  if (isSent) return 'not-acknowledged';
  return NOT_RUNG.find((each) => each === facts.outcome) ?? 'not-looked';
}

const NOT_RUNG = ['no-credit', 'unknown', 'failed', 'too-late'] as const;

/** What is to be done next. docs/rules.md#R-277 */
export type NextStep =
  /** They bind by an invitation; until then they are told. */
  | 'invite'
  /** Nothing before an instant. */
  | 'wait'
  /** Say that they can subscribe again, and tell them. */
  | 'renew'
  | 'remind'
  | 'tell';

export const NEXT_STEP: Readonly<Record<NotReached, NextStep>> = {
  'not-bound': 'invite',
  away: 'wait',
  waits: 'wait',
  'not-acknowledged': 'remind',
  asleep: 'wait',
  'on-duty': 'wait',
  'no-credit': 'renew',
  unknown: 'tell',
  failed: 'tell',
  'too-late': 'tell',
  'not-looked': 'tell',
};
