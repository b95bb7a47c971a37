import type { rosterActions } from '../../../contract/roster/roster';
import { postponeMakeUps } from '../../_deliver/postpone-make-ups';
import { replanPeople } from '../../_deliver/replan';
import type { Handler } from '../../_kit/serve';
import { readRotas } from '../../_store/people/organisation';
import { changeMine } from './change-mine';

/** One that is not there is removed already. What a swap put there goes with the swap only. */
export const removeChange: Handler<typeof rosterActions.removeChange> = async (input, ctx) => {
  const outcome = await changeMine(ctx.openId, ({ overrides }) => {
    const present = overrides.find(({ id }) => id === input.overrideId);
    if (present?.kind === 'swap') return 'not-removable';
    return { overrides: overrides.filter((override) => override !== present) };
  });
  if (typeof outcome === 'string') return ctx.fail(outcome);
  const movedDeliveries = await replanPeople([outcome], await readRotas(), ctx.nowMs());
  await postponeMakeUps([outcome._id], ctx.nowMs());
  return ctx.answer({ movedDeliveries });
};
