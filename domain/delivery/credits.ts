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
