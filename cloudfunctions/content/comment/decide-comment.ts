import type * as actions from '../../../contract/content/comments';
import type { CommentDeed } from '../../../domain/content/comment/decide-on-comment';
import { decideOnComment, STATE_AFTER } from '../../../domain/content/comment/decide-on-comment';
import { takeBackAnswered, tellAsker, tellAuthor } from '../../_deliver/tell-of-comment';
import type { Handler } from '../../_kit/serve';
import type { ItemCommentDocument, StoredAnswer } from '../../_store/content/comment-document';
import {
  itemComments,
  targetComments,
  type CommentChanges,
} from '../../_store/content/item-comments';
import { items } from '../../_store/content/items';
import { cursorAfter, readPlace } from '../../_store/place-in-list';

const PAGE = 20;

export const commentsToCheck: Handler<typeof actions.commentsToCheck> = async (input, ctx) => {
  const place = readPlace(input.cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const { memberId, branchId, roles } = ctx.caller;
  const seesAll = roles.includes('committee-office');
  const page = await itemComments.toCheck(seesAll ? null : branchId, place, PAGE);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    comments: page.documents.flatMap((comment) => {
      const answer = comment.answers.find(({ state }) => state === 'waiting');
      const isAnswer = comment.state === 'shown' && answer !== undefined;
      const said = isAnswer ? answer : comment;
      return {
        commentId: comment._id,
        answerId: isAnswer ? answer.answerId : null,
        itemTitle: comment.itemTitle,
        name: said.by.name,
        branchName: said.branchName,
        text: said.text,
        answersText: isAnswer ? comment.text : null,
        saidAtMs: said.saidAtMs,
        wantsAnswer: !isAnswer && comment.wantsAnswer,
        isUnsure: said.textCheck !== 'pass',
        isMine: said.by.memberId === memberId,
      };
    }),
    nextCursor: cursorAfter(page, ({ waitsSinceAtMs }) => waitsSinceAtMs),
  });
};

/**
 * By the offices that the caller holds now: one conditional write, then the message that follows from
 * it; repeated, what is missing of them. docs/rules.md#R-270, docs/rules.md#R-271
 */
export const decideComment: Handler<typeof actions.decideComment> = async (input, ctx) => {
  const { commentId, answerId, deed, reason } = input;
  if ((deed === 'show') !== (reason === null)) return ctx.fail('bad-input', { path: 'reason' });
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const known = await targetComments.read(commentId);
  if (known === null) return ctx.fail('not-found');
  // What was written while its item was being withdrawn goes with it now.
  const item = deed === 'show' ? await items.byId(known.itemId) : null;
  if (deed === 'show' && item?.state !== 'published') {
    await itemComments.goWithItem(known.itemId);
    return ctx.fail('item-gone');
  }
  const verdict = await itemComments.change(commentId, (comment) => {
    const said = saidIn(comment, answerId);
    if (said === undefined) return 'not-found';
    if (said.state === STATE_AFTER[deed] && said.decided?.by.memberId === by.memberId) {
      return said.decided.reason === reason ? 'done' : 'written-before';
    }
    if (comment.isGone) return 'item-gone';
    if (answerId !== null && comment.state !== 'shown') return 'not-at-this-step';
    return changesBy(comment, said, answerId, deed, { by, atMs: nowMs, reason });
  });
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const { comment } = verdict;
  const said = saidIn(comment, answerId) ?? comment;
  if (deed !== 'show')
    await tellAuthor(comment, said, deed, { by, requestId: ctx.requestId, nowMs });
  const answer = comment.answers.find((each) => each.answerId === answerId);
  if (deed === 'show' && answer !== undefined) {
    await tellAsker(comment, answer, ctx.requestId, nowMs);
  }
  if (deed === 'take-down' && answerId !== null) {
    await takeBackAnswered(commentId, answerId, nowMs);
  }
  return ctx.answer({});
};

/** Repeated, it changes nothing. docs/rules.md#R-271 */
export const takeBackComment: Handler<typeof actions.takeBackComment> = async (input, ctx) => {
  const { commentId, answerId } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const step = { by: { memberId, name }, atMs: nowMs, reason: null };
  const verdict = await itemComments.change(commentId, (comment) => {
    const said = saidIn(comment, answerId);
    if (said?.by.memberId !== memberId) return 'not-found';
    if (said.state === 'taken-back') return 'done';
    return changesBy(comment, said, answerId, 'take-back', step);
  });
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') {
    return ctx.fail(verdict.code === 'not-found' ? 'not-found' : 'not-at-this-step');
  }
  if (answerId !== null) await takeBackAnswered(commentId, answerId, nowMs);
  return ctx.answer({});
};

type Said = Pick<StoredAnswer, 'by' | 'state' | 'text' | 'decided' | 'shownAtMs'>;

const saidIn = (comment: ItemCommentDocument, answerId: string | null): Said | undefined =>
  answerId === null ? comment : comment.answers.find((each) => each.answerId === answerId);

function changesBy(
  { answers }: ItemCommentDocument,
  { by, state }: Said,
  answerId: string | null,
  deed: CommentDeed,
  decided: NonNullable<Said['decided']>,
): CommentChanges | 'own-words' | 'not-at-this-step' {
  const decision = decideOnComment({ state, authorId: by.memberId }, deed, decided.by.memberId);
  if (decision.kind === 'refused') return decision.reason;
  const changes = {
    state: decision.state,
    decided,
    ...(deed === 'show' && { shownAtMs: decided.atMs }),
  };
  if (answerId === null) return changes;
  return {
    answers: answers.map((each) => (each.answerId === answerId ? { ...each, ...changes } : each)),
  };
}
