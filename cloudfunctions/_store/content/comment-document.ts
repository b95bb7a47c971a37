import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { COMMENT_LIMITS, COMMENT_STATES } from '../../../domain/content/comment/comment';
import { waitingIn } from '../../../domain/content/comment/decide-on-comment';
import { CHECK_STATES } from '../../../domain/words/check-state';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });

const Said = {
  /** Name and branch as they were when it was written. */
  by: By,
  branchName: v.string(),
  text: v.string(),
  textCheck: v.picklist(CHECK_STATES),
  state: v.picklist(COMMENT_STATES),
  saidAtMs: AtMs,
  /** When it was shown; null: it was not. */
  shownAtMs: v.nullable(AtMs),
  /** What an officer did last; null: nothing, or it is an officer's answer. */
  decided: v.nullable(v.object({ by: By, atMs: AtMs, reason: v.nullable(v.string()) })),
} as const;

const Answer = v.object({ answerId: Id, ...Said });
export type StoredAnswer = v.InferOutput<typeof Answer>;

/** A comment under an item, with what commentators answered; below 30 KB. docs/rules.md#R-269 */
export const ItemCommentDocument = v.object({
  /** The phone's. */
  _id: Id,
  itemId: Id,
  /** Of an item that is out; it does not change any more. */
  itemTitle: v.string(),
  /** In which it was written: whose officers check it, whose commentators answer it. */
  branchId: Id,
  ...Said,
  wantsAnswer: v.boolean(),
  /** Oldest first. */
  answers: v.pipe(v.array(Answer), v.maxLength(COMMENT_LIMITS.answers)),
  /** Its item was withdrawn. */
  isGone: v.boolean(),
  /** Under its item: EVERYBODY, whoever wrote it, or NOBODY. */
  seenBy: v.string(),
  /** What of it waits, by waitingIn: '' for nothing; since when, and who wrote that. */
  waitsFor: v.picklist(['check', 'answer', '']),
  waitsSinceAtMs: AtMs,
  waitsById: v.string(),
  /** When it was written nobody of its branch could check it but who wrote it. */
  forOffice: v.boolean(),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type ItemCommentDocument = v.InferOutput<typeof ItemCommentDocument>;

export const ITEM_COMMENTS = documentKind('item_comments', ItemCommentDocument);

/** As no member is called. */
export const EVERYBODY = '@everybody';
const NOBODY = '@nobody';

type Follows = Pick<ItemCommentDocument, 'seenBy' | 'waitsFor' | 'waitsSinceAtMs' | 'waitsById'>;

export const NOTHING_WAITS = { waitsFor: '', waitsSinceAtMs: 0, waitsById: '' } as const;

/** Written with every change of what they follow from. */
export function followingFields(
  comment: Pick<
    ItemCommentDocument,
    'by' | 'state' | 'saidAtMs' | 'shownAtMs' | 'wantsAnswer' | 'answers' | 'isGone'
  >,
): Follows {
  const { by, state, answers, isGone } = comment;
  const authorId = by.memberId;
  const seenBy = state === 'shown' ? EVERYBODY : state === 'taken-back' ? NOBODY : authorId;
  const waiting = isGone
    ? null
    : waitingIn({
        ...comment,
        authorId,
        answers: answers.map((answer) => ({ ...answer, authorId: answer.by.memberId })),
      });
  if (waiting === null) return { seenBy, ...NOTHING_WAITS };
  const { sinceAtMs: waitsSinceAtMs, authorId: waitsById } = waiting;
  return { seenBy, waitsFor: waiting.for, waitsSinceAtMs, waitsById };
}
