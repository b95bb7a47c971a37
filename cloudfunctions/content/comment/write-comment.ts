import type { ParsedInputOf } from '../../../contract/action';
import type { writeComment as action } from '../../../contract/content/comments';
import { COMMENT_CHECKERS } from '../../../contract/roles';
import { COMMENT_LIMITS } from '../../../domain/content/comment/comment';
import { firstState } from '../../../domain/content/comment/decide-on-comment';
import { checkWords } from '../../_kit/content-checks';
import type { Handler } from '../../_kit/serve';
import { followingFields, type ItemCommentDocument } from '../../_store/content/comment-document';
import { itemComments } from '../../_store/content/item-comments';
import { items } from '../../_store/content/items';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';
import { writeAnswer } from './write-answer';

/** Written once, however often it is called. docs/rules.md#R-269 */
export const writeComment: Handler<typeof action> = async (input, ctx) => {
  const { commentId, itemId, answersId } = input;
  if (answersId !== null) return writeAnswer({ ...input, answersId }, ctx);
  const { memberId, branchId } = ctx.caller;
  const [item, mine] = await Promise.all([
    items.byId(itemId),
    itemComments.ofOneUnder(itemId, memberId, commentId),
  ]);
  const known = mine.find(({ _id }) => _id === commentId);
  if (known !== undefined) return answered(known);
  if (item === null || item.issueDay === null) return ctx.fail('not-found');
  if (item.state === 'withdrawn') return ctx.fail('item-gone');
  if (item.state !== 'published') return ctx.fail('not-found');
  if (mine.length >= COMMENT_LIMITS.ofOne) return ctx.fail('too-many');

  const verdict = await checkWords(ctx.openId, input.text);
  if (verdict.kind === 'refused') return ctx.fail('words-refused', { label: verdict.label });
  const [branch, checkers] = await Promise.all([
    branches.byId(branchId),
    members.holding(branchId, COMMENT_CHECKERS),
  ]);
  const comment = begin(input, {
    by: { memberId, name: ctx.caller.name },
    branchId,
    branchName: branch?.name ?? '',
    itemTitle: item.title,
    textCheck: verdict.kind,
    forOffice: checkers.every(({ _id }) => _id === memberId),
    saidAtMs: ctx.nowMs(),
  });
  if (await itemComments.insertIfAbsent(comment)) return ctx.answer({ state: comment.state });
  // The same call came twice at once.
  const first = await itemComments.byId(commentId);
  return first === null ? ctx.fail('written-before') : answered(first);

  function answered({ by, text, state, wantsAnswer, itemId: under }: ItemCommentDocument) {
    const isSame =
      by.memberId === memberId &&
      text === input.text &&
      wantsAnswer === input.wantsAnswer &&
      under === itemId;
    return isSame ? ctx.answer({ state }) : ctx.fail('written-before');
  }
};

type Begun = Pick<
  ItemCommentDocument,
  'by' | 'branchId' | 'branchName' | 'itemTitle' | 'forOffice' | 'saidAtMs'
> & { readonly textCheck: 'pass' | 'to-look-at' };

function begin(
  { commentId, itemId, text, wantsAnswer }: ParsedInputOf<typeof action>,
  begun: Begun,
): ItemCommentDocument {
  const said = {
    _id: commentId,
    itemId,
    ...begun,
    text,
    state: firstState(false, begun.textCheck),
    shownAtMs: null,
    decided: null,
    wantsAnswer,
    answers: [],
    isGone: false,
  };
  return { ...said, ...followingFields(said), revision: 0, schemaVersion: 1 };
}
