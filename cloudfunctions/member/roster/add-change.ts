import type { Detail } from '../../../contract/action';
import type { rosterActions } from '../../../contract/roster/roster';
import type { ChangeDraft } from '../../../contract/roster/roster-shapes';
import { checkOverride, type OverrideRefusal } from '../../../domain/shift/check-override';
import type { Override } from '../../../domain/shift/override';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { forgetCaller } from '../../_store/people/callers';
import { DAYS_KEPT, keptSince, withOverrides } from '../../_store/people/member-changes';
import { members, MOST_OVERRIDES, type Member } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { replanFor } from '../../_deliver/replan';
import { toChange } from './to-roster-shapes';
import { tellOfLeave } from '../swap/tell-of-leave';

type Refused = 'contradicts' | 'too-many-changes';

/** A retry finds its change there and plans again, which the first try may not have come to. */
export const addChange: Handler<typeof rosterActions.addChange> = async (input, ctx) => {
  const { overrideId, change } = input;
  const { memberId } = ctx.caller;
  const today = dayOfInstant(ctx.nowMs());
  const override = overrideOf(overrideId, change);
  const alone = checkOverride([], override);
  if (alone.kind === 'refused') return ctx.fail(alone.reason.code, detailOf(alone.reason));
  if (override.toDay <= keptSince(today)) return ctx.fail('too-old', { days: DAYS_KEPT });
  const organisation = await readOrganisation();
  const loanTo = change.kind === 'on-loan' ? change.crewId : null;
  if (loanTo !== null && !organisation.hasCrew(loanTo)) return ctx.fail('unknown-crew');

  const changed = await members.change(memberId, (now): Partial<Member> | Refused => {
    // An id that a swap has given: the swap alone says what stands there.
    const isOfSwap = now.overrides.some(({ id, kind }) => id === overrideId && kind === 'swap');
    if (isOfSwap || checkOverride(now.overrides, override).kind === 'refused') return 'contradicts';
    return withOverrides(now, [override], today);
  });
  if (changed.kind === 'missing') return ctx.fail('not-found');
  if (changed.kind === 'refused') {
    const isFull = changed.code === 'too-many-changes';
    return ctx.fail(changed.code, isFull ? { most: MOST_OVERRIDES } : undefined);
  }
  forgetCaller(ctx.openId);
  const movedDeliveries = await replanFor([memberId], ctx.nowMs());
  const told = await tellOfLeave(changed.before, override, organisation, {
    requestId: ctx.requestId,
    nowMs: ctx.nowMs(),
  });
  return ctx.answer({
    change: toChange(override, organisation, []),
    movedDeliveries,
    swapPartners: told.map(({ name }) => name),
  });
};

function overrideOf(id: string, change: ChangeDraft): Override {
  if (change.kind !== 'changed-hours') return { id, ...change };
  const slots = [...change.slots].sort((a, b) => a.startMinute - b.startMinute);
  return { id, ...change, slots };
}

function detailOf(reason: OverrideRefusal): Detail | undefined {
  return reason.code === 'too-long' ? { days: reason.most } : undefined;
}
