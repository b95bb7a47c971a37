import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { documentKind } from '../document-kind';

const Source = v.variant('kind', [
  /** Title as it was when it was chosen. */
  v.object({ kind: v.literal('document'), documentId: Id, title: v.string() }),
  v.object({ kind: v.literal('link'), url: v.string() }),
]);

const Marks = v.object({
  judgeId: Id,
  name: v.string(),
  marks: v.array(v.object({ criterionId: Id, points: Count, reason: v.string() })),
  atMs: AtMs,
});
export type Marks = v.InferOutput<typeof Marks>;

/** What one member has entered, with what the panel gave; below 60 KB. docs/rules.md#R-301 */
export const LectureDocument = v.object({
  /** Follows from contest and member. */
  _id: Id,
  contestId: Id,
  memberId: Id,
  /** As it was when it was entered. */
  name: v.string(),
  title: v.string(),
  outline: v.string(),
  minutes: Count,
  source: v.nullable(Source),
  writtenAtMs: AtMs,
  withdrawnAtMs: v.nullable(AtMs),
  isShared: v.boolean(),
  marks: v.array(Marks),
  /** Who said that they have a stake in it. */
  aside: v.array(v.object({ judgeId: Id, name: v.string(), reason: v.string(), atMs: AtMs })),
  /** Counted up by every write. */
  revision: Count,
  schemaVersion: v.literal(1),
});
export type LectureDocument = v.InferOutput<typeof LectureDocument>;

export const LECTURES = documentKind('lectures', LectureDocument);
