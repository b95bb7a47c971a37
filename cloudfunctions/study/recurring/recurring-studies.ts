import type {
  endRecurring as endAction,
  recurringStudies as listAction,
} from '../../../contract/study/recurring';
import type { Handler } from '../../_kit/serve';
import { recurringStudies as stored } from '../../_store/study/recurring-studies';

/** One request. */
export const recurringStudies: Handler<typeof listAction> = async ({ branchId }, ctx) => {
  const recurring = await stored.ofBranch(branchId ?? ctx.caller.branchId);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    recurring: recurring.map((one) => ({
      recurringId: one.recurringId,
      topic: one.topic,
      kind: one.kind,
      place: one.place,
      firstDate: one.firstDate,
      days: one.days,
      nextDraftAtMs: one.nextDraftAtMs,
      createdByName: one.createdBy.name,
    })),
  });
};

/** Two requests. Whatever has ended already stays ended. */
export const endRecurring: Handler<typeof endAction> = async ({ branchId, recurringId }, ctx) => {
  await stored.change(branchId ?? ctx.caller.branchId, (before) => {
    const left = before.filter((one) => one.recurringId !== recurringId);
    return left.length === before.length ? null : left;
  });
  return ctx.answer({});
};
