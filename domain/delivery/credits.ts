import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { CreditClaim } from './delivery-situation';

type Claimant = Pick<DeliveryMessage, 'creditKind' | 'importance'>;
type CreditRules = Pick<DeliveryRules, 'reservedBelowImportance' | 'reservedCredits'>;

/**
 * Whether a credit is left for a message when everything at least as important that is already
 * waiting takes its own first, and unimportant ones leave the reserve. docs/rules.md#R-19
 */
export function hasCreditFor(
  message: Claimant,
  credits: Readonly<Record<string, number>>,
  claims: readonly CreditClaim[],
  rules: CreditRules,
): boolean {
  let left = credits[message.creditKind] ?? 0;
  for (const claim of claims) {
    if (claim.creditKind === message.creditKind && claim.importance >= message.importance)
      left -= 1;
  }
  const reserve = message.importance < rules.reservedBelowImportance ? rules.reservedCredits : 0;
  return left > reserve;
}

/** A delivery that waits for its person, in the order that breaks ties. */
export interface Waiting extends Claimant {
  readonly deliveryId: string;
  readonly atMs: number;
}

/**
 * Which of one person's waiting deliveries get a credit: by importance, then by time, then by id.
 * The rest reach the inbox only. Both lists in that order. docs/rules.md#R-19
 */
export function spendCredits(
  waiting: readonly Waiting[],
  credits: Readonly<Record<string, number>>,
  rules: CreditRules,
): { readonly subscribe: readonly string[]; readonly inboxOnly: readonly string[] } {
  const ranked = [...waiting].sort(
    (a, b) =>
      b.importance - a.importance || a.atMs - b.atMs || (a.deliveryId < b.deliveryId ? -1 : 1),
  );
  const subscribe: string[] = [];
  const inboxOnly: string[] = [];
  const claims: CreditClaim[] = [];
  for (const delivery of ranked) {
    if (hasCreditFor(delivery, credits, claims, rules)) {
      subscribe.push(delivery.deliveryId);
      claims.push(delivery);
    } else {
      inboxOnly.push(delivery.deliveryId);
    }
  }
  return { subscribe, inboxOnly };
}
