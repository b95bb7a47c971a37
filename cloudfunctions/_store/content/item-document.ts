import * as v from 'valibot';
import { AtMs, Count, Day, Id, Month } from '../../../contract/fields';
import {
  CONTENT_CHANNELS,
  ITEM_LIMITS,
  ITEM_STATES,
  ITEM_STEPS,
  PICTURE_LICENCES,
} from '../../../domain/content/channel/item';
import { CHECK_STATES } from '../../../domain/words/check-state';
import { documentKind } from '../document-kind';
import { CHECK_FIELDS, StoredPicture } from '../picture/checked-pictures';

const By = v.object({ memberId: v.nullable(Id), name: v.string() });

const Step = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  deedId: Id,
  kind: v.picklist(ITEM_STEPS),
  by: By,
  atMs: AtMs,
  text: v.nullable(v.string()),
});
export type StoredStep = v.InferOutput<typeof Step>;

const Saved = v.object({ ...By.entries, atMs: AtMs });
export type Saved = v.InferOutput<typeof Saved>;

/** What its writers say of it. */
const whatIsSaid = {
  title: v.string(),
  line: v.nullable(v.string()),
  byline: v.nullable(v.string()),
  minutes: Count,
  link: v.nullable(v.string()),
  /** Of the library, where there is no article; absent or null: none. docs/rules.md#R-310 */
  documentId: v.exactOptional(v.nullable(Id)),
  pictures: v.pipe(v.array(StoredPicture), v.maxLength(ITEM_LIMITS.pictures)),
  source: v.nullable(v.string()),
  licence: v.nullable(v.picklist(PICTURE_LICENCES)),
  forDay: v.nullable(Day),
};

/** As it was once saved. */
const EarlierVersion = v.object({
  by: Saved,
  /** By whom, and when, it was saved over. */
  over: Saved,
  ...whatIsSaid,
});
export type EarlierVersion = v.InferOutput<typeof EarlierVersion>;

/** An item of a channel, from its first draft on. docs/rules.md#R-221 */
export const ItemDocument = v.object({
  /** The phone's. */
  _id: Id,
  channel: v.picklist(CONTENT_CHANNELS),
  /** Whose editors write it and check it first. */
  branchId: Id,
  /** Who have written on it, its author first. */
  writers: v.pipe(
    v.array(v.object({ memberId: Id, name: v.string() })),
    v.minLength(1),
    v.maxLength(ITEM_LIMITS.writers),
  ),
  ...whatIsSaid,
  textCheck: v.picklist(CHECK_STATES),
  state: v.picklist(ITEM_STATES),
  /** Who has passed it in the branch, in this round. */
  branchCheckerId: v.nullable(Id),
  /** Since when it is at this step. */
  sinceAtMs: AtMs,
  /** Of the issue that it stands in, and where in it. */
  issueDay: v.nullable(Day),
  place: Count,
  /** It is told before shifts, of its issue; absent: no. docs/rules.md#R-226 */
  forShift: v.exactOptional(v.boolean()),
  withdrawn: v.nullable(
    v.object({
      reason: v.string(),
      name: v.string(),
      atMs: AtMs,
      /** Nobody has: its time was over. docs/rules.md#R-307 */
      byRule: v.exactOptional(v.literal(true)),
    }),
  ),
  /** The first month in which a rule takes it down again. docs/rules.md#R-309 */
  keptUntilMonth: v.exactOptional(Month),
  /** It was taken down by rule, and what follows from that is not done yet. */
  isLeaving: v.exactOptional(v.literal(true)),
  /** Oldest first; the newest that fit. */
  steps: v.pipe(v.array(Step), v.maxLength(ITEM_LIMITS.steps)),
  /** Who saved its present words; absent where that was before it was kept. docs/rules.md#R-336 */
  savedBy: v.exactOptional(Saved),
  /** What others have saved over, oldest first; the newest that fit. docs/rules.md#R-336 */
  earlier: v.exactOptional(v.pipe(v.array(EarlierVersion), v.maxLength(ITEM_LIMITS.earlier))),
  ...CHECK_FIELDS,
  /** Of the saving that wrote its present words: its repetition is answered alike. */
  lastDeedId: Id,
  /** Counted up by what people do to it: a verdict on a picture makes no other item of it. */
  edition: Count,
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type ItemDocument = v.InferOutput<typeof ItemDocument>;

export const ITEMS = documentKind('items', ItemDocument);

/** With one more at the end; the oldest make room, and one place is left for its coming out. */
export function withStep({ steps }: Pick<ItemDocument, 'steps'>, step: StoredStep): StoredStep[] {
  return [...steps, step].slice(1 - ITEM_LIMITS.steps);
}
