import type {
  answerObjection as answerContract,
  objectToStar as objectContract,
} from '../../../contract/star/after';
import { AFTER_LIMITS, takesObjections } from '../../../domain/star/after-vote';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { outcomePage, tellSomeOfStar } from '../../_deliver/tell-of-star';
import type { Handler } from '../../_kit/serve';
import { hasStake, noticedBefore, noticedUntilNow } from '../../_store/star/own-matter';
import { NEVER_DUE_MS, type StarMonthDocument } from '../../_store/star/star-month-document';
import { starMonths, type StarMonthChanges } from '../../_store/star/star-months';
import { tellOfficers, tellOfTakingBack } from './tell-after';

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
      return { objections: [...objections, objection] };
    },
    nowMs,
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    const { code, month: star } = done;
    return ctx.fail(code, { most: code === 'full' ? MOST : MOST_BY_ONE, state: star.state });
  }
  await tellOfficers(
    done.month,
    ['objected', objectionId],
    { title: starNoticeText.objected(name, month), body: text },
    { by, requestId: ctx.requestId, nowMs },
  );
  return ctx.answer({});
};

export const answerObjection: Handler<typeof answerContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, objectionId, isUpheld, text } = input;
  const { memberId, name } = ctx.caller;
  const by = { memberId, name };
  const nowMs = ctx.nowMs();
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
      const answered = objections.map((each) =>
        each === objection ? { ...each, answer: given } : each,
      );
      if (takesBack) return { ...takenBack(star), objections: answered };
      const isDue = state === 'public' && publicUntilAtMs !== null;
      return { objections: answered, ...(isDue && { dueAtMs: publicUntilAtMs }) };
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
  const call = { by, requestId: ctx.requestId, nowMs };
  await tellSomeOfStar(
    'star-answered',
    objection === undefined ? [] : [objection.by.memberId],
    {
      parts: ['objection-answered', objectionId],
      branchId,
      title: starNoticeText.objectionAnswered(isUpheld),
      body: text,
      page: outcomePage(branchId, month),
      deadlineAtMs: null,
    },
    call,
  );
  if (objection?.answer?.tookBack === true) {
    await tellOfTakingBack(done.month, objectionId, call);
  }
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
