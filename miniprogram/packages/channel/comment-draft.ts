import * as v from 'valibot';
import type { CommentPage } from '../../../contract/content/comment-shapes';
import type { Delivered } from '../../api/outbox';
import { waitingWrites, type WaitingWrite } from '../../api/waiting-writes';
import { newRequestId } from '../../api/request-id';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';
import { knownMe } from '../../state/me';

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

const Waiting = v.object({ commentId: v.string() });

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

export const noPages: readonly CommentPage[] = [];

/** What was begun under an item; what the server has by now is dropped. */
export function settledDraft(itemId: string, pages: readonly CommentPage[]): CommentDraft {
  const draft = commentDraft(itemId);
  const isThere = pages.some(({ comments }) =>
    comments.some(({ commentId }) => commentId === draft.commentId),
  );
  if (!isThere) return draft;
  dropCommentDraft(itemId);
  return commentDraft(itemId);
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
export function leftDrafts(): readonly { readonly about: string; readonly draft: CommentDraft }[] {
  const form = formOf('');
  return wx
    .getStorageInfoSync()
    .keys.filter((key) => key.startsWith('draft:') && key.includes(form))
    .map((key) => key.slice(key.indexOf(form) + form.length))
    .map((about) => ({ about, draft: commentDraft(about) }))
    .filter(({ draft }) => draft.text !== '' && !isCommentWaiting(draft));
}

function isOf({ commentId }: CommentDraft, { action, input }: WaitingWrite): boolean {
  const read = v.safeParse(Waiting, input);
  return action === 'writeComment' && read.success && read.output.commentId === commentId;
}
