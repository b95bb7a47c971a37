import type { planIssue as action } from '../../../contract/content/channel-editing';
import { mayCheckInCommittee } from '../../../domain/content/channel/desks';
import { ISSUE_LIMITS } from '../../../domain/content/channel/item';
import { addDays, dayOfInstant, instantOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { seeToDay } from '../../_deliver/tell-of-duty';
import { issues } from '../../_store/content/issues';
import { derivedId } from '../../_store/derived-id';

/** By the desk that makes the second check. docs/rules.md#R-223 */
export const planIssue: Handler<typeof action> = async (input, ctx) => {
  const { channel, day, minute, itemIds, shiftItemId, revision } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  if (!mayCheckInCommittee(ctx.caller, { channel })) return ctx.fail('not-your-desk');
  if (typeof shiftItemId === 'string' && !itemIds.includes(shiftItemId)) {
    return ctx.fail('bad-input', { path: 'shiftItemId' });
  }
  const today = dayOfInstant(nowMs);
  if (day < today || addDays(today, ISSUE_LIMITS.daysAhead) < day) return ctx.fail('bad-day');
  const plan = {
    channel,
    day,
    publishAtMs: instantOf(day, minute),
    itemIds,
    shiftItemId,
    revision,
    requestId: ctx.requestId,
  };
  const planned = await issues.plan(plan, {
    deedId: derivedId('plan', channel, day, ctx.requestId),
    kind: 'planned',
    by: { memberId, name },
    atMs: nowMs,
    text: null,
  });
  switch (planned.kind) {
    case 'planned':
      await seeToDay(channel, day, nowMs);
      return ctx.answer({ revision: planned.revision });
    case 'not-ready':
      return ctx.fail('not-ready', { number: planned.at + 1 });
    case 'changed-meanwhile':
    case 'is-out':
    case 'day-has-one':
      return ctx.fail(planned.kind);
  }
};
