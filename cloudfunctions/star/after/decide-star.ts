import type {
  decideStar as decideContract,
  endStarMonth as endContract,
} from '../../../contract/star/after';
import {
  decisionFault,
  endFault,
  publicEndAtMs,
  type EndFault,
} from '../../../domain/star/after-vote';
import { takeAsksBack } from '../../_deliver/ask-nominated';
import { owedWith, tellOwed } from '../../_deliver/tell-owed-star';
import type { Handler } from '../../_kit/serve';
import { nominations } from '../../_store/star/nominations';
import { hasStake, noticedBefore } from '../../_store/star/own-matter';
import { nextBetweenEquals } from '../../_store/star/poll-in-month';
import { NEVER_DUE_MS, type StarMonthDocument } from '../../_store/star/star-month-document';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { offIn } from '../../_store/star/who-is-off';
import { ofDecision, ofEnd } from './messages-after';

export const decideStar: Handler<typeof decideContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, revision, outcome, reason } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const star = await starMonths.of(branchId, month);
  if (star === null) return ctx.fail('not-found');
  const call = { by: { memberId, name }, requestId: ctx.requestId, nowMs };
  const { result, decision, list } = star;
  const isRepeated =
    decision?.by.memberId === memberId &&
    decision.outcome === outcome &&
    decision.reason === reason &&
    star.revision === revision + 1 &&
    isOf(star, input.memberIds);
  if (isRepeated) {
    await tellOwed(star, nowMs);
    return ctx.answer({ publicUntilAtMs: star.publicUntilAtMs });
  }
  if (star.state !== 'counted' || result === null) {
    return ctx.fail('not-to-decide', { state: star.state });
  }
  if (star.revision !== revision) return ctx.fail('changed-meanwhile');
  if (hasStake(star, memberId)) return ctx.fail('own-candidacy');
  const before = noticedBefore(star);
  const fault = decisionFault(result, await nextBetweenEquals(result), input, before);
  const isAgain = input.memberIds.some((id) => before.includes(id));
  if (fault !== null) return ctx.fail(fault, { outcome, isAgain: isAgain ? 1 : 0 });
  const isAccepted = outcome === 'accepted';
  const off = offIn(await polls.ofMonth(branchId, month)).map((each) => each.memberId);
  const chosen = input.memberIds.filter((id) => !off.includes(id));
  const stars = list?.candidates.filter((each) => chosen.includes(each.memberId)) ?? [];
  // Nobody is announced who was struck off, or whom the list does not have: there would be no name.
  if (isAccepted && (stars.length === 0 || stars.length < input.memberIds.length)) {
    return ctx.fail('not-on-list');
  }
  const publicUntilAtMs = isAccepted ? publicEndAtMs(nowMs, star.plan.publicDays) : null;
  const decided = {
    decision: { outcome, reason, by: { memberId, name }, atMs: nowMs },
    stars,
    publicUntilAtMs,
  };
  const written = await starMonths.write(
    star,
    {
      ...decided,
      ...owedWith(star, [ofDecision({ branchId, month, ...decided })], call),
      state: isAccepted ? 'public' : 'over',
      ended: isAccepted ? null : { atMs: nowMs, reason },
      dueAtMs: publicUntilAtMs ?? NEVER_DUE_MS,
    },
    nowMs,
  );
  if (written === null) return ctx.fail('changed-meanwhile');
  await tellOwed(written, nowMs);
  return ctx.answer({ publicUntilAtMs });
};

const isOf = ({ stars }: StarMonthDocument, memberIds: readonly string[]): boolean =>
  stars
    .map(({ memberId }) => memberId)
    .sort()
    .join() === [...memberIds].sort().join();

export const endStarMonth: Handler<typeof endContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, reason } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const agreedIds = await nominations.agreedIn(branchId, month);
  const call = { by: { memberId, name }, requestId: ctx.requestId, nowMs };
  const done = await starMonths.change<EndFault>(
    branchId,
    month,
    (star) => {
      const isRepeated = star.state === 'over' && star.ended?.reason === reason;
      if (isRepeated) return {};
      const fault = endFault(star.state, hasStake(star, memberId, agreedIds));
      if (fault !== null) return fault;
      const owed = owedWith(star, [ofEnd(star, reason)], call);
      return { state: 'over', ended: { atMs: nowMs, reason }, ...owed };
    },
    nowMs,
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(done.code, { state: done.month.state });
  // After the month is over nobody is asked anew: nothing is left that leads to where nobody can answer.
  await takeAsksBack(await nominations.waitingIn(branchId, month), nowMs);
  await tellOwed(done.month, nowMs);
  return ctx.answer({});
};
