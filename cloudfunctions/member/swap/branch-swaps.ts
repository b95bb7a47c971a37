import type { swapActions } from '../../../contract/roster/swaps';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { swaps } from '../../_store/roster/swaps';
import { toSwap } from '../roster/to-roster-shapes';
import { decideOnSwap } from './decide-on-swap';

export const branchSwaps: Handler<typeof swapActions.branchSwaps> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const inForce = await swaps.inForceOf(branchId, dayOfInstant(ctx.nowMs()));
  return ctx.answer({ swaps: inForce.map(toSwap) });
};

export const markSwapSeen: Handler<typeof swapActions.markSwapSeen> = async (input, ctx) => {
  const { caller } = ctx;
  const branchId = input.branchId ?? caller.branchId;
  const outcome = await decideOnSwap(
    input.swapId,
    'see',
    { personId: caller.memberId, name: caller.name, isOfficer: true },
    { requestId: ctx.requestId, nowMs: ctx.nowMs() },
    (swap) => swap.branchId === branchId,
  );
  if (outcome.kind === 'missing') return ctx.fail('not-found');
  if (outcome.kind === 'refused') {
    // The second pair of eyes is somebody else's.
    return ctx.fail(outcome.code === 'not-an-officer' ? 'not-allowed' : 'not-agreed');
  }
  return ctx.answer({ swap: toSwap(outcome.swap) });
};

export const declineSwap: Handler<typeof swapActions.declineSwap> = async (input, ctx) => {
  const { caller } = ctx;
  const branchId = input.branchId ?? caller.branchId;
  const outcome = await decideOnSwap(
    input.swapId,
    'decline',
    { personId: caller.memberId, name: caller.name, isOfficer: true },
    { requestId: ctx.requestId, nowMs: ctx.nowMs() },
    (swap) => swap.branchId === branchId,
  );
  if (outcome.kind === 'missing') return ctx.fail('not-found');
  if (outcome.kind === 'refused') {
    return ctx.fail(outcome.code === 'day-has-begun' ? 'day-past' : 'already-answered');
  }
  const { swap, movedDeliveries } = outcome;
  return ctx.answer({ swap: toSwap(swap), movedDeliveries });
};
