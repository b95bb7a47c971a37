import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import {
  OWED_STATES,
  SUGGESTION_LIMITS,
  SUGGESTION_STATES,
  SUGGESTION_STEPS,
  SUGGESTION_TYPES,
  TOPICS,
  type SuggestionState,
} from '../../../domain/content/suggestion/suggestion';
import { documentKind } from '../document-kind';
import { CHECK_FIELDS, StoredPicture } from '../picture/checked-pictures';

/** Where a suggestion lies that is with the committee office; no branch can be called so. */
export const COMMITTEE = '@committee';

const Called = v.object({ memberId: Id, name: v.string() });

const Step = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  stepId: Id,
  kind: v.picklist(SUGGESTION_STEPS),
  by: v.object({ memberId: Id, name: v.string() }),
  /** In whose name; '' of the member. */
  officeName: v.string(),
  atMs: AtMs,
  text: v.nullable(v.string()),
  promisedAtMs: v.nullable(AtMs),
});
export type StoredStep = v.InferOutput<typeof Step>;

/** What somebody has raised, with its whole thread; below 100 KB. docs/rules.md#R-210 */
export const SuggestionDocument = v.object({
  /** The phone's. */
  _id: Id,
  ownerId: Id,
  /** Name and branch as they were when it was raised. */
  ownerName: v.string(),
  branchId: Id,
  branchName: v.string(),
  type: v.picklist(SUGGESTION_TYPES),
  topic: v.picklist(TOPICS),
  title: v.string(),
  text: v.string(),
  /** Absent: it has none. docs/rules.md#R-311 */
  pictured: v.exactOptional(
    v.object({
      pictures: v.pipe(v.array(StoredPicture), v.maxLength(SUGGESTION_LIMITS.pictures)),
      ...CHECK_FIELDS,
      /** Counted up by every verdict, which makes nobody look again who is about to do something. */
      verdicts: Count,
    }),
  ),
  /** Pictures that were to go along and did not; absent: none, or it was not kept. docs/rules.md#R-311 */
  lacking: v.exactOptional(Count),
  isUrgent: v.boolean(),
  /** As its member has chosen; absent: it was not kept. Where it went then is the first of `offices`. */
  to: v.exactOptional(v.picklist(['branch', 'committee'])),
  /** Of those whom it rang, or rings: `ringing`. */
  rang: v.array(Called),
  /**
   * Of an urgent one, who comes before or beside those and was not rung: it waits in their inbox.
   * Absent: `rang` names also who was not. docs/rules.md#R-330
   */
  notRung: v.exactOptional(
    v.array(v.object({ ...Called.entries, wasTried: v.exactOptional(v.literal(true)) })),
  ),
  /** Whom it rings, a round after the other. Absent: nobody, or that was not kept. docs/rules.md#R-341 */
  ringing: v.exactOptional(
    v.object({
      /** From 0. */
      round: Count,
      /** null: what became of those in `rang` is known. */
      sinceAtMs: v.nullable(AtMs),
    }),
  ),
  /** The branch that has it, or COMMITTEE. */
  office: v.string(),
  officeName: v.string(),
  /** All that have or had it. */
  offices: v.array(v.string()),
  state: v.picklist(SUGGESTION_STATES),
  /** `office` while it owes something, else ''. */
  owedBy: v.string(),
  dueAtMs: AtMs,
  raisedAtMs: AtMs,
  changedAtMs: AtMs,
  /** Oldest first. */
  steps: v.pipe(v.array(Step), v.maxLength(SUGGESTION_LIMITS.steps)),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type SuggestionDocument = v.InferOutput<typeof SuggestionDocument>;

export const SUGGESTIONS = documentKind('suggestions', SuggestionDocument);

/** State and who owes by it; written together, always. */
export function standingFields(
  state: SuggestionState,
  office: string,
): Pick<SuggestionDocument, 'state' | 'office' | 'owedBy'> {
  const isOwed = OWED_STATES.some((owed) => owed === state);
  return { state, office, owedBy: isOwed ? office : '' };
}
