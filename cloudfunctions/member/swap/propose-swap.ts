import { isDeepStrictEqual } from 'node:util';
import type { swapActions } from '../../../contract/roster/swaps';
import { obstacleTo, proposeSwap as decideProposal } from '../../../domain/shift/swap';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { isBound } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { hoursOf, swaps, type SwapDocument } from '../../_store/roster/swaps';
import { toSwap } from '../roster/to-roster-shapes';
import { reserveProposal } from './reserve-proposal';
import { proposalCodeOf } from './swap-codes';
import { tellAboutSwap } from '../../_deliver/tell-about-swap';

/** Proposals of one person that may wait for an answer at once. docs/rules.md#R-67 */
const MOST_OPEN = 20;

/**
 * Changes nobody's days until the partner agrees, and asks the partner. A retry gets the swap as it
 * is by then, answered perhaps, and asks when the first try did not come to it.
 */
export const proposeSwap: Handler<typeof swapActions.proposeSwap> = async (input, ctx) => {
  const { swapId, partnerId, reason } = input;
  const { memberId, branchId } = ctx.caller;
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const days = [...new Set(input.days)].sort();

  const [people, organisation] = await Promise.all([
    members.byIds([memberId, partnerId]),
    readOrganisation(),
  ]);
  const ask = async (swap: SwapDocument) => {
    const asked = people.filter(({ _id }) => _id === partnerId);
    const call = { requestId: ctx.requestId, nowMs };
    await tellAboutSwap(swap, 'proposed', ctx.caller, asked, organisation, call);
    return ctx.answer({ swap: toSwap(swap) });
  };
  const asBefore = (swap: SwapDocument) => {
    if (swap.proposerId !== memberId) {
      return Promise.resolve(ctx.fail('bad-input', { path: 'swapId' }));
    }
    const isSame =
      swap.partnerId === partnerId && swap.reason === reason && isDeepStrictEqual(swap.days, days);
    if (!isSame) return Promise.resolve(ctx.fail('written-before'));
    if (swap.state === 'proposed') return ask(swap);
    return Promise.resolve(ctx.answer({ swap: toSwap(swap) }));
  };
  const proposer = people.find(({ _id }) => _id === memberId);
  const partner = people.find(({ _id }) => _id === partnerId);
  if (proposer === undefined) return ctx.fail('not-found');
  // Whoever repeats a call has noted it; members of before that was done are looked up.
  const isKnown = proposer.proposals?.some((noted) => noted.swapId === swapId) ?? true;
  const known = isKnown ? await swaps.byId(swapId) : null;
  if (known !== null) return asBefore(known);
  // Who has no account yet could never answer.
  const canAnswer = partner?.branchId === branchId && partner.leftDay === null && isBound(partner);
  if (!canAnswer) return ctx.fail('unknown-partner');

  const [mine, theirs] = [organisation.scheduleOf(proposer), organisation.scheduleOf(partner)];
  const asked = { id: swapId, proposerId: memberId, partnerId, days };
  const decision = decideProposal(asked, mine, theirs, nowMs);
  if (decision.kind === 'refused') {
    const { reason: why } = decision;
    const day = days.find((each) => obstacleTo({ ...asked, days: [each] }, mine, theirs) === why);
    return ctx.fail(proposalCodeOf(why), day === undefined ? undefined : { day });
  }
  const proposed: SwapDocument = {
    _id: swapId,
    branchId,
    proposerId: memberId,
    proposerName: proposer.name,
    partnerId,
    partnerName: partner.name,
    days,
    lastDay: days.at(-1) ?? today,
    ...hoursOf(decision.swap, mine, theirs),
    reason,
    state: 'proposed',
    proposedAtMs: nowMs,
    seenBy: null,
    schemaVersion: 1,
  };
  if (!(await reserveProposal(proposer, swapId, MOST_OPEN, nowMs))) {
    return ctx.fail('too-many-swaps', { most: MOST_OPEN });
  }
  if (await swaps.add(proposed)) return ask(proposed);
  // The same call came twice at once, or the id is somebody else's.
  const first = await swaps.byId(swapId);
  if (first?.proposerId !== memberId) await members.dropProposals(memberId, [swapId]);
  return first === null ? ctx.fail('bad-input', { path: 'swapId' }) : asBefore(first);
};
