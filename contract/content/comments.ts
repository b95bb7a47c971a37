import * as v from 'valibot';
import { COMMENT_DEEDS, COMMENT_LIMITS } from '../../domain/content/comment/comment';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Cursor, Id, Nothing, Words } from '../fields';
import { COMMENT_CHECKERS } from '../roles';
import {
  CommentPage,
  CommentText,
  CommentToCheck,
  ShownComment,
  ShownCommentState,
} from './comment-shapes';

const fn = 'content';

/** Further comments of an item; the first come with it. docs/rules.md#R-269 */
export const itemComments = defineAction({
  fn,
  name: 'itemComments',
  allow: self(),
  input: v.strictObject({ itemId: Id, cursor: v.optional(Cursor) }),
  output: v.strictObject({ nowMs: AtMs, page: CommentPage }),
  errors: [],
});

/** A comment under an item that is out, or, as a commentator, an answer to one. docs/rules.md#R-269 */
export const writeComment = defineAction({
  fn,
  name: 'writeComment',
  allow: self(),
  input: v.strictObject({
    /** Chosen by the phone, so that a retry writes nothing twice; of the answer, where it is one. */
    commentId: Id,
    itemId: Id,
    text: CommentText,
    wantsAnswer: v.boolean(),
    /** The comment that it answers; null: it is one itself. */
    answersId: v.nullable(Id),
  }),
  output: v.strictObject({ state: ShownCommentState }),
  errors: [
    /** The item was withdrawn, and its comments with it. */
    'item-gone',
    /** WeChat's check refuses the words; detail.label is its number. */
    'words-refused',
    /** So many of one's own stand under this item. */
    'too-many',
    /** Other words of the same id have arrived before. */
    'written-before',
    /** An answer, of somebody whose term is over, or who has none in this branch. */
    'no-commentator',
    /** What was to be answered is one's own. */
    'own-words',
    /** What was to be answered is not shown any more, or answered by now. */
    'not-asked',
  ],
});

/** What one has written oneself, at any time. docs/rules.md#R-271 */
export const takeBackComment = defineAction({
  fn,
  name: 'takeBackComment',
  allow: self(),
  input: v.strictObject({
    commentId: Id,
    /** Null: the comment itself. */
    answerId: v.nullable(Id),
  }),
  output: Nothing,
  /** An officer has taken it down. */
  errors: ['not-at-this-step'],
});

/** What I have written under items, the newest first, wherever I was then. */
export const myComments = defineAction({
  fn,
  name: 'myComments',
  allow: self(),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    comments: v.array(
      v.strictObject({
        ...ShownComment.entries,
        itemId: Id,
        itemTitle: v.string(),
        /** It went with its item. */
        isGone: v.boolean(),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** One comment, as somebody who is to answer it opens it. docs/rules.md#R-272 */
export const commentDetail = defineAction({
  fn,
  name: 'commentDetail',
  allow: self(),
  input: v.strictObject({ commentId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    itemId: Id,
    itemTitle: v.string(),
    comment: ShownComment,
    mayAnswer: v.boolean(),
  }),
  errors: [],
});

/** What waits for a check: of the own branch, or, for the committee office, of every one; oldest first. */
export const commentsToCheck = defineAction({
  fn,
  name: 'commentsToCheck',
  allow: self(COMMENT_CHECKERS),
  input: v.strictObject({ cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    comments: v.array(CommentToCheck),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Shows it, does not, or takes away what was shown. docs/rules.md#R-270, docs/rules.md#R-271 */
export const decideComment = defineAction({
  fn,
  name: 'decideComment',
  allow: inBranch('comment', COMMENT_CHECKERS),
  input: v.strictObject({
    commentId: Id,
    /** Null: the comment itself. */
    answerId: v.nullable(Id),
    deed: v.picklist(COMMENT_DEEDS),
    /** For whoever wrote it; null where, and only where, it is shown. */
    reason: v.nullable(Words(COMMENT_LIMITS.reason)),
  }),
  output: Nothing,
  errors: [
    'own-words',
    'not-at-this-step',
    'item-gone',
    /** The caller has done it before, with another reason, which stands. docs/rules.md#R-287 */
    'written-before',
  ],
});

export const commentActions = {
  itemComments,
  writeComment,
  takeBackComment,
  myComments,
  commentDetail,
  commentsToCheck,
  decideComment,
} as const;
