import type { poll as contract } from '../../../contract/star/ballot';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { maySee, viewOf } from './poll-view';

export const poll: Handler<typeof contract> = async ({ pollId }, ctx) => {
  const found = await polls.byId(pollId);
  if (found === null || !maySee(found, ctx.caller)) return ctx.fail('not-found');
  const isElsewhere = found.branchId !== ctx.caller.branchId && ctx.readsLeniently;
  const [month, branch] = await Promise.all([
    starMonths.of(found.branchId, found.month),
    isElsewhere ? branches.byId(found.branchId) : null,
  ]);
  const isOnly = found.round === 1 && (month === null || month.pollIds.at(-1) === pollId);
  const rounds = isOnly ? [] : await polls.ofMonth(found.branchId, found.month);
  const view = viewOf(found, month, rounds, ctx);
  return ctx.answer(branch === null ? view : { ...view, branchName: branch.name });
};
