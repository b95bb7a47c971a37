import type { CommonError, ErrorOf, OutputOf, ParsedInputOf } from '../../../contract/action';
import type { writeComment as action } from '../../../contract/content/comments';
import { holdsOneOf, OFFICERS } from '../../../contract/roles';
import { COMMENT_LIMITS } from '../../../domain/content/comment/comment';
import { firstState } from '../../../domain/content/comment/decide-on-comment';
import { checkWords } from '../../_kit/content-checks';
import type { MemberCtx, Outcome } from '../../_kit/context';
import { tellAsker } from '../../_deliver/tell-of-comment';
import type { ItemCommentDocument, StoredAnswer } from '../../_store/content/comment-document';
import { itemComments } from '../../_store/content/item-comments';
import { items } from '../../_store/content/items';
import { branches } from '../../_store/people/branches';
import { isCommentator, isToAnswer } from './reading';

type Code = ErrorOf<typeof action> | CommonError;
type Input = ParsedInputOf<typeof action> & { readonly answersId: string };

/**
 * By a commentator whose term holds now; one answer stands, of several the first. Repeated, it is
 * answered alike. docs/rules.md#R-272
 */
export async function writeAnswer(
  { commentId: answerId, itemId, answersId, text }: Input,
  ctx: MemberCtx<Code>,
): Promise<Outcome<OutputOf<typeof action>, Code>> {
  const { memberId, name, branchId, roles } = ctx.caller;
  const nowMs = ctx.nowMs();
  const [comment, item, isTheirs] = await Promise.all([
    itemComments.byId(answersId),
    items.byId(itemId),
    isCommentator(ctx.caller, nowMs),
  ]);
  if (comment === null || comment.itemId !== itemId || item === null) return ctx.fail('not-found');
  const known = answerIn(comment, answerId);
  if (known !== undefined) return answered(comment, known);
  if (!isTheirs || comment.branchId !== branchId) return ctx.fail('no-commentator');
  if (item.state !== 'published' || comment.isGone) return ctx.fail('item-gone');
  if (comment.by.memberId === memberId) return ctx.fail('own-words');
  if (!isToAnswer(comment, memberId)) return ctx.fail('not-asked');

  const verdict = await checkWords(ctx.openId, text);
  if (verdict.kind === 'refused') return ctx.fail('words-refused', { label: verdict.label });
  const state = firstState(holdsOneOf(roles, OFFICERS), verdict.kind);
  const answer: StoredAnswer = {
    answerId,
    by: { memberId, name },
    branchName: (await branches.byId(branchId))?.name ?? '',
    text,
    textCheck: verdict.kind,
    state,
    saidAtMs: nowMs,
    shownAtMs: state === 'shown' ? nowMs : null,
    decided: null,
  };
  const written = await itemComments.change<'done' | 'not-asked' | 'too-many'>(answersId, (now) => {
    if (answerIn(now, answerId) !== undefined) return 'done';
    if (!isToAnswer(now, memberId)) return 'not-asked';
    if (now.answers.length >= COMMENT_LIMITS.answers) return 'too-many';
    return { answers: [...now.answers, answer] };
  });
  if (written.kind === 'missing') return ctx.fail('not-found');
  if (written.kind === 'refused' && written.code !== 'done') return ctx.fail(written.code);
  return answered(written.comment, answerIn(written.comment, answerId) ?? answer);

  /** Also of a call that was cut off after it was written. */
  async function answered(answeredTo: ItemCommentDocument, stored: StoredAnswer) {
    const isSame = stored.by.memberId === memberId && stored.text === text;
    if (!isSame) return ctx.fail('written-before');
    if (stored.state === 'shown') await tellAsker(answeredTo, stored, ctx.requestId, nowMs);
    return ctx.answer({ state: stored.state });
  }
}

const answerIn = ({ answers }: ItemCommentDocument, answerId: string): StoredAnswer | undefined =>
  answers.find((answer) => answer.answerId === answerId);
