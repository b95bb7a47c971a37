import type * as actions from '../../../contract/content/comments';
import { isAnswered } from '../../../domain/content/comment/decide-on-comment';
import { isInTerm } from '../../../domain/content/comment/term';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { commentatorTerms, termOf } from '../../_store/content/commentator-terms';
import type { ItemCommentDocument } from '../../_store/content/comment-document';
import { itemComments, targetComments } from '../../_store/content/item-comments';
import { openedItems } from '../../_store/content/opened-item';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { pageOfComments, toComment } from './page-of-comments';

const PAGE = 20;

export const itemCommentsOf: Handler<typeof actions.itemComments> = async (input, ctx) => {
  const place = readPlace(input.cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const item = await openedItems.read(input.itemId);
  if (item?.state !== 'published') return ctx.fail('not-found');
  const page = await pageOfComments(input.itemId, ctx.caller, place);
  return ctx.answer({ nowMs: ctx.nowMs(), page });
};

export const myComments: Handler<typeof actions.myComments> = async ({ cursor }, ctx) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const page = await itemComments.ofOne(ctx.caller.memberId, place, PAGE);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    comments: page.documents.map((comment) => {
      const { itemId, itemTitle, isGone } = comment;
      return { ...toComment(comment, ctx.caller), itemId, itemTitle, isGone };
    }),
    nextCursor: cursorAfter(page, ({ saidAtMs }) => saidAtMs),
  });
};

/** What is not shown is as good as none, but for whoever wrote it. */
export const commentDetail: Handler<typeof actions.commentDetail> = async ({ commentId }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId } = ctx.caller;
  const [comment, isTheirs] = await Promise.all([
    targetComments.read(commentId),
    isCommentator(ctx.caller, nowMs),
  ]);
  const isOwn = comment?.by.memberId === memberId && comment.state !== 'taken-back';
  if (comment === null || comment.isGone || !(isOwn || comment.state === 'shown')) {
    return ctx.fail('not-found');
  }
  return ctx.answer({
    nowMs,
    itemId: comment.itemId,
    itemTitle: comment.itemTitle,
    comment: toComment(comment, ctx.caller),
    mayAnswer:
      isTheirs && comment.branchId === ctx.caller.branchId && isToAnswer(comment, memberId),
  });
};

/** Of the branch in which they are, on the day of an instant; read now. docs/rules.md#R-273 */
export async function isCommentator(
  { memberId, branchId }: Pick<Caller, 'memberId' | 'branchId'>,
  nowMs: number,
): Promise<boolean> {
  const today = dayOfInstant(nowMs);
  const terms = await commentatorTerms.ofMember(memberId, today);
  return terms.some((term) => term.branchId === branchId && isInTerm(termOf(term), today));
}

/** Whether it asks for an answer of somebody else that it does not have. */
export const isToAnswer = (
  { state, isGone, wantsAnswer, answers, by }: ItemCommentDocument,
  memberId: string,
): boolean =>
  state === 'shown' && !isGone && wantsAnswer && !isAnswered(answers) && by.memberId !== memberId;
