import { CrewMoments } from './crew-moments';
import { MAX_GROUP_SIZE, type DeliveryMessage, type DeliveryRules } from './delivery-rules';
import type { DeliverySituation } from './delivery-situation';
import type { Gathering } from './gatherings';
import { Gatherings } from './gatherings';
import type { DeliveryReason, InboxOnlyCause, NotSentReason } from './plan-delivery';
import { inboxOnlyCause } from './plan-delivery';

export interface Recipient {
  readonly personId: string;
  readonly situation: DeliverySituation;
}

/** People who get the message at the same instant for the same reason; at most 200. */
export interface DeliveryGroup {
  readonly atMs: number;
  readonly reason: DeliveryReason;
  readonly leastBad: boolean;
  readonly personIds: readonly string[];
  /** Those of personIds who get no notice outside the inbox, and why. */
  readonly inboxOnly: readonly { readonly personId: string; readonly because: InboxOnlyCause }[];
}

/** How the people of a message divide; every recipient is in exactly one of now, later, notSent. */
export interface DeliveryOverview {
  readonly total: number;
  readonly now: number;
  /** By instant, then by reason. */
  readonly later: readonly {
    readonly atMs: number;
    readonly reason: DeliveryReason;
    readonly count: number;
  }[];
  readonly notSent: Readonly<Record<NotSentReason, number>>;
  /** Of now and later together. */
  readonly inboxOnly: Readonly<Record<InboxOnlyCause, number>>;
  readonly leastBad: number;
}

export interface Deliveries {
  /** By instant, then by reason; within one the order of the recipients. */
  readonly groups: readonly DeliveryGroup[];
  readonly notSent: readonly { readonly personId: string; readonly reason: NotSentReason }[];
  readonly overview: DeliveryOverview;
}

/**
 * One message to many people: planDelivery for each, people with the same instant and reason
 * together in groups of at most 200, and the figures that the sender sees before sending.
 */
export function planDeliveries(
  recipients: Iterable<Recipient>,
  message: DeliveryMessage,
  nowMs: number,
  rules: DeliveryRules,
): Deliveries {
  const moments = new CrewMoments(message, nowMs, rules);
  const gatherings = new Gatherings();
  const notSent: { personId: string; reason: NotSentReason }[] = [];
  for (const { personId, situation } of recipients) {
    const moment = moments.momentOf(situation);
    if (moment.kind === 'not-sent') {
      notSent.push({ personId, reason: moment.reason });
      continue;
    }
    const gathering = gatherings.of(moment);
    const index = gathering.personIds.push(personId) - 1;
    const because = inboxOnlyCause(moment, situation, message, rules);
    if (because !== undefined) gathering.inboxOnly.push({ index, because });
  }
  const ordered = gatherings.ordered();
  return {
    groups: ordered.flatMap(chunksOf),
    notSent,
    overview: overviewOf(ordered, notSent, nowMs),
  };
}

function chunksOf(gathering: Gathering): readonly DeliveryGroup[] {
  const { atMs, reason, leastBad, personIds, inboxOnly } = gathering;
  const groups: DeliveryGroup[] = [];
  let quiet = 0;
  for (let start = 0; start < personIds.length; start += MAX_GROUP_SIZE) {
    const chunk = personIds.slice(start, start + MAX_GROUP_SIZE);
    const quietOnes: { personId: string; because: InboxOnlyCause }[] = [];
    for (; quiet < inboxOnly.length; quiet += 1) {
      const exception = inboxOnly[quiet];
      const personId = exception === undefined ? undefined : chunk[exception.index - start];
      if (exception === undefined || personId === undefined) break;
      quietOnes.push({ personId, because: exception.because });
    }
    groups.push({ atMs, reason, leastBad, personIds: chunk, inboxOnly: quietOnes });
  }
  return groups;
}

function overviewOf(
  gatherings: readonly Gathering[],
  notSent: Deliveries['notSent'],
  nowMs: number,
): DeliveryOverview {
  const inboxOnly = { 'not-bound': 0, 'no-credit': 0, asleep: 0, 'daily-limit': 0 };
  const notSentCounts = { 'deadline-past': 0, 'starts-too-late': 0 };
  const later: { atMs: number; reason: DeliveryReason; count: number }[] = [];
  let total = notSent.length;
  let now = 0;
  let leastBad = 0;
  for (const { reason } of notSent) notSentCounts[reason] += 1;
  for (const gathering of gatherings) {
    const count = gathering.personIds.length;
    total += count;
    if (gathering.leastBad) leastBad += count;
    for (const { because } of gathering.inboxOnly) inboxOnly[because] += 1;
    if (gathering.atMs <= nowMs) now += count;
    else later.push({ atMs: gathering.atMs, reason: gathering.reason, count });
  }
  return { total, now, later, notSent: notSentCounts, inboxOnly, leastBad };
}
