import type { dashboard as action } from '../../../contract/branch/dashboard';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { readDashboard } from './read-dashboard';

/** At most three requests: who asks, and two for what is shown. */
export const dashboard: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId, month = monthOf(dayOfInstant(nowMs)) } = input;
  const read = await readDashboard(branchId, month, nowMs);
  return read === null ? ctx.fail('not-found') : ctx.answer(read.told);
};
