import { DEFAULT_DELIVERY_RULES } from '../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../domain/delivery/delivery-situation';
import { planDelivery } from '../../domain/delivery/plan-delivery';
import { stillEligible, type Eligibility } from '../../domain/delivery/still-eligible';
import { followsPeople } from '../../domain/notice/notice-kinds';
import { isOfBranch } from '../../domain/people/audience';
import { dayOfInstant, MS_PER_MINUTE } from '../../domain/time/local-day';
import type {
  DeliveryDocument,
  DeliveryGroup,
  Outcome,
} from '../_store/delivery/delivery-document';
import { movePerson, withoutPerson } from '../_deliver/move-person';
import { peopleIn } from '../_deliver/inbox-entry';
import { reasonOf } from '../_deliver/notice-reason';
import { deliveryMessageOf } from '../_deliver/plan-notice';
import type { DueFacts } from './due-facts';

/** Longer than the function may run: who holds a lease may still be sending. */
const LEASE_MS = 3 * MS_PER_MINUTE;

/** A document as it is once this run has taken what is due in it. */
export interface Taken {
  readonly document: DeliveryDocument;
  readonly groups: readonly DeliveryGroup[];
  /** For whom no instant is left; all of them. */
  readonly tooLate: readonly string[];
  /** Who gets a subscribe message now. */
  readonly sendTo: readonly string[];
}

/**
 * What one batch has already decided to send, so that nobody's phone rings twice for what can wait.
 * `earlier`: what became of such a message to a person in an earlier batch of the same run.
 */
export class RunTally {
  private readonly told = new Set<string>();
  private readonly spent = new Map<string, number>();
  private readonly earlier: ReadonlyMap<string, Outcome>;

  constructor(earlier: ReadonlyMap<string, Outcome>) {
    this.earlier = earlier;
  }

  /** The outcome that this person's message of an earlier batch has for everything that can wait. */
  toldEarlier(memberId: string): Outcome | undefined {
    const outcome = this.earlier.get(memberId);
    return outcome === 'sent' || outcome === 'unknown' ? outcome : undefined;
  }

  isTold(memberId: string): boolean {
    return this.told.has(memberId);
  }

  note(memberId: string, { urgency, templateKey }: DeliveryDocument): void {
    if (urgency !== 'urgent') {
      if (this.told.has(memberId)) return;
      this.told.add(memberId);
    }
    const key = `${memberId} ${templateKey}`;
    this.spent.set(key, (this.spent.get(key) ?? 0) + 1);
  }

  /** The situation with the credits that this run leaves. */
  left(situation: DeliverySituation, memberId: string): DeliverySituation {
    const credits = Object.fromEntries(
      Object.entries(situation.credits).map(([key, count]) => [
        key,
        count - (this.spent.get(`${memberId} ${key}`) ?? 0),
      ]),
    );
    return { ...situation, credits };
  }
}

/**
 * Looks once more at everybody who is due in a document. What nobody recorded before a lease ran out
 * is unknown and stays so; who sleeps or works after all is planned again.
 */
export function takeDue(
  document: DeliveryDocument,
  facts: DueFacts,
  tally: RunTally,
  nowMs: number,
): Taken {
  const message = deliveryMessageOf(document);
  let groups: readonly DeliveryGroup[] = document.groups.map((group) => expired(group, nowMs));
  const tooLate = [...document.tooLate];
  const sendTo: string[] = [];
  const outcomes = new Map<string, Outcome | 'send'>();
  for (const group of document.groups) {
    if (group.state !== 'pending' || group.atMs > nowMs) continue;
    for (const memberId of peopleIn(group)) {
      const verdict = lookAt(document, group, memberId, facts, tally, nowMs);
      if (verdict.kind === 'plan-again') {
        const situation = facts.situations.get(memberId);
        if (situation === undefined) continue;
        const full = isDayFull(facts, memberId) ? withFullDay(situation, nowMs) : situation;
        const plan = planDelivery(full, message, nowMs, DEFAULT_DELIVERY_RULES);
        if (plan.kind === 'deliver') groups = movePerson(groups, memberId, plan, nowMs);
        else {
          groups = withoutPerson(groups, memberId);
          tooLate.push(memberId);
        }
        continue;
      }
      const told = document.urgency === 'urgent' ? undefined : tally.toldEarlier(memberId);
      const decided = outcomeOf(verdict);
      const outcome = decided === 'send' && told !== undefined ? told : decided;
      outcomes.set(memberId, outcome);
      if (outcome !== 'send') continue;
      sendTo.push(memberId);
      tally.note(memberId, document);
    }
  }
  return {
    document,
    groups: groups.map((group) => taken(group, outcomes, nowMs)),
    tooLate,
    sendTo,
  };
}

