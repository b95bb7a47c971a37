import { COMMENT_LIMITS } from '../../../domain/content/comment/comment';
import { collection, command } from '../database';
import { besideCaller } from '../people/beside-caller';
import { pageBehind, type PlaceInList } from '../place-in-list';
import { untilNotOvertaken } from '../retry';
import {
  EVERYBODY,
  followingFields,
  ITEM_COMMENTS,
  NOTHING_WAITS,
  type ItemCommentDocument,
} from './comment-document';

const documents = () => collection(ITEM_COMMENTS);

type Decided = Pick<
  ItemCommentDocument,
  'state' | 'shownAtMs' | 'decided' | 'answers' | 'wantsAnswer' | 'isGone'
>;
export type CommentChanges = Partial<Decided>;

export type CommentVerdict<Code> =
  | { readonly kind: 'changed'; readonly comment: ItemCommentDocument }
  | { readonly kind: 'refused'; readonly code: Code; readonly comment: ItemCommentDocument }
  | { readonly kind: 'missing' };

/** The comment that a call points at. */
export const targetComments = besideCaller(ITEM_COMMENTS, (id) => documents().byId(id));

/** What members write under items, with the answers. docs/rules.md#R-269 */
export const itemComments = {
  byId: (commentId: string) => documents().byId(commentId),

  /** False when the id is taken. */
  insertIfAbsent: (comment: ItemCommentDocument) => documents().insertIfAbsent(comment),

  /** Of one person under an item, that wait or are shown, and the one of this id; a few more than one may have. */
  ofOneUnder: (itemId: string, memberId: string, commentId: string) =>
    documents().find(
      command.anyOf(
        { itemId, 'by.memberId': memberId, state: command.in(['waiting', 'shown']) },
        { _id: commentId },
      ),
      { limit: COMMENT_LIMITS.ofOne + 5 },
    ),

  /** What somebody sees under an item: what is shown, and their own; the newest first, behind `place`. */
  underItem: (itemId: string, memberId: string, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { itemId, isGone: false, seenBy: command.in([EVERYBODY, memberId]) },
      { by: 'saidAtMs', direction: 'desc', limit },
      place,
    ),

  /** Of somebody, the newest first, behind `place`; what they took back is left out. */
  ofOne: (memberId: string, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { 'by.memberId': memberId, state: command.neq('taken-back') },
      { by: 'saidAtMs', direction: 'desc', limit },
      place,
    ),

  /** What waits for a check, the longest first, behind `place`; null: of every branch. */
  toCheck: (branchId: string | null, place: PlaceInList | null, limit: number) =>
    pageBehind(
      documents(),
      { ...(branchId !== null && { branchId }), waitsFor: 'check' },
      { by: 'waitsSinceAtMs', direction: 'asc', limit },
      place,
    ),

  /**
   * Writes what `decide` makes of what is stored, again until nobody has written in between; or gives
   * the code of its refusal.
   */
  change<Code extends string>(
    commentId: string,
    decide: (comment: ItemCommentDocument) => CommentChanges | Code,
  ): Promise<CommentVerdict<Code>> {
    return untilNotOvertaken<CommentVerdict<Code>>('a comment', async () => {
      const before = await documents().byId(commentId);
      if (before === null) return { kind: 'missing' };
      const changes = decide(before);
      if (typeof changes === 'string') return { kind: 'refused', code: changes, comment: before };
      const comment = await documents().updateAndRead(
        { _id: commentId, revision: before.revision },
        { ...changes, ...followingFields({ ...before, ...changes }), revision: command.inc(1) },
      );
      return comment === null ? undefined : { kind: 'changed', comment };
    });
  },

  /** How many are shown under each of these items; one without any is left out. */
  shownUnder: (itemIds: readonly string[]) =>
    documents().countBy('itemId', {
      itemId: command.in(itemIds),
      isGone: false,
      seenBy: EVERYBODY,
    }),

  /** They go with an item that is withdrawn; one request, however many they are. docs/rules.md#R-271 */
  async goWithItem(itemId: string): Promise<void> {
    await documents().update(
      { itemId, isGone: false },
      { isGone: true, ...NOTHING_WAITS, revision: command.inc(1) },
    );
  },
} as const;
