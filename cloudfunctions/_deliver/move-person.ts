import type { DeliveryPlan } from '../../domain/delivery/plan-delivery';
import type { DeliveryGroup } from '../_store/delivery/delivery-document';
import { isIn } from './inbox-entry';
import { whyOf } from './notice-reason';

type Plan = Extract<DeliveryPlan, { kind: 'deliver' }>;

/**
 * The groups after one person who is in a pending group gets the message by another plan. Everybody
 * stays in exactly one group, and what stood in the inbox stays there; a group that is left empty
 * goes. Nobody joins a group that is due: it may be on its way.
 */
export function movePerson(
  groups: readonly DeliveryGroup[],
  memberId: string,
  plan: Plan,
  nowMs: number,
): DeliveryGroup[] {
  const before = groups.find((group) => group.state === 'pending' && isIn(group, memberId));
  const shown = before === undefined ? undefined : shownAt(before, nowMs);
  const left = withoutPerson(groups, memberId);
  const why = whyOf(plan.reason);
  const isLeastBad = plan.leastBad === true;
  const joined = left.find(
    (group) =>
      group.state === 'pending' &&
      group.atMs === plan.atMs &&
      group.atMs > nowMs &&
      group.shown?.atMs === shown?.atMs &&
      group.isLeastBad === isLeastBad &&
      group.why.code === why.code &&
      group.why.because === why.because &&
      group.why.label === why.label,
  );
  const target: DeliveryGroup = joined ?? {
    atMs: plan.atMs,
    why,
    isLeastBad,
    subscribe: [],
    inboxOnly: [],
    state: 'pending',
    leaseUntilMs: null,
    outcomes: {},
    ...(shown !== undefined && { shown }),
  };
  const because = plan.inboxOnlyBecause;
  const grown: DeliveryGroup =
    because === undefined
      ? { ...target, subscribe: [...target.subscribe, memberId] }
      : { ...target, inboxOnly: [...target.inboxOnly, { memberId, because }] };
  return [...left.filter((group) => group !== joined), grown];
}

function shownAt({ shown, atMs, why }: DeliveryGroup, nowMs: number): DeliveryGroup['shown'] {
  return shown ?? (atMs <= nowMs ? { atMs, why } : undefined);
}

/** The groups after one person is taken out of the pending ones. */
export function withoutPerson(groups: readonly DeliveryGroup[], memberId: string): DeliveryGroup[] {
  return groups
    .map((group) =>
      group.state === 'pending'
        ? {
            ...group,
            subscribe: group.subscribe.filter((id) => id !== memberId),
            inboxOnly: group.inboxOnly.filter((entry) => entry.memberId !== memberId),
          }
        : group,
    )
    .filter((group) => group.subscribe.length + group.inboxOnly.length > 0);
}
