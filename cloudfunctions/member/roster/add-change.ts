import type { Detail } from '../../../contract/action';
import type { rosterActions } from '../../../contract/roster/roster';
import type { ChangeDraft } from '../../../contract/roster/roster-shapes';
import { checkOverride, type OverrideRefusal } from '../../../domain/shift/check-override';
import type { Override } from '../../../domain/shift/override';
import { dayOfInstant } from '../../../domain/time/local-day';
import { CHANGES_KEPT_DAYS } from '../../../domain/people/retention';
import type { Handler } from '../../_kit/serve';
import { keptSince, withOverrides } from '../../_store/people/member-changes';
import { MOST_OVERRIDES } from '../../_store/people/member-document';
import { readRotas } from '../../_store/people/organisation';
import { postponeMakeUps } from '../../_deliver/postpone-make-ups';
import { replanPeople } from '../../_deliver/replan';
import { changeMine } from './change-mine';
import { toChange } from './to-roster-shapes';
import { tellOfLeave } from '../swap/tell-of-leave';

/** A retry finds its change there and plans again, which the first try may not have come to. */
export const addChange: Handler<typeof rosterActions.addChange> = async (input, ctx) => {
  const { overrideId, change } = input;
  const today = dayOfInstant(ctx.nowMs());
  const override = overrideOf(overrideId, change);
  const alone = checkOverride([], override);
  if (alone.kind === 'refused') return ctx.fail(alone.reason.code, detailOf(alone.reason));
  if (override.toDay <= keptSince(today)) return ctx.fail('too-old', { days: CHANGES_KEPT_DAYS });
  const rotas = await readRotas();
  const loanTo = change.kind === 'on-loan' ? change.crewId : null;
  if (loanTo !== null && !rotas.hasCrew(loanTo)) return ctx.fail('unknown-crew');

  const outcome = await changeMine(ctx.openId, ({ overrides }) => {
    // An id that a swap has given: the swap alone says what stands there.
    const isOfSwap = overrides.some(({ id, kind }) => id === overrideId && kind === 'swap');
    if (isOfSwap || checkOverride(overrides, override).kind === 'refused') return 'contradicts';
    return withOverrides({ overrides }, [override], today);
  });
  if (typeof outcome === 'string') {
    const isFull = outcome === 'too-many-changes';
    return ctx.fail(outcome, isFull ? { most: MOST_OVERRIDES } : undefined);
  }
  const movedDeliveries = await replanPeople([outcome], rotas, ctx.nowMs());
  await postponeMakeUps([outcome._id], ctx.nowMs());
  const told = await tellOfLeave(outcome, override, rotas, {
    requestId: ctx.requestId,
    nowMs: ctx.nowMs(),
  });
  return ctx.answer({
    change: toChange(override, rotas, []),
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
