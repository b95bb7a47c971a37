import type { planStarMonth as action } from '../../../contract/star/month';
import { mayBegin, planFault, type StarPlan } from '../../../domain/star/star-month';
import { letAsksFollow } from '../../_deliver/ask-nominated';
import type { Handler } from '../../_kit/serve';
import { branches } from '../../_store/people/branches';
import { begunMonth } from '../../_store/star/begun-month';
import { isOwnMatter } from '../../_store/star/own-matter';
import { starMonths } from '../../_store/star/star-months';

export const planStarMonth: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId, month, plan } = input;
  const call = { requestId: ctx.requestId, nowMs };
  const before = await starMonths.of(branchId, month);
  // What was written already is answered as it was then: the answer may not have arrived.
  if (before !== null && isSame(before.plan, plan)) {
    if (before.state === 'preparing') await letAsksFollow(before, call);
    return ctx.answer({ revision: before.revision });
  }
  const fault = planFault(plan, nowMs);
  if (fault !== null) return ctx.fail(fault);
  if (before === null) {
    if (input.revision !== null) return ctx.fail('changed-meanwhile');
    if (!mayBegin(month, nowMs)) return ctx.fail('not-its-time');
    if ((await branches.byId(branchId)) === null) return ctx.fail('not-found');
    const { memberId, name } = ctx.caller;
    const begunBy = { memberId, name };
    const begun = begunMonth({ branchId, month, plan, begunBy, begunAtMs: nowMs });
    if (!(await starMonths.begin(begun))) return ctx.fail('changed-meanwhile');
    return ctx.answer({ revision: 0 });
  }
  if (before.state !== 'preparing') return ctx.fail('already-listed', { state: before.state });
  if (input.revision !== before.revision) return ctx.fail('changed-meanwhile');
  // Rules of who may stand are not changed by who has agreed to.
  const isOtherBars = barsText(before.plan) !== barsText(plan);
  if (isOtherBars && (await isOwnMatter(before, ctx.caller))) {
    return ctx.fail('own-candidacy');
  }
  const written = await starMonths.write(before, { plan }, nowMs);
  if (written === null) return ctx.fail('changed-meanwhile');
  await letAsksFollow(written, call);
  return ctx.answer({ revision: written.revision });
};

function isSame(one: StarPlan, other: StarPlan): boolean {
  return (
    one.nominationsUntilAtMs === other.nominationsUntilAtMs &&
    one.meetingAtMs === other.meetingAtMs &&
    one.decisionAtMs === other.decisionAtMs &&
    one.publicDays === other.publicDays &&
    barsText(one) === barsText(other)
  );
}

const barsText = ({ bars }: StarPlan): string => [...bars].sort().join();
