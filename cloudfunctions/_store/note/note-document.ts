import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { REMARK_KINDS } from '../../../contract/note/note-shapes';
import {
  NOTE_LIMITS,
  NOTE_STATES,
  NOTE_TYPES,
  NOTE_USES,
  SHARE_SCOPES,
} from '../../../domain/note/note';
import { CHECK_STATES } from '../../../domain/words/check-state';
import { documentKind } from '../document-kind';
import { CHECK_FIELDS, StoredPicture } from '../picture/checked-pictures';

const By = v.object({ memberId: v.nullable(Id), name: v.string() });

const Version = v.object({
  version: Count,
  title: v.string(),
  text: v.string(),
  pictureIds: v.array(Id),
  handedInAtMs: AtMs,
});

const StoredRemark = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  deedId: Id,
  kind: v.picklist(REMARK_KINDS),
  by: By,
  atMs: AtMs,
  text: v.nullable(v.string()),
});
export type StoredRemark = v.InferOutput<typeof StoredRemark>;

const Ask = v.object({
  askId: Id,
  scope: v.picklist(SHARE_SCOPES),
  /** The version that was asked about. */
  version: Count,
  by: By,
  atMs: AtMs,
  untilAtMs: AtMs,
  answer: v.nullable(v.picklist(['signed', 'unsigned', 'decline', 'withdrawn'])),
});

/** A note with its present words and the versions before; below 100 KB. docs/rules.md#R-109 */
export const NoteDocument = v.object({
  /** The phone's. */
  _id: Id,
  ownerId: Id,
  /** Name, crew and branch as they were when it was handed in. */
  ownerName: v.string(),
  crewName: v.nullable(v.string()),
  branchId: Id,
  type: v.picklist(NOTE_TYPES),
  studyId: v.nullable(Id),
  studyTopic: v.nullable(v.string()),
  title: v.string(),
  text: v.string(),
  pictures: v.pipe(v.array(StoredPicture), v.maxLength(NOTE_LIMITS.pictures)),
  textCheck: v.picklist(CHECK_STATES),
  version: Count,
  /** Of the call that handed in the present version. */
  versionId: Id,
  handedInAtMs: AtMs,
  firstAtMs: AtMs,
  /** Newest first. */
  earlier: v.pipe(v.array(Version), v.maxLength(NOTE_LIMITS.versions - 1)),
  state: v.picklist(NOTE_STATES),
  /** Oldest first; the newest that fit. */
  remarks: v.pipe(v.array(StoredRemark), v.maxLength(NOTE_LIMITS.remarks)),
  /** The last one. */
  ask: v.nullable(Ask),
  /** What the author has agreed to; null: nothing, or taken back. */
  sharing: v.nullable(v.object({ isSigned: v.boolean(), scope: v.picklist(SHARE_SCOPES) })),
  /** Since when the branch sees it; null: it does not. */
  sharedAtMs: v.nullable(AtMs),
  uses: v.pipe(
    v.array(
      v.object({
        deedId: Id,
        where: v.picklist(NOTE_USES),
        text: v.string(),
        atMs: AtMs,
        by: By,
      }),
    ),
    v.maxLength(NOTE_LIMITS.uses),
  ),
  ...CHECK_FIELDS,
  /** Counted up by every write. */
  revision: Count,
  changedAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type NoteDocument = v.InferOutput<typeof NoteDocument>;

export const NOTES = documentKind('notes', NoteDocument);

/** With one more at the end; the oldest make room. */
export function withRemark(
  { remarks }: Pick<NoteDocument, 'remarks'>,
  remark: StoredRemark,
): NoteDocument['remarks'] {
  return [...remarks, remark].slice(-NOTE_LIMITS.remarks);
}

/** The sharing ends, by whoever's deed: what waited is a question no more. */
export function withoutSharing({
  ask,
}: Pick<NoteDocument, 'ask'>): Pick<NoteDocument, 'ask' | 'sharing' | 'sharedAtMs'> {
  const isOver = ask === null || ask.answer === 'decline';
  return { sharing: null, sharedAtMs: null, ask: isOver ? ask : { ...ask, answer: 'withdrawn' } };
}
