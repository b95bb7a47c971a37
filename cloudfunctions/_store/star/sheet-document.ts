import * as v from 'valibot';
import { AtMs, Count, Day, Id, Month } from '../../../contract/fields';
import { ShiftOfDay } from '../../../contract/roster/shift';
import { LEAVE_KINDS } from '../../../domain/shift/override';
import { LEFT_OUT_CAUSES } from '../../../domain/star/assessment/chances';
import { MOST_PROOFS } from '../../../domain/star/assessment/count-items';
import { APPEAL_OUTCOMES, SHEET_LIMITS } from '../../../domain/star/assessment/sheet';
import { ASSESSORS, STANDARD_LIMITS } from '../../../domain/star/assessment/standard';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });
const Tenths = v.pipe(v.number(), v.safeInteger());

const Proof = {
  kind: v.picklist(['study', 'make-up', 'note', 'message']),
  id: v.string(),
  title: v.string(),
  atMs: AtMs,
};

const LeftOut = v.object({
  ...Proof,
  why: v.picklist(LEFT_OUT_CAUSES),
  shift: v.nullable(ShiftOfDay),
  sittings: Count,
});

const Counted = v.object({
  itemId: Id,
  done: Count,
  chances: Count,
  earnedTenths: Count,
  proofs: v.pipe(v.array(v.object(Proof)), v.maxLength(MOST_PROOFS)),
  missed: v.array(v.object(Proof)),
  leftOut: v.array(LeftOut),
  leftOutCount: Count,
});

export const StoredMark = v.object({
  /** Of the deed that made it: its repetition is answered alike. */
  markId: Id,
  itemId: Id,
  points: v.number(),
  reason: v.nullable(v.string()),
  evidence: v.nullable(v.string()),
  /** Absent: none was chosen. */
  proof: v.optional(v.object(Proof)),
  aboutDay: v.nullable(Day),
  /** Who it was, and as what, then: it stays when they are that no more. null: an appeal that nobody answered. */
  by: v.nullable(By),
  as: v.picklist(ASSESSORS),
  atMs: AtMs,
  appealId: v.nullable(Id),
});
export type StoredMark = v.InferOutput<typeof StoredMark>;

export const StoredAppeal = v.object({
  appealId: Id,
  itemId: Id,
  /** The mark that it is about; null: what is counted. */
  markId: v.nullable(Id),
  text: v.string(),
  atMs: AtMs,
  answer: v.nullable(
    v.object({
      deedId: Id,
      outcome: v.picklist(APPEAL_OUTCOMES),
      reason: v.nullable(v.string()),
      by: v.nullable(By),
      atMs: AtMs,
    }),
  ),
});
export type StoredAppeal = v.InferOutput<typeof StoredAppeal>;

export const StoredTerms = v.object({
  summaryUntilMs: AtMs,
  marksUntilMs: AtMs,
  appealsUntilMs: AtMs,
  answersUntilMs: AtMs,
});

/** The assessment of one person in one month; below 100 KB. docs/rules.md#R-190 */
export const SheetDocument = v.object({
  /** `<month>_<memberId>` */
  _id: v.string(),
  month: Month,
  memberId: Id,
  /** Where the person belonged when it was opened: whoever marks is of there. docs/rules.md#R-196 */
  branchId: Id,
  groupId: v.nullable(Id),
  groupName: v.nullable(v.string()),
  crewId: v.nullable(Id),
  crewName: v.nullable(v.string()),
  name: v.string(),
  /** Whether they were a secretary of the branch: another officer marks them. */
  isSecretary: v.boolean(),
  /** Whether somebody else leads their group, as it was last counted; absent in documents of 0.1.0, where it counts as yes. */
  hasLeader: v.optional(v.boolean()),
  /** Whether they had a vote when it was opened; probationary members have not. */
  isEntitled: v.boolean(),
  /** Of `standards`; 'default': the list that comes with the product. */
  standardId: v.string(),
  terms: StoredTerms,
  setApart: v.nullable(
    v.object({
      why: v.picklist(['leave', 'on-loan']),
      leaveKind: v.nullable(v.picklist(LEAVE_KINDS)),
      days: Count,
    }),
  ),
  counted: v.pipe(v.array(Counted), v.maxLength(STANDARD_LIMITS.items)),
  countedAtMs: AtMs,
  notes: Count,
  marks: v.pipe(v.array(StoredMark), v.maxLength(SHEET_LIMITS.marks)),
  appeals: v.pipe(v.array(StoredAppeal), v.maxLength(SHEET_LIMITS.appeals)),
  summary: v.nullable(v.object({ deedId: Id, text: v.string(), atMs: AtMs })),
  /** By nobody: its last term was over. */
  settled: v.nullable(v.object({ deedId: Id, by: v.nullable(By), atMs: AtMs })),
  /** Of what counts; kept with every write, for figures of a year. */
  sum: v.object({ earnedTenths: Tenths, possibleTenths: Tenths, leftOutTenths: Tenths }),
  /** Counted up by every write. */
  revision: Count,
  changedAtMs: AtMs,
  schemaVersion: v.literal(1),
});
export type SheetDocument = v.InferOutput<typeof SheetDocument>;

export const SHEETS = documentKind('sheets', SheetDocument);

/** Of one person and month. */
export const sheetId = (month: string, memberId: string): string => `${month}_${memberId}`;

/** Whose it is, as deciding on it asks. */
export const ownerOf = ({
  memberId,
  groupId,
  isSecretary,
  hasLeader = true,
}: Pick<SheetDocument, 'memberId' | 'groupId' | 'isSecretary' | 'hasLeader'>) => ({
  memberId,
  groupId,
  isSecretary,
  hasLeader,
});
