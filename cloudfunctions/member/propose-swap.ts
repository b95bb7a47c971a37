import { isDeepStrictEqual } from 'node:util';
import type { swapActions } from '../../contract/swaps';
import { obstacleTo, proposeSwap as decideProposal } from '../../domain/shift/swap';
import { dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import type { Handler } from '../_kit/serve';
import { isBound, members } from '../_store/members';
import { readOrganisation } from '../_store/organisation';
import { swaps, type SwapDocument } from '../_store/swaps';
import { toSwap } from './roster-shapes';
import { proposalCodeOf } from './swap-codes';

/** Proposals of one person that may wait for an answer at once. docs/rules.md#R-67 */
const MOST_OPEN = 20;

/** Changes nobody's days until the partner agrees. A retry gets the swap as it is by then, answered perhaps. */
export const proposeSwap: Handler<typeof swapActions.proposeSwap> = async (input, ctx) => {
  const { swapId, partnerId, reason } = input;
  const { memberId, branchId } = ctx.caller;
  const today = dayOfInstant(ctx.nowMs());
  const days = [...new Set(input.days)].sort();

  const present = await swaps.byId(swapId);
  if (present !== null) {
    return isSameProposal(present, memberId, partnerId, days)
      ? ctx.answer({ swap: toSwap(present) })
      : ctx.fail('bad-input', { path: 'swapId' });
  }
  const [people, open, organisation] = await Promise.all([
    members.byIds([memberId, partnerId]),
    swaps.countOpenOf(memberId, today),
    readOrganisation(),
  ]);
  const proposer = people.find(({ _id }) => _id === memberId);
  const partner = people.find(({ _id }) => _id === partnerId);
  if (proposer === undefined) return ctx.fail('not-found');
  // Who has no account yet could never answer.
  const canAnswer = partner?.branchId === branchId && partner.leftDay === null && isBound(partner);
  if (!canAnswer) return ctx.fail('unknown-partner');

  const [mine, theirs] = [organisation.scheduleOf(proposer), organisation.scheduleOf(partner)];
  const asked = { id: swapId, proposerId: memberId, partnerId, days };
  const decision = decideProposal(asked, mine, theirs, ctx.nowMs());
  if (decision.kind === 'refused') {
    const { reason: why } = decision;
    const day = days.find(
      (each) => obstacleTo({ ...asked, days: [each], state: 'proposed' }, mine, theirs) === why,
    );
    return ctx.fail(proposalCodeOf(why), day === undefined ? undefined : { day });
  }
  if (open >= MOST_OPEN) return ctx.fail('too-many-swaps', { most: MOST_OPEN });

  const proposed: SwapDocument = {
    _id: swapId,
    branchId,
    proposerId: memberId,
    proposerName: proposer.name,
    partnerId,
    partnerName: partner.name,
    days,
    lastDay: days.at(-1) ?? today,
    reason,
    state: 'proposed',
    proposedAtMs: ctx.nowMs(),
    seenBy: null,
    schemaVersion: 1,
  };
  if (await swaps.add(proposed)) return ctx.answer({ swap: toSwap(proposed) });
  // The same call came twice at once, or the id is somebody else's: the same as at the top.
  const first = await swaps.byId(swapId);
  return first !== null && isSameProposal(first, memberId, partnerId, days)
    ? ctx.answer({ swap: toSwap(first) })
    : ctx.fail('bad-input', { path: 'swapId' });
};

function isSameProposal(
  swap: SwapDocument,
  proposerId: string,
  partnerId: string,
  days: readonly LocalDay[],
): boolean {
  return (
    swap.proposerId === proposerId &&
    swap.partnerId === partnerId &&
    isDeepStrictEqual(swap.days, days)
  );
}
