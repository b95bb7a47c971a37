import * as v from 'valibot';
import type { Delivered } from '../../api/outbox';
import { waitingWrites, type WaitingWrite } from '../../api/waiting-writes';
import { newRequestId } from '../../api/request-id';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';
import { knownMe } from '../../state/me';
import { commentErrors } from '../../text/comment-errors';

const Draft = v.object({
  commentId: v.string(),
  text: v.string(),
  wantsAnswer: v.boolean(),
  /** Of the item, to tell by it where the words were to stand. */
  itemTitle: v.optional(v.string()),
  /** Whether it is an answer; not known of what an older version kept. */
  isAnswer: v.optional(v.boolean()),
  /** As what it was refused last, where that was heard. */
  refusedAs: v.optional(v.string()),
});
/** What somebody writes under an item, or to a comment, until the server has it. */
export type CommentDraft = v.InferOutput<typeof Draft>;

const Sent = v.object({
  commentId: v.string(),
  itemId: v.string(),
  answersId: v.nullable(v.string()),
  text: v.string(),
  wantsAnswer: v.boolean(),
});

const formOf = (about: string): string => `comment:${knownMe()?.memberId ?? ''}:${about}`;

/**
 * What was begun, or an empty one.
 * @param about the item, or the comment that is answered
 */
export function commentDraft(about: string): CommentDraft {
  const kept = v.safeParse(Draft, readDraft(formOf(about)));
  return kept.success ? kept.output : { commentId: newRequestId(), text: '', wantsAnswer: false };
}

export const keepCommentDraft = (about: string, draft: CommentDraft): void =>
  saveDraft(formOf(about), draft);

export const dropCommentDraft = (about: string): void => dropDraft(formOf(about));

interface Listed {
  readonly comments: readonly { readonly commentId: string }[];
}

/** What was begun about it; what the server has by now is dropped. */
export function settledDraft(about: string, pages: readonly Listed[]): CommentDraft {
  const draft = commentDraft(about);
  const isThere = pages.some(({ comments }) =>
    comments.some(({ commentId }) => commentId === draft.commentId),
  );
  if (!isThere) return draft;
  dropCommentDraft(about);
  return commentDraft(about);
}

/** As it stays after a refusal. Other words under an id that has arrived are another comment. */
export function afterRefusal(draft: CommentDraft, code: string): CommentDraft {
  if (!(code in commentErrors)) return draft;
  const commentId = code === 'written-before' ? newRequestId() : draft.commentId;
  return { ...draft, commentId, refusedAs: code };
}

/**
 * Of one that had waited: taken, it is let go of; refused, it stays with the reason, whether or not its
 * page is open. docs/rules.md#R-335
 */
export function settleComment({ waiting, result }: Delivered): void {
  const sent = sentIn(waiting);
  if (sent === undefined) return;
  const { commentId, itemId, answersId, text, wantsAnswer } = sent;
  const about = answersId ?? itemId;
  const known = commentDraft(about);
  const isAnswer = answersId !== null;
  const draft = known.text === '' ? { commentId, text, wantsAnswer, isAnswer } : known;
  if (draft.commentId !== commentId) return;
  if (result.ok) dropCommentDraft(about);
  else keepCommentDraft(about, afterRefusal(draft, result.code));
}

/** Whether what was begun is in the outbox: nobody writes on it there. */
export const isCommentWaiting = (draft: CommentDraft): boolean =>
  waitingWrites().some((write) => isOf(draft, write));

/** What became of what was begun, of writes that left the outbox; undefined: it was not among them. */
export const outcomeOf = (
  draft: CommentDraft,
  delivered: readonly Delivered[],
): Delivered['result'] | undefined => delivered.find(({ waiting }) => isOf(draft, waiting))?.result;

/** What is begun, and what was not taken; what is on its way is not among it. docs/rules.md#R-335 */
export function leftDrafts(
  pages: readonly Listed[],
): readonly { readonly about: string; readonly draft: CommentDraft }[] {
  const form = formOf('');
  return wx
    .getStorageInfoSync()
    .keys.filter((key) => key.startsWith('draft:') && key.includes(form))
    .map((key) => key.slice(key.indexOf(form) + form.length))
    .map((about) => ({ about, draft: settledDraft(about, pages) }))
    .filter(({ draft }) => draft.text !== '' && !isCommentWaiting(draft));
}

const isOf = ({ commentId }: CommentDraft, waiting: WaitingWrite): boolean =>
  sentIn(waiting)?.commentId === commentId;

/** undefined: the write is another. */
function sentIn({ action, input }: WaitingWrite): v.InferOutput<typeof Sent> | undefined {
  const sent = v.safeParse(Sent, input);
  return action === 'writeComment' && sent.success ? sent.output : undefined;
}
