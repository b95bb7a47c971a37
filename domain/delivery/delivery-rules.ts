/** urgent: at once, whoever sleeps; timely: the next suitable instant; digest: gathered once a day. */
export const URGENCIES = ['urgent', 'timely', 'digest'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** People in one group; as many as one document holds. docs/rules.md#R-20 */
export const MAX_GROUP_SIZE = 200;

/** When a message may reach people on duty: not at all, around handover, or in breaks. */
export const ON_DUTY_POLICIES = ['never', 'at-handover', 'in-breaks'] as const;
export type OnDutyPolicy = (typeof ON_DUTY_POLICIES)[number];

/** A pause of a shift: [afterMinutes, afterMinutes + lengthMinutes) from the start of the shift. */
export interface ShiftBreak {
  readonly afterMinutes: number;
  readonly lengthMinutes: number;
}

export interface DeliveryRules {
  readonly onDuty: OnDutyPolicy;
  /** Ordered; used with the policy 'in-breaks' only. */
  readonly breaks: readonly ShiftBreak[];
  /** Minute of the day at or after which a digest is handed over. */
  readonly digestMinute: number;
  /** Deliveries to one person on one civil day, urgent ones aside. */
  readonly mostPerDay: number;
  /** Messages less important than this leave `reservedCredits` untouched. */
  readonly reservedBelowImportance: number;
  readonly reservedCredits: number;
}

/** The organisation may change each of them. Sources: docs/rules.md#R-15 to R-19. */
export const DEFAULT_DELIVERY_RULES: DeliveryRules = {
  onDuty: 'never',
  breaks: [{ afterMinutes: 180, lengthMinutes: 30 }],
  digestMinute: 17 * 60 + 30,
  mostPerDay: 3,
  reservedBelowImportance: 2,
  reservedCredits: 1,
};

/** What planning needs to know of a message. */
export interface DeliveryMessage {
  readonly urgency: Urgency;
  /** 1 and up; the higher takes a subscription credit before the lower. */
  readonly importance: number;
  /** Which subscription credits its notice uses up; one accepted request = one send. */
  readonly creditKind: string;
  /** Not before this instant: a delivery scheduled by the sender. */
  readonly notBeforeAtMs?: number;
  /** Deliveries happen strictly before it. */
  readonly deadlineAtMs: number;
}
