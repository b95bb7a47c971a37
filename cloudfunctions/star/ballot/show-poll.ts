import type { poll as contract } from '../../../contract/star/ballot';
import type { Handler } from '../../_kit/serve';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { maySee, viewOf } from './poll-view';

export const poll: Handler<typeof contract> = async ({ pollId }, ctx) => {
  const found = await polls.byId(pollId);
  if (found === null || !maySee(found, ctx.caller)) return ctx.fail('not-found');
  const month = await starMonths.of(found.branchId, found.month);
  const isNewest = month === null || month.pollIds.at(-1) === pollId;
  const rounds = isNewest ? [] : await polls.ofMonth(found.branchId, found.month);
  return ctx.answer(viewOf(found, month, rounds, ctx));
};
