import { DEFAULT_DELIVERY_RULES } from '../delivery/delivery-rules';
import { dayNumberOfInstant, instantOfNumber } from '../time/local-day';

/** What readers of a shared note give back: a reply in their own words, or thanks. docs/rules.md#R-264 */
export const RESPONSE_KINDS = ['reply', 'thanks'] as const;

export const RESPONSE_STATES = [
  'standing',
  /** By its writer: its words are gone. */
  'taken-back',
  /** By an officer, with a reason: only its writer sees it. */
  'removed',
] as const;

/** docs/rules.md#R-265 */
export const RESPONSE_LIMITS = {
  /** UTF-16 units of a reply. */
  text: 300,
  /** Of an officer who removes one. */
  reason: 200,
  /** Replies that stand below one sharing, of one writer and of all. */
  ofWriter: 5,
  ofSharing: 100,
} as const;

/**
 * What keeps a person from another reply below a note, by the replies that stand there; undefined when
 * nothing does. docs/rules.md#R-265
 */
export function obstacleToReply(
  standing: readonly { readonly memberId: string }[],
  writerId: string,
): 'too-many-own' | 'too-many' | undefined {
  const own = standing.filter(({ memberId }) => memberId === writerId).length;
  if (own >= RESPONSE_LIMITS.ofWriter) return 'too-many-own';
  return standing.length >= RESPONSE_LIMITS.ofSharing ? 'too-many' : undefined;
}

/**
 * Until when responses are gathered of which one is given at this instant: the next end of a day's
 * window, at the digest minute in Shanghai, strictly after it. What is given at the very end belongs to
 * the next day. docs/rules.md#R-268
 */
export function gatheredUntilAtMs(atMs: number): number {
  const today = dayNumberOfInstant(atMs);
  const endAtMs = instantOfNumber(today, DEFAULT_DELIVERY_RULES.digestMinute);
  return endAtMs > atMs ? endAtMs : instantOfNumber(today + 1, DEFAULT_DELIVERY_RULES.digestMinute);
}
