import type { PersonSchedule } from '../shift/person-schedule';
import type { OnDutyPolicy } from './delivery-rules';

/** A pending delivery of the same person that will want a credit of its kind. */
export interface CreditClaim {
  readonly creditKind: string;
  readonly importance: number;
}

/** The person's own choices, each instead of the organisation's rule. */
export interface DeliveryPreferences {
  readonly onDuty?: OnDutyPolicy;
  readonly digestMinute?: number;
}

/** What planning needs to know of a recipient, as of now. */
export interface DeliverySituation {
  readonly schedule: PersonSchedule;
  /** Whether a WeChat account is bound; without one only the inbox is left. */
  readonly isBound: boolean;
  /** Remaining subscription credits by kind; a kind not listed has none. */
  readonly credits: Readonly<Record<string, number>>;
  readonly claims: readonly CreditClaim[];
  /** Deliveries made or planned by civil day, urgent ones aside and a digest counted once. */
  readonly countsByDay: Readonly<Record<string, number>>;
  /** The digest that already waits for this person; another joins it, and its credit when it has one. */
  readonly pendingDigest?: { readonly atMs: number; readonly hasCredit: boolean };
  readonly preferences?: DeliveryPreferences;
}
