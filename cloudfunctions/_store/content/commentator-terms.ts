import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import type { Term } from '../../../domain/content/comment/term';
import type { LocalDay } from '../../../domain/time/local-day';
import { collection, command } from '../database';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });

/** That somebody answers comments of a branch for a term. docs/rules.md#R-273 */
export const CommentatorTerm = v.object({
  /** The phone's. */
  _id: Id,
  branchId: Id,
  memberId: Id,
  /** As it was then. */
  name: v.string(),
  fromDay: Day,
  toDay: Day,
  appointedBy: By,
  appointedAtMs: AtMs,
  /** By whom it ended before its last day, and when; null: it did not. */
  ended: v.nullable(v.object({ by: By, atMs: AtMs })),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type CommentatorTerm = v.InferOutput<typeof CommentatorTerm>;

export const COMMENTATOR_TERMS = documentKind('commentator_terms', CommentatorTerm);
const documents = () => collection(COMMENTATOR_TERMS);

export const termOf = ({ fromDay, toDay, ended }: CommentatorTerm): Term => ({
  fromDay,
  toDay,
  isEnded: ended !== null,
});

export const commentatorTerms = {
  byId: (termId: string) => documents().byId(termId),

  /** False when the id is taken. */
  insertIfAbsent: (term: CommentatorTerm) => documents().insertIfAbsent(term),

  /** Of a branch, that end on this day or later, by their first. */
  ofBranch: (branchId: string, fromDay: LocalDay) =>
    documents().find(
      { branchId, toDay: command.gte(fromDay) },
      { orderBy: { fromDay: 'asc', _id: 'asc' } },
    ),

  /** Of a member in any branch, that end on this day or later. */
  ofMember: (memberId: string, fromDay: LocalDay) =>
    documents().find({ memberId, toDay: command.gte(fromDay) }),

  /** Ends it unless it is ended. */
  async end(
    { branchId, termId }: { readonly branchId: string; readonly termId: string },
    ended: NonNullable<CommentatorTerm['ended']>,
  ): Promise<void> {
    await documents().update(
      { _id: termId, branchId, ended: null },
      { ended: command.set(ended), revision: command.inc(1) },
    );
  },
} as const;
