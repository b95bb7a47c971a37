import { dayOfInstant } from '../time/local-day';
import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { CreditClaim, DeliverySituation } from './delivery-situation';
import { isSameReason } from './gatherings';
import type { DeliveryPlan, NotSentReason } from './plan-delivery';
import { planDelivery } from './plan-delivery';

/** A delivery that was planned and has not been sent. */
export interface PendingDelivery {
  readonly deliveryId: string;
  readonly personId: string;
  readonly message: DeliveryMessage;
  readonly plan: DeliveryPlan & { readonly kind: 'deliver' };
}

export type CancelCause = NotSentReason | 'recipient-gone';

/** What changes in the pending deliveries; each of them is in exactly one list. */
export interface ReplanDiff {
  readonly keep: readonly PendingDelivery[];
  readonly move: readonly {
    readonly pending: PendingDelivery;
    readonly to: PendingDelivery['plan'];
  }[];
  readonly cancel: readonly { readonly pending: PendingDelivery; readonly because: CancelCause }[];
}

/**
 * Plans again what has not been sent, after a shift, a preference, a rule or a message changed.
 * `pending` is in the order of creation, which settles who comes first for the day's limit and for
 * credits of the same importance. `situationOf` gives a person's situation without these deliveries:
 * countsByDay of what was sent, no claims, no pendingDigest; undefined when the person is no recipient any more. What
 * is due is kept: it is being sent. Without a change, everything is kept. docs/rules.md#R-21
 */
export function replanDeliveries(
  pending: readonly PendingDelivery[],
  situationOf: (personId: string) => DeliverySituation | undefined,
  nowMs: number,
  rules: DeliveryRules,
): ReplanDiff {
  const keep: PendingDelivery[] = [];
  const move: { pending: PendingDelivery; to: PendingDelivery['plan'] }[] = [];
  const cancel: { pending: PendingDelivery; because: CancelCause }[] = [];
  const waiting = new Map<string, PendingDelivery[]>();
  for (const delivery of pending) {
    if (delivery.plan.atMs <= nowMs) {
      keep.push(delivery);
      continue;
    }
    const ofPerson = waiting.get(delivery.personId);
    if (ofPerson === undefined) waiting.set(delivery.personId, [delivery]);
    else ofPerson.push(delivery);
  }
  for (const [personId, deliveries] of waiting) {
    const situation = situationOf(personId);
    if (situation === undefined) {
      for (const delivery of deliveries)
        cancel.push({ pending: delivery, because: 'recipient-gone' });
      continue;
    }
    for (const { delivery, plan } of planPerson(situation, deliveries, nowMs, rules)) {
      if (plan.kind === 'not-sent') cancel.push({ pending: delivery, because: plan.reason });
      else if (isSamePlan(plan, delivery.plan)) keep.push(delivery);
      else move.push({ pending: delivery, to: plan });
    }
  }
  return { keep, move, cancel };
}

/** Plans the deliveries of one person one after another, each knowing of those before it. */
function planPerson(
  situation: DeliverySituation,
  deliveries: readonly PendingDelivery[],
  nowMs: number,
  rules: DeliveryRules,
): readonly { readonly delivery: PendingDelivery; readonly plan: DeliveryPlan }[] {
  const countsByDay: Record<string, number> = { ...situation.countsByDay };
  let digest: DeliverySituation['pendingDigest'];
  return deliveries.map((delivery, index) => {
    // The first digest tries to stay where it is; those after it join it.
    const ownPlace = isDigest(delivery)
      ? { atMs: delivery.plan.atMs, hasCredit: false }
      : undefined;
    const pendingDigest = digest ?? ownPlace;
    const plan = planDelivery(
      {
        ...situation,
        countsByDay,
        claims: claimsBefore(deliveries, index),
        ...(pendingDigest === undefined ? {} : { pendingDigest }),
      },
      delivery.message,
      nowMs,
      rules,
    );
    if (plan.kind === 'deliver' && delivery.message.urgency !== 'urgent') {
      const joined = plan.reason.code === 'digest' && plan.atMs === digest?.atMs;
      const day = dayOfInstant(plan.atMs);
      if (!joined) countsByDay[day] = (countsByDay[day] ?? 0) + 1;
      if (plan.reason.code === 'digest' && digest === undefined) {
        digest = { atMs: plan.atMs, hasCredit: plan.inboxOnlyBecause === undefined };
      }
    }
    return { delivery, plan };
  });
}

/**
 * What comes before one of a person's deliveries: the more important, and of equal ones the earlier.
 * Digests that wait together want one credit, that of the first.
 */
function claimsBefore(
  deliveries: readonly PendingDelivery[],
  index: number,
): readonly CreditClaim[] {
  const own = deliveries[index]?.message.importance ?? 0;
  const firstDigest = deliveries.findIndex(isDigest);
  return deliveries
    .filter((delivery, other) => {
      if (isDigest(delivery) && other !== firstDigest) return false;
      const { importance } = delivery.message;
      return importance > own || (importance === own && other < index);
    })
    .map(({ message }) => message);
}

function isDigest({ plan }: PendingDelivery): boolean {
  return plan.reason.code === 'digest';
}

function isSamePlan(a: PendingDelivery['plan'], b: PendingDelivery['plan']): boolean {
  return (
    a.atMs === b.atMs &&
    a.inboxOnlyBecause === b.inboxOnlyBecause &&
    isSameReason(a.reason, b.reason)
  );
}