function lookAt(
  document: DeliveryDocument,
  group: DeliveryGroup,
  memberId: string,
  facts: DueFacts,
  tally: RunTally,
  nowMs: number,
): Eligibility {
  const member = facts.people.get(memberId);
  const situation = facts.situations.get(memberId);
  const isInAudience =
    member !== undefined &&
    isOfBranch(
      member,
      followsPeople(document.kind) ? member.branchId : document.branchId,
      dayOfInstant(nowMs),
    );
  if (!isInAudience || situation === undefined) return { kind: 'drop', because: 'left-audience' };
  const because = group.inboxOnly.find((entry) => entry.memberId === memberId)?.because;
  const sendingFacts = {
    isCancelled: false,
    isInAudience,
    isDone: facts.isDone(document, memberId),
    plan: {
      kind: 'deliver',
      atMs: group.atMs,
      reason: reasonOf(group.why),
      ...(because !== undefined && { inboxOnlyBecause: because }),
      ...(group.isLeastBad && { leastBad: true as const }),
    },
  } as const;
  const verdict = stillEligible(
    deliveryMessageOf(document),
    sendingFacts,
    tally.left(situation, memberId),
    nowMs,
    DEFAULT_DELIVERY_RULES,
  );
  if (document.urgency === 'urgent') return verdict;
  // It joins the one message that this run sends the person anyway, whatever credits are left.
  if (tally.isTold(memberId) || tally.toldEarlier(memberId) !== undefined) {
    const hasNoCredit = verdict.kind === 'inbox-only' && verdict.because === 'no-credit';
    return hasNoCredit ? { kind: 'send' } : verdict;
  }
  // Where the clock was late, what was planned for another day comes on this one.
  return verdict.kind === 'send' && isDayFull(facts, memberId) ? { kind: 'plan-again' } : verdict;
}

const isDayFull = ({ toldToday }: DueFacts, memberId: string): boolean =>
  (toldToday.get(memberId) ?? 0) >= DEFAULT_DELIVERY_RULES.mostPerDay;

function withFullDay(situation: DeliverySituation, nowMs: number): DeliverySituation {
  const countsByDay = {
    ...situation.countsByDay,
    [dayOfInstant(nowMs)]: DEFAULT_DELIVERY_RULES.mostPerDay,
  };
  return { ...situation, countsByDay };
}

function outcomeOf(verdict: Exclude<Eligibility, { kind: 'plan-again' }>): Outcome | 'send' {
  if (verdict.kind === 'send') return 'send';
  if (verdict.kind === 'inbox-only') {
    return verdict.because === 'no-credit' ? 'no-credit' : 'inbox-only';
  }
  return verdict.because === 'deadline-past' ? 'too-late' : 'not-concerned';
}

function expired(group: DeliveryGroup, nowMs: number): DeliveryGroup {
  if (group.state !== 'sending' || (group.leaseUntilMs ?? 0) > nowMs) return group;
  const unknown = peopleIn(group)
    .filter((memberId) => group.outcomes[memberId] === undefined)
    .map((memberId): [string, Outcome] => [memberId, 'unknown']);
  return {
    ...group,
    state: 'done',
    leaseUntilMs: null,
    outcomes: { ...group.outcomes, ...Object.fromEntries(unknown) },
  };
}

function taken(
  group: DeliveryGroup,
  outcomes: ReadonlyMap<string, Outcome | 'send'>,
  nowMs: number,
): DeliveryGroup {
  const people = peopleIn(group);
  const isDecided = people.every((memberId) => outcomes.has(memberId));
  if (group.state !== 'pending' || group.atMs > nowMs || !isDecided) return group;
  const known = people.flatMap((memberId): [string, Outcome][] => {
    const outcome = outcomes.get(memberId);
    return outcome === undefined || outcome === 'send' ? [] : [[memberId, outcome]];
  });
  const isSending = known.length < people.length;
  return {
    ...group,
    state: isSending ? 'sending' : 'done',
    leaseUntilMs: isSending ? nowMs + LEASE_MS : null,
    ...(isSending && { sentAtMs: nowMs }),
    outcomes: Object.fromEntries(known),
  };
}
