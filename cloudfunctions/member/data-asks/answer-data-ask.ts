import type { dataAskActions } from '../../../contract/people/data-asks';
import { takeDataAskBack, tellOfDataAnswer } from '../../_deliver/tell-about-data-ask';
import type { Handler } from '../../_kit/serve';
import { dataAskStore } from '../../_store/people/data-asks';
import { mayAnswer, whoAnswersLooks } from '../../_store/people/who-answers';
import { toAsk } from './shown-ask';

export const answerDataAsk: Handler<typeof dataAskActions.answerDataAsk> = async (input, ctx) => {
  const { caller, requestId } = ctx;
  const branchId = input.branchId ?? caller.branchId;
  const before = await dataAskStore.byId(input.askId);
  if (before?.branchId !== branchId) return ctx.fail('not-found');
  const lookRoles = before.about.kind === 'look' ? await whoAnswersLooks(branchId) : [];
  const officer = { _id: caller.memberId, roles: [...caller.roles] };
  if (!mayAnswer(before, officer, lookRoles)) return ctx.fail('for-others');
  const nowMs = ctx.nowMs();
  const answered = await dataAskStore.answer(before._id, {
    outcome: input.outcome,
    words: input.words,
    by: { memberId: caller.memberId, name: caller.name },
    atMs: nowMs,
    requestId,
  });
  const after = answered ?? (await dataAskStore.byId(before._id)) ?? before;
  const { answer } = after;
  // In other words it is no repetition. docs/rules.md#R-287
  const isThis =
    answer?.requestId === requestId &&
    answer.outcome === input.outcome &&
    answer.words === input.words;
  if (!isThis) return ctx.fail('already-answered');
  await takeDataAskBack(after, nowMs);
  await tellOfDataAnswer(after, nowMs);
  return ctx.answer({ ask: toAsk(after) });
};
