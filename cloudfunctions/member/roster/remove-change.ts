import type { rosterActions } from '../../../contract/roster/roster';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import { members, type Member } from '../../_store/people/members';
import { replanFor } from '../../_deliver/replan';

/** One that is not there is removed already. What a swap put there goes with the swap only. */
export const removeChange: Handler<typeof rosterActions.removeChange> = async (input, ctx) => {
  const { memberId } = ctx.caller;
  const changed = await members.change(
    memberId,
    ({ overrides }): Partial<Member> | 'not-removable' => {
      const present = overrides.find(({ id }) => id === input.overrideId);
      if (present === undefined) return {};
      if (present.kind === 'swap') return 'not-removable';
      return { overrides: overrides.filter((override) => override !== present) };
    },
  );
  if (changed.kind === 'missing') return ctx.fail('not-found');
  if (changed.kind === 'refused') return ctx.fail(changed.code);
  forgetCaller(ctx.openId);
  return ctx.answer({ movedDeliveries: await replanFor([memberId], ctx.nowMs()) });
};
