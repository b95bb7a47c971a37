import { decideSwap, obstacleTo, overridesOfSwap } from '../../../domain/shift/swap';
import type { SwapAction, SwapActor, SwapRefusal } from '../../../domain/shift/swap';
import { dayOfInstant } from '../../../domain/time/local-day';
import { forgetCaller } from '../../_store/people/callers';
import { withOverrides, withoutSwap } from '../../_store/people/member-changes';
import { readOrganisation, type Organisation } from '../../_store/people/organisation';
import { postponeMakeUps } from '../../_deliver/postpone-make-ups';
import { replanFor } from '../../_deliver/replan';
import {
  hoursOf,
  isInForce,
  swapOf,
  swaps,
  type SwapChanges,
  type SwapDocument,
  type SwapPeople,
} from '../../_store/roster/swaps';
import { tellAboutSwap, type SwapEvent } from '../../_deliver/tell-about-swap';

interface Decider extends SwapActor {
  readonly name: string;
}

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

/** What the others are told of; nobody is told that an officer has seen it. */
const EVENTS: Readonly<Record<Exclude<SwapAction, 'see'>, SwapEvent>> = {
  agree: 'agreed',
  decline: 'declined',
  withdraw: 'withdrawn',
};

export type SwapOutcome =
  | { readonly kind: 'decided'; readonly swap: SwapDocument; readonly movedDeliveries: number }
  | { readonly kind: 'refused'; readonly code: SwapRefusal | 'too-many-changes' }
  | { readonly kind: 'missing' };

/**
 * Decides on a swap: its state, and both people's days when it comes into force or ends, in one
 * transaction; then plans again what is pending for the two, and tells whoever did not decide it
 * themselves. `isMeant` says whether it is a swap that the caller may know of. Can be repeated.
 */
export async function decideOnSwap(
  swapId: string,
  action: SwapAction,
  actor: Decider,
  { requestId, nowMs }: Call,
  isMeant: (swap: SwapDocument) => boolean,
): Promise<SwapOutcome> {
  const organisation = await readOrganisation();
  const verdict = await swaps.change(swapId, (swap, people) =>
    isMeant(swap) ? changesOf(swap, people, action, actor, nowMs, organisation) : 'missing',
  );
  if (verdict.kind === 'missing') return verdict;
  if (verdict.kind === 'refused') {
    return verdict.code === 'missing'
      ? { kind: 'missing' }
      : { kind: 'refused', code: verdict.code };
  }
  const { before, swap, people } = verdict;
  if (action === 'see') return { kind: 'decided', swap, movedDeliveries: 0 };
  // A repeated answer plans and tells again too: the first may not have come to it.
  const touchesDays = before.state !== 'proposed' || isInForce(swap);
  const movedDeliveries = touchesDays ? await replanBoth(people, nowMs) : 0;
  const others = [people.proposer, people.partner].filter(({ _id }) => _id !== actor.personId);
  const author = { memberId: actor.personId, name: actor.name };
  const call = { requestId, nowMs };
  await tellAboutSwap(swap, EVENTS[action], author, others, organisation, call);
  return { kind: 'decided', swap, movedDeliveries };
}

async function replanBoth({ proposer, partner }: SwapPeople, nowMs: number): Promise<number> {
  forgetCaller(proposer.account);
  forgetCaller(partner.account);
  const both = [proposer._id, partner._id];
  const moved = await replanFor(both, nowMs);
  await postponeMakeUps(both, nowMs);
  return moved;
}

function changesOf(
  swap: SwapDocument,
  people: SwapPeople,
  action: SwapAction,
  actor: Decider,
  nowMs: number,
  organisation: Organisation,
): SwapChanges | SwapRefusal | 'too-many-changes' | 'missing' {
  const decision = decideSwap(swapOf(swap), action, actor, nowMs);
  if (decision.kind === 'refused') return decision.reason;
  const { state } = decision.swap;
  if (state === swap.state) return { swap: {} };
  if (action === 'see') {
    return { swap: { state, seenBy: { memberId: actor.personId, name: actor.name, atMs: nowMs } } };
  }
  if (action === 'agree') return agreed(swap, people, nowMs, organisation);
  if (!isInForce(swap)) return { swap: { state } };
  return {
    swap: { state },
    proposer: withoutSwap(people.proposer, swap._id),
    partner: withoutSwap(people.partner, swap._id),
  };
}

/** Shifts may have changed since it was proposed, so everything is asked again. */
function agreed(
  swap: SwapDocument,
  { proposer, partner }: SwapPeople,
  nowMs: number,
  organisation: Organisation,
): SwapChanges | SwapRefusal | 'too-many-changes' | 'missing' {
  if (proposer.leftDay !== null) return 'missing';
  const theirs = organisation.scheduleOf(proposer);
  const mine = organisation.scheduleOf(partner);
  const obstacle = obstacleTo(swapOf(swap), theirs, mine);
  if (obstacle !== undefined) return obstacle;
  const overrides = overridesOfSwap(swapOf(swap), theirs, mine);
  const today = dayOfInstant(nowMs);
  const ofProposer = withOverrides(proposer, overrides.proposer, today);
  const ofPartner = withOverrides(partner, overrides.partner, today);
  if (ofProposer === 'too-many-changes' || ofPartner === 'too-many-changes') {
    return 'too-many-changes';
  }
  const hours = hoursOf(swap, theirs, mine);
  if (hours.limitAtMs <= nowMs) return 'day-has-begun';
  return { swap: { state: 'agreed', ...hours }, proposer: ofProposer, partner: ofPartner };
}
