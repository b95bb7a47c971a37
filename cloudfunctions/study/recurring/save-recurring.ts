import type { saveRecurring as action } from '../../../contract/study/recurring';
import { MOST_RECURRING } from '../../../contract/limits';
import { draftAtMs, firstMonthAfter } from '../../../domain/study/recurring';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { recurringStudies } from '../../_store/study/recurring-studies';
import { isAudienceKnown } from '../writing/audience-known';

/** Four requests. What is saved again keeps the month whose draft comes next. */
export const saveRecurring: Handler<typeof action> = async (
  { recurringId, recurring, ...input },
  ctx,
) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const { startMinute, endMinute, minutes, firstDate, why, ...words } = recurring;
  if (endMinute - startMinute < minutes) return ctx.fail('no-such-time');
  const [branch, people] = await Promise.all([branches.byId(branchId), members.ofBranch(branchId)]);
  if (branch === null) return ctx.fail('not-found');
  if (!isAudienceKnown(recurring.audience, branch, people, nowMs)) return ctx.fail('bad-audience');
  const { memberId, name } = ctx.caller;
  let nextDraftAtMs = 0;
  const isSaved = await recurringStudies.change(branchId, (before) => {
    const known = before.find((one) => one.recurringId === recurringId);
    if (known === undefined && before.length >= MOST_RECURRING) return null;
    const nextMonth = known?.nextMonth ?? firstMonthAfter(nowMs);
    nextDraftAtMs = draftAtMs({ firstDate }, nextMonth);
    const saved = {
      ...words,
      ...{ startMinute, endMinute, minutes, firstDate },
      recurringId,
      why: why ?? null,
      createdBy: known?.createdBy ?? { memberId, name },
      nextMonth,
      nextDraftAtMs,
    };
    return [...before.filter((one) => one !== known), saved];
  });
  return isSaved ? ctx.answer({ nextDraftAtMs }) : ctx.fail('too-many');
};
