import { LazyTimeline } from '../shift/lazy-timeline';
import { hasCreditFor } from './credits';
import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { DeliverySituation } from './delivery-situation';
import type { DeliveryPlan, InboxOnlyCause } from './plan-delivery';
import { isOpenAt, opennessOf } from './plan-delivery';

/** What may have changed between planning and sending. */
export interface SendingFacts {
  readonly isCancelled: boolean;
  /** Whether the person still belongs to the people the message is for. */
  readonly isInAudience: boolean;
  /** Whether the message has become pointless for this person: read, answered, attended. */
  readonly isDone: boolean;
  /** What was planned: an unsuitable instant is expected when it was the least bad. */
  readonly plan: DeliveryPlan & { readonly kind: 'deliver' };
}

export type Eligibility =
  | { readonly kind: 'send' }
  | { readonly kind: 'inbox-only'; readonly because: InboxOnlyCause }
  /** The person is asleep or on duty after all, or the clock was late: plan again, do not send. */
  | { readonly kind: 'plan-again' }
  | {
      readonly kind: 'drop';
      readonly because: 'message-cancelled' | 'left-audience' | 'already-done' | 'deadline-past';
    };

/**
 * The last look before sending. `situation.claims` are the person's other waiting deliveries.
 * A notice goes out in sleep only when it is urgent. docs/rules.md#R-21
 */
export function stillEligible(
  message: DeliveryMessage,
  facts: SendingFacts,
  situation: DeliverySituation,
  nowMs: number,
  rules: DeliveryRules,
): Eligibility {
  if (facts.isCancelled) return { kind: 'drop', because: 'message-cancelled' };
  if (!facts.isInAudience) return { kind: 'drop', because: 'left-audience' };
  if (facts.isDone) return { kind: 'drop', because: 'already-done' };
  if (message.deadlineAtMs <= nowMs) return { kind: 'drop', because: 'deadline-past' };
  if (message.urgency !== 'urgent') {
    const { leastBad, inboxOnlyBecause } = facts.plan;
    const timeline = new LazyTimeline(situation.schedule, nowMs);
    const isOpen = isOpenAt(timeline, nowMs, opennessOf(situation, rules));
    if (!isOpen && leastBad !== true) return { kind: 'plan-again' };
    if (timeline.pieceAt(0).state === 'asleep') {
      return { kind: 'inbox-only', because: 'asleep' };
    }
    if (inboxOnlyBecause === 'daily-limit') return { kind: 'inbox-only', because: 'daily-limit' };
  }
  if (!situation.isBound) return { kind: 'inbox-only', because: 'not-bound' };
  const hasCredit = hasCreditFor(message, situation.credits, situation.claims, rules);
  return hasCredit ? { kind: 'send' } : { kind: 'inbox-only', because: 'no-credit' };
}
