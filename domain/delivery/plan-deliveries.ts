import { LazyTimeline } from '../shift/lazy-timeline';
import type { PersonSchedule, Roster } from '../shift/person-schedule';
import { crewOn } from '../shift/each-roster-day';
import { daysThatMatter } from '../shift/timeline-layers';
import type { LocalDay } from '../time/local-day';
import { dayOfNumber } from '../time/local-day';
import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { DeliverySituation } from './delivery-situation';
import type { DeliveryReason, InboxOnlyCause, NotSentReason } from './plan-delivery';
import { planDelivery, planOn } from './plan-delivery';

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

/** As many as one document holds. docs/rules.md#R-20 */
export const MAX_GROUP_SIZE = 200;

interface Gathering {
  readonly key: string;
  readonly atMs: number;
  readonly reason: DeliveryReason;
  readonly leastBad: boolean;
  readonly personIds: string[];
  readonly inboxOnly: { personId: string; because: InboxOnlyCause }[];
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
  const sharedFor = sharedTimelines(nowMs, message.deadlineAtMs);
  const gatherings = new Map<string, Gathering>();
  const notSent: { personId: string; reason: NotSentReason }[] = [];
  for (const { personId, situation } of recipients) {
    const shared = sharedFor(situation.schedule);
    const plan =
      shared === undefined
        ? planDelivery(situation, message, nowMs, rules)
        : planOn(shared, situation, message, nowMs, rules);
    if (plan.kind === 'not-sent') {
      notSent.push({ personId, reason: plan.reason });
      continue;
    }
    const key = `${plan.atMs} ${keyOfReason(plan.reason)}`;
    let gathering = gatherings.get(key);
    if (gathering === undefined) {
      const { atMs, reason } = plan;
      const leastBad = plan.leastBad === true;
      gathering = { key, atMs, reason, leastBad, personIds: [], inboxOnly: [] };
      gatherings.set(key, gathering);
    }
    gathering.personIds.push(personId);
    if (plan.inboxOnlyBecause !== undefined) {
      gathering.inboxOnly.push({ personId, because: plan.inboxOnlyBecause });
    }
  }
  const ordered = [...gatherings.values()].sort(
    (a, b) => a.atMs - b.atMs || (a.key < b.key ? -1 : 1),
  );
  return {
    groups: ordered.flatMap(chunksOf),
    notSent,
    overview: overviewOf(ordered, notSent, nowMs),
  };
}

/** Equal for equal reasons: the part of a group's key that says why. */
export function keyOfReason(reason: DeliveryReason): string {
  switch (reason.code) {
    case 'after-shift':
    case 'after-rest':
    case 'at-handover':
    case 'in-break':
      return `${reason.code} ${reason.label}`;
    case 'after-sleep':
      return `${reason.code} ${reason.because} ${reason.label ?? ''}`;
    case 'least-bad':
      return `${reason.code} ${reason.state}`;
    case 'urgent':
    case 'free-now':
    case 'scheduled':
    case 'digest':
    case 'daily-limit':
      return reason.code;
  }
}

/**
 * One timeline per crew for all of its people whose own schedule says nothing else around the
 * interval; undefined for the others.
 */
function sharedTimelines(fromAtMs: number, toAtMs: number) {
  const byRoster = new Map<Roster, CrewTimelines>();
  return (schedule: PersonSchedule): LazyTimeline | undefined => {
    let crews = byRoster.get(schedule.roster);
    if (crews === undefined) {
      const plain: PersonSchedule = { roster: schedule.roster, memberships: [], overrides: [] };
      const [first, end] = daysThatMatter(plain, fromAtMs, toAtMs);
      crews = { fromDay: dayOfNumber(first), toDay: dayOfNumber(end), timelines: new Map() };
      byRoster.set(schedule.roster, crews);
    }
    if (!followsCrewOnly(schedule, crews.fromDay, crews.toDay)) return undefined;
    const crewId = crewOn(schedule, crews.fromDay) ?? '';
    let timeline = crews.timelines.get(crewId);
    if (timeline === undefined) {
      timeline = new LazyTimeline(schedule, fromAtMs);
      crews.timelines.set(crewId, timeline);
    }
    return timeline;
  };
}

interface CrewTimelines {
  /** Days [fromDay, toDay) whose shifts decide the interval. */
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  readonly timelines: Map<string, LazyTimeline>;
}

function followsCrewOnly(schedule: PersonSchedule, fromDay: LocalDay, toDay: LocalDay): boolean {
  if (schedule.sleepPreference !== undefined) return false;
  for (const override of schedule.overrides) {
    if (override.fromDay < toDay && fromDay < override.toDay) return false;
  }
  for (const membership of schedule.memberships) {
    if (fromDay < membership.fromDay && membership.fromDay < toDay) return false;
  }
  return true;
}

function chunksOf(gathering: Gathering): readonly DeliveryGroup[] {
  const { atMs, reason, leastBad, personIds, inboxOnly } = gathering;
  if (personIds.length <= MAX_GROUP_SIZE) return [{ atMs, reason, leastBad, personIds, inboxOnly }];
  const groups: DeliveryGroup[] = [];
  for (let start = 0; start < personIds.length; start += MAX_GROUP_SIZE) {
    const chunk = personIds.slice(start, start + MAX_GROUP_SIZE);
    const members = new Set(chunk);
    const quiet = inboxOnly.filter(({ personId }) => members.has(personId));
    groups.push({ atMs, reason, leastBad, personIds: chunk, inboxOnly: quiet });
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
