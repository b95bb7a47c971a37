import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Day, Id, Nothing } from '../fields';
import { COMMENT_CHECKERS } from '../roles';

const fn = 'content';

/** Who answers comments of a branch, now or later, and who could. docs/rules.md#R-273 */
export const commentators = defineAction({
  fn,
  name: 'commentators',
  allow: inBranch('branch', COMMENT_CHECKERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    /** Terms that are not over, by their first day. */
    terms: v.array(
      v.strictObject({
        termId: Id,
        memberId: Id,
        name: v.string(),
        fromDay: Day,
        toDay: Day,
        appointedBy: v.string(),
      }),
    ),
    people: v.array(v.strictObject({ memberId: Id, name: v.string() })),
  }),
  errors: [],
});

/** For a term, both days within it. docs/rules.md#R-273 */
export const appointCommentator = defineAction({
  fn,
  name: 'appointCommentator',
  allow: inBranch('branch', COMMENT_CHECKERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    /** Chosen by the phone: a retry appoints nobody twice. */
    termId: Id,
    memberId: Id,
    fromDay: Day,
    toDay: Day,
  }),
  output: Nothing,
  errors: [
    /** Before today, its end before its beginning, too long or too far off. */
    'bad-term',
    /** Left, or in another branch. */
    'not-in-branch',
    /** They have a term that shares a day with it. */
    'has-term',
    /** This very term was set before, for other days, which stand. docs/rules.md#R-287 */
    'written-before',
  ],
});

/** From now on; what was answered stays. docs/rules.md#R-273 */
export const endCommentator = defineAction({
  fn,
  name: 'endCommentator',
  allow: inBranch('branch', COMMENT_CHECKERS),
  input: v.strictObject({ branchId: v.optional(Id), termId: Id }),
  output: Nothing,
  errors: [],
});

export const commentatorActions = { commentators, appointCommentator, endCommentator } as const;
