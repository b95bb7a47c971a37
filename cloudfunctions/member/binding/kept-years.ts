import type { keptYears as action } from '../../../contract/people/kept-years';
import { yearsKept } from '../../../domain/branch/norms';
import { CHOSEN_THINGS } from '../../../domain/people/retention';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { norms } from '../../_store/branch/norms';

export const keptYears: Handler<typeof action> = async (_input, ctx) => {
  const common = await norms.common(monthOf(dayOfInstant(ctx.nowMs())));
  const years = CHOSEN_THINGS.map((thing) => ({ thing, years: yearsKept(common, thing) }));
  return ctx.answer({ years });
};
