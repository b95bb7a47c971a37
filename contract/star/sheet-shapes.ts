import * as v from 'valibot';
import { STANDING_FOR } from '../../domain/star/assessment/decide-on-sheet';
import { APPEAL_OUTCOMES, STAGES } from '../../domain/star/assessment/sheet';
import { LEFT_OUT_CAUSES } from '../../domain/star/assessment/chances';
import { ASPECTS, ASSESSORS, SOURCES } from '../../domain/star/assessment/standard';
import { LEAVE_KINDS } from '../../domain/shift/override';
import { AtMs, Count, Day, Id, Month } from '../fields';
import { growing } from '../growing';
import { ShiftOfDay, ShownOverrideKind } from '../roster/shift';

export const ShownStage = growing(STAGES);
export type ShownStage = v.InferOutput<typeof ShownStage>;
export const ShownSource = growing(SOURCES);
export type ShownSource = v.InferOutput<typeof ShownSource>;
export const ShownAspect = growing(ASPECTS);
export const ShownAssessor = growing(ASSESSORS);
const ShownStandingFor = growing(STANDING_FOR);
/** Who marks what is a leader's, and who settles it. docs/rules.md#R-193 */
export const ShownAssessors = v.strictObject({
  marks: ShownStandingFor,
  settles: ShownStandingFor,
});
export type ShownAssessors = v.InferOutput<typeof ShownAssessors>;
const ShownCause = growing(LEFT_OUT_CAUSES);
const ShownOutcome = growing(APPEAL_OUTCOMES);

/** `<month>_<memberId>` */
export const SheetId = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])_[A-Za-z0-9-]{1,40}$/u));

/** Tenths of a point. */
const Tenths = v.pipe(v.number(), v.safeInteger());

export const PROOF_KINDS = ['study', 'make-up', 'note', 'message'] as const;

const Proof = {
  kind: growing(PROOF_KINDS),
  id: v.string(),
  title: v.string(),
  atMs: AtMs,
};

export const ShownProof = v.strictObject(Proof);
export type ShownProof = v.InferOutput<typeof ShownProof>;

const ShownLeftOut = v.strictObject({
  ...Proof,
  why: ShownCause,
  shift: v.nullable(ShiftOfDay),
  sittings: Count,
});
export type ShownLeftOut = v.InferOutput<typeof ShownLeftOut>;

const ShownMark = v.strictObject({
  markId: Id,
  points: v.number(),
  reason: v.nullable(v.string()),
  /** What it rests on, in words. */
  evidence: v.nullable(v.string()),
  /** The record of the sheet that it rests on. Absent, null: none. */
  proof: v.optional(v.nullable(ShownProof)),
  aboutDay: v.nullable(Day),
  byName: v.string(),
  as: ShownAssessor,
  atMs: AtMs,
  isOfAppeal: v.boolean(),
});
export type ShownMark = v.InferOutput<typeof ShownMark>;

const ShownAppeal = v.strictObject({
  appealId: Id,
  text: v.string(),
  atMs: AtMs,
  answer: v.nullable(
    v.strictObject({
      outcome: ShownOutcome,
      reason: v.nullable(v.string()),
      byName: v.nullable(v.string()),
      atMs: AtMs,
    }),
  ),
  /** Whether the reader can answer it now. */
  canAnswer: v.boolean(),
  /** Points that the item has if it is granted, and the sums either way. */
  restoredPoints: v.number(),
  ifRestored: v.strictObject({ earnedTenths: Tenths, permille: v.nullable(Count) }),
  /** What the records say of the day that it is about; for who answers. */
  found: v.array(
    v.strictObject({
      kind: ShownOverrideKind,
      fromDay: Day,
      toDay: Day,
      shift: v.nullable(ShiftOfDay),
    }),
  ),
});
export type ShownAppeal = v.InferOutput<typeof ShownAppeal>;

export const ShownItem = v.strictObject({
  itemId: Id,
  name: v.string(),
  aspect: ShownAspect,
  source: ShownSource,
  points: Count,
  by: v.nullable(ShownAssessor),
  bands: v.nullable(v.array(v.strictObject({ name: v.string(), points: v.number() }))),
  start: v.number(),
  least: v.number(),
  /** null: left out of the sum. */
  earnedTenths: v.nullable(Tenths),
  done: Count,
  chances: Count,
  proofs: v.array(ShownProof),
  missed: v.array(ShownProof),
  leftOut: v.array(ShownLeftOut),
  leftOutCount: Count,
  /** All that were given, oldest first; the last one counts. */
  marks: v.array(ShownMark),
  /** Oldest first. */
  appeals: v.array(ShownAppeal),
  canAppeal: v.boolean(),
  canMark: v.boolean(),
});
export type ShownItem = v.InferOutput<typeof ShownItem>;

export const ShownSum = v.strictObject({
  earnedTenths: Tenths,
  /** 0: nothing counts. */
  possibleTenths: Tenths,
  leftOutTenths: Tenths,
  permille: v.nullable(Count),
});

export const ShownSetApart = v.strictObject({
  why: growing(['leave', 'on-loan']),
  leaveKind: v.nullable(growing(LEAVE_KINDS)),
  days: Count,
});
export type ShownSetApart = v.InferOutput<typeof ShownSetApart>;

export const ShownTerms = v.strictObject({
  summaryUntilMs: AtMs,
  marksUntilMs: AtMs,
  appealsUntilMs: AtMs,
  answersUntilMs: AtMs,
});

/** A sheet with all that is on it. docs/rules.md#R-187, docs/rules.md#R-191 */
export const Sheet = v.strictObject({
  sheetId: SheetId,
  month: Month,
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  groupName: v.nullable(v.string()),
  /** Of the list: 1 is the one that comes with the product. */
  version: Count,
  base: Count,
  stage: ShownStage,
  /** Absent for phones of 0.1.0. */
  assessors: v.optional(ShownAssessors),
  terms: ShownTerms,
  setApart: v.nullable(ShownSetApart),
  sum: ShownSum,
  /** Points that everybody starts with beside the items. */
  startingPoints: Count,
  items: v.array(ShownItem),
  /** Notes of the month, for the draft of one's own words. */
  notes: Count,
  summary: v.nullable(v.strictObject({ text: v.string(), atMs: AtMs, deedId: Id })),
  canSummarise: v.boolean(),
  settled: v.nullable(v.strictObject({ byName: v.nullable(v.string()), atMs: AtMs })),
  canSettle: v.boolean(),
});
export type Sheet = v.InferOutput<typeof Sheet>;
