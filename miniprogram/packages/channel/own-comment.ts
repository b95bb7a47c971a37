import { decideComment, takeBackComment } from '../../../contract/content/comments';
import type { ShownComment } from '../../../contract/content/comment-shapes';
import { call } from '../../api/client';
import { newRequestId } from '../../api/request-id';
import { errorText } from '../../text/errors';
import { commentDraft, keepCommentDraft } from './comment-draft';
import { takeBackErrors, takeDownErrors } from './comment-words.view';

export interface Said {
  readonly commentId: string;
  /** '' of the comment itself. */
  readonly answerId: string;
}

const idsOf = ({ commentId, answerId }: Said) => ({
  commentId,
  answerId: answerId === '' ? null : answerId,
});

/** What went wrong; '' when it is done. */
export async function takeBack(said: Said): Promise<string> {
  const result = await call(takeBackComment, idsOf(said));
  return result.ok ? '' : errorText(result, takeBackErrors);
}

/** What went wrong; '' when it is done. */
export async function takeDown(said: Said, reason: string): Promise<string> {
  const input = { ...idsOf(said), deed: 'take-down', reason } as const;
  const result = await call(decideComment, input);
  return result.ok ? '' : errorText(result, takeDownErrors);
}

/** Begins anew with the words of what was not shown, unless something else is begun there. */
export function writeAgain(
  itemId: string,
  itemTitle: string,
  { text, wantsAnswer }: ShownComment,
): void {
  if (commentDraft(itemId).text === '') {
    keepCommentDraft(itemId, { commentId: newRequestId(), text, wantsAnswer });
  }
  openWriting(itemId, itemTitle);
}

/** The page on which one writes under an item. */
export function openWriting(itemId: string, itemTitle: string): void {
  const query = `itemId=${itemId}&title=${encodeURIComponent(itemTitle)}`;
  void wx.navigateTo({ url: `/packages/channel/comment/comment?${query}` });
}
