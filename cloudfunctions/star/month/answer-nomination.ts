import type {
  answerNomination as answerContract,
  takeBackNomination as takeBackContract,
  withdrawFromStar as withdrawContract,
} from '../../../contract/star/nomination';
import { leavingFault } from '../../../domain/star/star-month';
import { afterAnswer, type NominationAnswer } from '../../../domain/star/nomination';
import { takeAsksBack } from '../../_deliver/ask-nominated';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { nominationsPage, tellSomeOfStar } from '../../_deliver/tell-of-star';
import type { Handler } from '../../_kit/serve';
import { nominations, type NominationDocument } from '../../_store/star/nominations';
import { wasCalledOff } from '../../_store/star/poll-in-month';
import { starMonths } from '../../_store/star/star-months';
import { leaveBallot } from '../ballot/strike-off';

export const answerNomination: Handler<typeof answerContract> = async (input, ctx) => {
  const { nominationId, answer } = input;
  const nowMs = ctx.nowMs();
  const before = await nominations.byId(nominationId);
  if (before?.memberId !== ctx.caller.memberId) return ctx.fail('not-found');
  if (before.by.memberId === ctx.caller.memberId) return ctx.fail('answered');
  // A no is a no from wherever they are. docs/rules.md#R-324
  if (answer !== 'decline' && ctx.caller.branchId !== before.branchId) {
    return ctx.fail('not-of-branch');
  }
  const star = await starMonths.of(before.branchId, before.month);
  if (star?.state !== 'preparing') {
    return ctx.fail('not-open', { state: star?.state ?? 'not-begun' });
  }
  if (nowMs >= star.plan.nominationsUntilAtMs) return ctx.fail('nominations-over');
  const remark = answer === 'ask-change' ? (input.remark ?? '') : null;
  const state = afterAnswer(before.state, answer);
  let written = before;
  if (state === null) {
    // Said already: its answer may not have arrived.
    const isRepeated = before.state === AFTER_TEXT[answer].state && before.remark === remark;
    if (!isRepeated) return ctx.fail('answered');
  } else {
    const now = await nominations.write(before, { state, remark, answeredAtMs: nowMs });
    if (now === null) return ctx.fail('answered');
    written = now;
  }
  await takeAsksBack([{ ...written, revision: written.revision - 1 }, written], nowMs);
  await tellNominator(written, answer, ctx.requestId, nowMs);
  return ctx.answer({});
};

const AFTER_TEXT = {
  agree: { state: 'agreed', title: starNoticeText.agreed, body: () => starNoticeText.agreedBody },
  decline: {
    state: 'declined',
    title: starNoticeText.declined,
    body: () => starNoticeText.declinedBody,
  },
  'ask-change': {
    state: 'to-change',
    title: starNoticeText.toChange,
    body: starNoticeText.toChangeBody,
  },
} as const;

async function tellNominator(
  nomination: NominationDocument,
  answer: NominationAnswer,
  requestId: string,
  nowMs: number,
): Promise<void> {
  const { _id, branchId, month, memberId, name, by, revision, remark } = nomination;
  const { title, body } = AFTER_TEXT[answer];
  await tellSomeOfStar(
    'star-answered',
    [by.memberId],
    {
      parts: ['nomination-answered', _id, revision],
      branchId,
      title: title(name),
      body: body(remark ?? ''),
      page: nominationsPage(branchId, month),
      deadlineAtMs: null,
    },
    { by: { memberId, name }, requestId, nowMs },
  );
}

export const takeBackNomination: Handler<typeof takeBackContract> = async (input, ctx) => {
  const before = await nominations.byId(input.nominationId);
  if (before?.by.memberId !== ctx.caller.memberId) return ctx.fail('not-found');
  if (before.state === 'taken-back') return ctx.answer({});
  const star = await starMonths.of(before.branchId, before.month);
  if (star?.state !== 'preparing') {
    return ctx.fail('not-open', { state: star?.state ?? 'not-begun' });
  }
  const isOwn = before.memberId === ctx.caller.memberId;
  const isOpen = before.state === 'waiting' || before.state === 'to-change' || isOwn;
  const written = isOpen ? await nominations.write(before, { state: 'taken-back' }) : null;
  if (written === null) return ctx.fail('answered');
  await takeAsksBack([before], ctx.nowMs());
  return ctx.answer({});
};

/** The list goes before the nominations: cut off in between, the person stands nowhere all the same. */
export const withdrawFromStar: Handler<typeof withdrawContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  let done = await leaveList(branchId, month, memberId, nowMs);
  if (done.kind === 'refused' && done.code === 'poll-open') {
    const call = { by: { memberId, name }, requestId: ctx.requestId, nowMs };
    // Nobody has asked who was put back on it: they take themselves off, which ends it. docs/rules.md#R-353
    const isOff = await leaveBallot({ branchId, month }, call);
    if (isOff) done = await leaveList(branchId, month, memberId, nowMs);
  }
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(done.code, { state: done.month.state });
  await nominations.withdraw(branchId, month, memberId);
  return ctx.answer({});
};

const leaveList = (branchId: string, month: string, memberId: string, nowMs: number) =>
  starMonths.change<'poll-open' | 'too-late'>(
    branchId,
    month,
    (star) => {
      const fault = leavingFault(star.state, wasCalledOff(star));
      if (fault !== null) return fault;
      const { list, result, leftIds = [] } = star;
      const candidates = list?.candidates.filter((each) => each.memberId !== memberId) ?? [];
      if (list === null || candidates.length === list.candidates.length) return {};
      // Whoever was voted on keeps a stake: the month goes on from what was counted. docs/rules.md#R-284
      const kept = result === null ? {} : { leftIds: [...leftIds, memberId] };
      return { list: { ...list, candidates }, ...kept };
    },
    nowMs,
  );
