import type { LocalDay } from '../time/local-day';
import { addDays } from '../time/local-day';
import { intersects } from '../time/interval';
import { checkOverride } from './check-override';
import { MAX_SWAP_DAYS, type SwapOverride } from './override';
import type { PersonSchedule } from './person-schedule';
import type { CycleDay } from './rotation';
import { rosterDaysOf, shiftsOf } from './roster-day';
import { swapLimitAtMs } from './swap-limit';
import { hasSameHours, takesOfSwap } from './swap-takes';

export const SWAP_STATES = ['proposed', 'agreed', 'seen', 'declined', 'withdrawn'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** Two people work each other's shifts on these days. In force when agreed or seen. */
export interface Swap {
  readonly id: string;
  readonly proposerId: string;
  readonly partnerId: string;
  /** Ordered, each once. */
  readonly days: readonly LocalDay[];
  readonly state: SwapState;
  /** The instant, ms, at which it can be answered or taken back no more; see swapLimitAtMs. */
  readonly limitAtMs: number;
}

type SwapOfTwo = Pick<Swap, 'id' | 'proposerId' | 'partnerId' | 'days'>;

export const SWAP_ACTIONS = ['agree', 'decline', 'withdraw', 'see'] as const;
export type SwapAction = (typeof SWAP_ACTIONS)[number];

export type SwapRefusal =
  | 'same-person'
  | 'no-days'
  | 'too-many-days'
  | 'day-has-begun'
  | 'nothing-to-swap'
  | 'shifts-not-known'
  | 'contradicts-override'
  | 'shifts-overlap'
  | 'not-the-partner'
  | 'not-a-party'
  | 'not-an-officer'
  | 'already-decided';

export type SwapDecision =
  | { readonly kind: 'accepted'; readonly swap: Swap }
  | { readonly kind: 'refused'; readonly reason: SwapRefusal };

export interface SwapActor {
  readonly personId: string;
  readonly isOfficer: boolean;
}

/**
 * Whether two people may propose to work each other's shifts. Refused when the first shift of either
 * on these days has begun, when a person's shifts are unknown or already changed on a day, when both have the same shifts on all
 * days, or when one would have two shifts at once, also with the shift of the day before or after.
 * docs/rules.md#R-13, #R-75
 */
export function proposeSwap(
  swap: SwapOfTwo,
  proposer: PersonSchedule,
  partner: PersonSchedule,
  nowMs: number,
): SwapDecision {
  const days = [...new Set(swap.days)].sort();
  if (swap.proposerId === swap.partnerId) return refused('same-person');
  if (days.length === 0) return refused('no-days');
  if (days.length > MAX_SWAP_DAYS) return refused('too-many-days');
  const limitAtMs = swapLimitAtMs(days, takesOfSwap(days, proposer, partner));
  if (limitAtMs <= nowMs) return refused('day-has-begun');
  const proposed: Swap = { ...swap, days, state: 'proposed', limitAtMs };
  const obstacle = obstacleTo(proposed, proposer, partner);
  return obstacle === undefined ? { kind: 'accepted', swap: proposed } : refused(obstacle);
}

/**
 * What an action makes of a swap. The partner agrees or declines a proposal; either side withdraws
 * until its limit, and an officer declines until then; an officer sees an agreed one.
 * Repeating a person's own decision is accepted and changes nothing. docs/rules.md#R-13, #R-75
 */
export function decideSwap(
  swap: Swap,
  action: SwapAction,
  actor: SwapActor,
  nowMs: number,
): SwapDecision {
  const isPartner = actor.personId === swap.partnerId;
  const isParty = isPartner || actor.personId === swap.proposerId;
  const hasBegun = swap.limitAtMs <= nowMs;
  const isOpen = swap.state === 'proposed' || swap.state === 'agreed' || swap.state === 'seen';
  switch (action) {
    case 'agree':
      if (!isPartner) return refused('not-the-partner');
      if (swap.state === 'agreed' || swap.state === 'seen') return accepted(swap, swap.state);
      if (!isOpen) return refused('already-decided');
      return hasBegun ? refused('day-has-begun') : accepted(swap, 'agreed');
    case 'decline':
      if (!isPartner && !actor.isOfficer) return refused('not-the-partner');
      if (swap.state === 'declined') return accepted(swap, 'declined');
      // Having agreed, the partner takes it back by withdrawing; only an officer still declines.
      if (!isOpen || (swap.state !== 'proposed' && !actor.isOfficer)) {
        return refused('already-decided');
      }
      return hasBegun ? refused('day-has-begun') : accepted(swap, 'declined');
    case 'withdraw':
      if (!isParty) return refused('not-a-party');
      if (swap.state === 'withdrawn') return accepted(swap, 'withdrawn');
      if (!isOpen) return refused('already-decided');
      return hasBegun ? refused('day-has-begun') : accepted(swap, 'withdrawn');
    case 'see':
      if (!actor.isOfficer || isParty) return refused('not-an-officer');
      if (swap.state === 'agreed' || swap.state === 'seen') return accepted(swap, 'seen');
      return refused('already-decided');
  }
}

/**
 * The changes that a swap makes to both people's days: one override per person and day, holding the
 * slots the other would have worked when this was called. To be stored when the partner agrees, and
 * taken away when the swap is withdrawn or declined after that.
 */
export function overridesOfSwap(
  swap: SwapOfTwo,
  proposer: PersonSchedule,
  partner: PersonSchedule,
): { readonly proposer: readonly SwapOverride[]; readonly partner: readonly SwapOverride[] } {
  const taken = (day: LocalDay, slots: CycleDay, withPersonId: string): SwapOverride => ({
    kind: 'swap',
    id: `${swap.id}-${day}`,
    swapId: swap.id,
    fromDay: day,
    toDay: addDays(day, 1),
    withPersonId,
    slots,
  });
  const takes = takesOfSwap(swap.days, proposer, partner);
  return {
    proposer: takes.map((take) => taken(take.day, take.proposer, swap.partnerId)),
    partner: takes.map((take) => taken(take.day, take.partner, swap.proposerId)),
  };
}

/** Why the swap cannot be, looking at both schedules as they are now; also to be asked when agreeing. */
export function obstacleTo(
  swap: SwapOfTwo,
  proposer: PersonSchedule,
  partner: PersonSchedule,
): SwapRefusal | undefined {
  for (const schedule of [proposer, partner]) {
    const isUnknown = swap.days.some((day) =>
      rosterDaysOf(schedule, day, addDays(day, 1)).some(({ source }) => source.kind === 'unknown'),
    );
    if (isUnknown) return 'shifts-not-known';
  }
  const changes = takesOfSwap(swap.days, proposer, partner).some(
    (take) => !hasSameHours(take.proposer, take.partner),
  );
  if (!changes) return 'nothing-to-swap';
  const overrides = overridesOfSwap(swap, proposer, partner);
  for (const [schedule, added] of [
    [proposer, overrides.proposer],
    [partner, overrides.partner],
  ] as const) {
    const isRefused = added.some(
      (override) => checkOverride(schedule.overrides, override).kind === 'refused',
    );
    if (isRefused) return 'contradicts-override';
    const after = { ...schedule, overrides: [...schedule.overrides, ...added] };
    if (swap.days.some((day) => hasOverlapAround(after, day))) return 'shifts-overlap';
  }
  return undefined;
}

/** Shifts of the two days before can still run when a day begins, so those are looked at too. */
function hasOverlapAround(schedule: PersonSchedule, day: LocalDay): boolean {
  const shifts = shiftsOf(schedule, addDays(day, -2), addDays(day, 3));
  return shifts.some((shift, index) =>
    shifts.slice(index + 1).some((other) => intersects(shift, other)),
  );
}

function accepted(swap: Swap, state: SwapState): SwapDecision {
  return { kind: 'accepted', swap: { ...swap, state } };
}

function refused(reason: SwapRefusal): SwapDecision {
  return { kind: 'refused', reason };
}
