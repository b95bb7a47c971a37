import type { PersonSchedule } from '../../../domain/shift/person-schedule';

/** What a simulation leaves for the auditor: facts only, nothing that the planner says of itself. */
export interface SimulationLog {
  readonly editions: readonly Edition[];
  readonly sends: readonly Send[];
  /** How many messages a person has allowed WeChat to deliver, by `<account> <template>`. */
  readonly granted: ReadonlyMap<string, number>;
  /** In the order in which they were looked at. */
  readonly inboxes: readonly InboxLook[];
  readonly fates: readonly Fate[];
  readonly plans: readonly PlanLook[];
  /** `<person> <edition>` where the person left the branch of the message: it is owed to them no more. */
  readonly departed: ReadonlySet<string>;
  /** `<person> <edition>` of those who have done what it asks and are asked no more. */
  readonly released: ReadonlySet<string>;
}

/** A message, or a major revision of it, that the product has accepted for these people. */
export interface Edition {
  /** `<messageId>_<major>`; the titles of messages are the same with a dash. */
  readonly id: string;
  readonly memberIds: readonly string[];
  readonly isUrgent: boolean;
  /** Asks again for another message and stands in no inbox. */
  readonly isReminder: boolean;
  readonly acceptedAtMs: number;
  /** Counted up when the clock is set back: what was true before need not be true yet. */
  readonly era: number;
  readonly notBeforeAtMs: number | null;
  readonly deadlineAtMs: number;
  /** Cancelled, or superseded by the next edition. */
  readonly isOver: boolean;
  /** It stands in no inbox from then on; absent: it stays. */
  readonly standsUntilMs?: number;
}

/** A subscribe message that WeChat has delivered. */
export interface Send {
  readonly memberId: string;
  readonly account: string;
  readonly templateId: string;
  readonly atMs: number;
  readonly isUrgent: boolean;
  /** Editions that it is known to tell of; when two runs met, perhaps not all `count` of them. */
  readonly told: readonly string[];
  readonly count: number;
  /** As it was stored when the message went out. */
  readonly schedule: PersonSchedule;
}

/** Everything in a person's inbox, all pages. */
export interface InboxLook {
  readonly memberId: string;
  readonly atMs: number;
  /** As in an edition. */
  readonly era: number;
  readonly isLast: boolean;
  /** Ids of editions. */
  readonly shown: readonly string[];
}

/** What the product has recorded of one person and one edition. */
export interface Fate {
  readonly editionId: string;
  readonly memberId: string;
  /** Each outcome that stands there; exactly one is right. */
  readonly outcomes: readonly string[];
  /** When a 'too-late' was seen first. */
  readonly tooLateAtMs: number | null;
}

/** Something planned for later, looked at between two steps. */
export interface PlanLook {
  readonly editionId: string;
  readonly memberId: string;
  readonly atMs: number;
  readonly isUrgent: boolean;
  /** Said by the product to be the least bad instant. */
  readonly isLeastBad: boolean;
  readonly schedule: PersonSchedule;
}
