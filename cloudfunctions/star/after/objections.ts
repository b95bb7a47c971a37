import type {
  answerObjection as answerContract,
  objectToStar as objectContract,
} from '../../../contract/star/after';
import { AFTER_LIMITS, takesObjections } from '../../../domain/star/after-vote';
import { owedWith, tellOwed } from '../../_deliver/tell-owed-star';
import type { Handler } from '../../_kit/serve';
import { hasStake, noticedBefore, noticedUntilNow } from '../../_store/star/own-matter';
import { NEVER_DUE_MS, type StarMonthDocument } from '../../_store/star/star-month-document';
import { starMonths, type StarMonthChanges } from '../../_store/star/star-months';
import { ofAnswer, ofObjection } from './messages-after';

const { objections: MOST, objectionsByOne: MOST_BY_ONE } = AFTER_LIMITS;

type Refused =
  | 'written-before'
  | 'not-public'
  | 'too-many'
  | 'full'
  | 'own-matter'
  | 'not-of-branch';

export const objectToStar: Handler<typeof objectContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, objectionId, text } = input;
  const { memberId, name } = ctx.caller;
  const by = { memberId, name };
  const nowMs = ctx.nowMs();
  const call = { by, requestId: ctx.requestId, nowMs };
  const done = await starMonths.change<Refused>(
    branchId,
    month,
    (star) => {
      const { objections, stars } = star;
      const known = objections.find((each) => each.objectionId === objectionId);
      if (known !== undefined) {
        const isRepeated = known.by.memberId === memberId && known.text === text;
        return isRepeated ? {} : 'written-before';
      }
      if (ctx.caller.branchId !== branchId) return 'not-of-branch';
      if (!takesObjections(star, nowMs)) return 'not-public';
      if (stars.some((each) => each.memberId === memberId)) return 'own-matter';
      const own = objections.filter((each) => each.by.memberId === memberId);
      if (own.length >= MOST_BY_ONE) return 'too-many';
      if (objections.length >= MOST) return 'full';
      const objection = { objectionId, by, text, atMs: nowMs, answer: null };
      const owed = owedWith(star, [ofObjection(star, objection)], call);
      return { objections: [...objections, objection], ...owed };
    },
    nowMs,
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    const { code, month: star } = done;
    return ctx.fail(code, { most: code === 'full' ? MOST : MOST_BY_ONE, state: star.state });
  }
  await tellOwed(done.month, nowMs);
  return ctx.answer({});
};

export const answerObjection: Handler<typeof answerContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, objectionId, isUpheld, text } = input;
  const { memberId, name } = ctx.caller;
  const by = { memberId, name };
  const nowMs = ctx.nowMs();
  const call = { by, requestId: ctx.requestId, nowMs };
  const done = await starMonths.change<'answered' | 'own-matter' | 'missing'>(
    branchId,
    month,
    (star) => {
      const { state, objections, publicUntilAtMs } = star;
      const objection = objections.find((each) => each.objectionId === objectionId);
      if (objection === undefined) return 'missing';
      const { answer } = objection;
      if (answer !== null) {
        const isRepeated =
          answer.by.memberId === memberId && answer.text === text && answer.isUpheld === isUpheld;
        return isRepeated ? {} : 'answered';
      }
      const isOwn = objection.by.memberId === memberId;
      if (isOwn || hasStake(star, memberId)) return 'own-matter';
      const takesBack = isUpheld && state === 'public' && isOfNotice(star, objection);
      const given = {
        isUpheld,
        text,
        by,
        atMs: nowMs,
        ...(takesBack && { tookBack: true as const }),
      };
      const answered = { ...objection, answer: given };
      const changes = {
        objections: objections.map((each) => (each === objection ? answered : each)),
        ...owedWith(star, ofAnswer(star, answered), call),
      };
      if (takesBack) return { ...takenBack(star), ...changes };
      const isDue = state === 'public' && publicUntilAtMs !== null;
      return { ...changes, ...(isDue && { dueAtMs: publicUntilAtMs }) };
    },
    nowMs,
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  const { objections } = done.month;
  const objection = objections.find((each) => each.objectionId === objectionId);
  if (done.kind === 'refused') {
    if (done.code === 'missing') return ctx.fail('not-found');
    return ctx.fail(done.code, { isOwn: objection?.by.memberId === memberId ? 1 : 0 });
  }
  await tellOwed(done.month, nowMs);
  return ctx.answer({});
};

/** Whether it is about whom the notice is of: it came under it, or an earlier one was of them. docs/rules.md#R-354 */
function isOfNotice(
  star: StarMonthDocument,
  { atMs }: StarMonthDocument['objections'][number],
): boolean {
  const { decision, stars } = star;
  if (decision === null || atMs >= decision.atMs) return true;
  const before = noticedBefore(star);
  return stars.some(({ memberId }) => before.includes(memberId));
}

const takenBack = (star: StarMonthDocument): StarMonthChanges => ({
  state: 'counted',
  decision: null,
  stars: [],
  noticedIds: noticedUntilNow(star),
  publicUntilAtMs: null,
  dueAtMs: NEVER_DUE_MS,
});
