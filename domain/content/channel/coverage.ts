/** How an issue stands with somebody. docs/rules.md#R-229 */
export const REACHES = [
  'in-person',
  'on-phone',
  'not-bound',
  'away',
  /** Their instant has not come. */
  'waits',
  /** It stands in their inbox, which has not been on the screen since. */
  'not-looked',
] as const;
export type Reach = (typeof REACHES)[number];

/** What is known of somebody who is to get an issue; instants. */
export interface Recipient {
  readonly isTold: boolean;
  /** Their phone rang for it. */
  readonly isSent: boolean;
  readonly isBound: boolean;
  /** On leave, or on loan to elsewhere, today. */
  readonly isAway: boolean;
  /** When it stands in their inbox, or will. */
  readonly comesAtMs: number;
  /** Up to where their inbox was on the screen. */
  readonly seenAtMs: number;
}

/**
 * Whether an issue has reached somebody, and what keeps it from them. Whoever was told, or whose phone
 * rang, is reached; so is whose inbox was on the screen at the instant at which it came, or later.
 * docs/rules.md#R-229
 */
export function reachOf(
  { isTold, isSent, isBound, isAway, comesAtMs, seenAtMs }: Recipient,
  nowMs: number,
): Reach {
  if (isTold) return 'in-person';
  if (isSent || (comesAtMs <= nowMs && seenAtMs >= comesAtMs)) return 'on-phone';
  if (!isBound) return 'not-bound';
  if (isAway) return 'away';
  return comesAtMs > nowMs ? 'waits' : 'not-looked';
}
