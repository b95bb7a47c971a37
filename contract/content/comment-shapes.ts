import * as v from 'valibot';
import { COMMENT_LIMITS, COMMENT_STATES } from '../../domain/content/comment/comment';
import { AtMs, Cursor, Id, Words } from '../fields';
import { growing } from '../growing';

export const ShownCommentState = growing(COMMENT_STATES);
export type ShownCommentState = v.InferOutput<typeof ShownCommentState>;

export const CommentText = Words(COMMENT_LIMITS.text);

const Said = {
  /** As it was signed. */
  name: v.string(),
  branchName: v.string(),
  text: v.string(),
  saidAtMs: AtMs,
  isMine: v.boolean(),
  /** Anything but `shown` is one's own. */
  state: ShownCommentState,
  /** Why it is not shown, to whoever wrote it. */
  reason: v.nullable(v.string()),
  /** As an officer of its branch, who has not written it. */
  mayTakeDown: v.boolean(),
} as const;

/** One comment as somebody sees it: shown, or their own. docs/rules.md#R-269 */
export const ShownComment = v.strictObject({
  commentId: Id,
  ...Said,
  wantsAnswer: v.boolean(),
  /** Of commentators, oldest first. */
  answers: v.array(v.strictObject({ answerId: Id, ...Said })),
});
export type ShownComment = v.InferOutput<typeof ShownComment>;

/** The newest first. */
export const CommentPage = v.strictObject({
  comments: v.array(ShownComment),
  nextCursor: v.nullable(Cursor),
});
export type CommentPage = v.InferOutput<typeof CommentPage>;

/** What waits for the check of an officer: a comment, or an answer to one. */
export const CommentToCheck = v.strictObject({
  commentId: Id,
  /** Null: the comment itself. */
  answerId: v.nullable(Id),
  itemTitle: v.string(),
  name: v.string(),
  branchName: v.string(),
  text: v.string(),
  /** Of an answer: what it answers. */
  answersText: v.nullable(v.string()),
  saidAtMs: AtMs,
  wantsAnswer: v.boolean(),
  /** WeChat is not sure of it, or did not answer. */
  isUnsure: v.boolean(),
  /** Somebody else has to check it. */
  isMine: v.boolean(),
});
export type CommentToCheck = v.InferOutput<typeof CommentToCheck>;
