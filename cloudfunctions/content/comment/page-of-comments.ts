import type { CommentPage, ShownComment } from '../../../contract/content/comment-shapes';
import { mayReach } from '../../../contract/allow';
import { COMMENT_CHECKERS, holdsOneOf } from '../../../contract/roles';
import type { Caller } from '../../_kit/context';
import type { ItemCommentDocument, StoredAnswer } from '../../_store/content/comment-document';
import { itemComments } from '../../_store/content/item-comments';
import { cursorAfter, type PlaceInList } from '../../_store/place-in-list';

/** So many stay below 60 KB on their way to a page. */
const PAGE = 20;

/** One request. docs/rules.md#R-269 */
export async function pageOfComments(
  itemId: string,
  caller: Caller,
  place: PlaceInList | null,
): Promise<CommentPage> {
  const page = await itemComments.underItem(itemId, caller.memberId, place, PAGE);
  return {
    comments: page.documents.map((comment) => toComment(comment, caller)),
    nextCursor: cursorAfter(page, ({ saidAtMs }) => saidAtMs),
  };
}

/** As somebody sees it who may: of its answers what is shown, and their own. */
export function toComment(comment: ItemCommentDocument, caller: Caller): ShownComment {
  const { _id: commentId, branchId, wantsAnswer, answers } = comment;
  const mayCheck = holdsOneOf(caller.roles, COMMENT_CHECKERS) && mayReach(caller, branchId);
  const isMine = ({ by }: Pick<StoredAnswer, 'by'>) => by.memberId === caller.memberId;
  return {
    commentId,
    ...toSaid(comment, isMine(comment), mayCheck),
    wantsAnswer,
    answers: answers
      .filter((each) => each.state === 'shown' || (isMine(each) && each.state !== 'taken-back'))
      .map((answer) => ({
        answerId: answer.answerId,
        ...toSaid(answer, isMine(answer), mayCheck),
      })),
  };
}

type Said = Omit<StoredAnswer, 'answerId'>;

function toSaid(said: Said, isMine: boolean, mayCheck: boolean) {
  const { by, branchName, text, saidAtMs, state, decided } = said;
  return {
    name: by.name,
    branchName,
    text,
    saidAtMs,
    isMine,
    state,
    reason: isMine ? (decided?.reason ?? null) : null,
    mayTakeDown: mayCheck && !isMine && state === 'shown',
  };
}
