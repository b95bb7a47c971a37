import type { swapActions } from '../../../contract/roster/swaps';
import type { Handler } from '../../_kit/serve';
import { decideOnSwap } from './decide-on-swap';
import { toSwap } from '../roster/to-roster-shapes';
import { answerCodeOf } from './swap-codes';

/** A swap of two others is as good as none. */
export const answerSwap: Handler<typeof swapActions.answerSwap> = async (input, ctx) => {
  const { memberId, name } = ctx.caller;
  const outcome = await decideOnSwap(
    input.swapId,
    input.answer,
    { personId: memberId, name, isOfficer: false },
    { requestId: ctx.requestId, nowMs: ctx.nowMs() },
    ({ proposerId, partnerId }) => memberId === proposerId || memberId === partnerId,
  );
  if (outcome.kind === 'missing') return ctx.fail('not-found');
  if (outcome.kind === 'refused') {
    const { code } = outcome;
    return ctx.fail(code === 'too-many-changes' ? code : answerCodeOf(code));
  }
  const { swap, movedDeliveries } = outcome;
  return ctx.answer({ swap: toSwap(swap), movedDeliveries });
};
