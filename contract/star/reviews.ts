import * as v from 'valibot';
import { GRADES } from '../../domain/star/assessment/grades';
import { defineAction } from '../action';
import { inBranch, ownReading } from '../allow';
import { AtMs, Count, Id, Month, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { SECRETARIES } from '../roles';
import { ShownSetApart } from './sheet-shapes';

const fn = 'star';

const Year = v.pipe(v.number(), v.safeInteger(), v.minValue(2001), v.maxValue(2099));
export const ShownGrade = growing(GRADES);
export type ShownGrade = v.InferOutput<typeof ShownGrade>;

const Months = v.array(
  v.strictObject({
    month: Month,
    /** null: nothing counted, or set apart. */
    permille: v.nullable(Count),
    setApart: v.nullable(ShownSetApart),
    isFinal: v.boolean(),
  }),
);

const Given = v.strictObject({
  gradeId: Id,
  grade: ShownGrade,
  reason: v.nullable(v.string()),
  byName: v.string(),
  atMs: AtMs,
});

/** 民主评议 of a branch: what the months say, the grades that were decided, and the third. docs/rules.md#R-198 */
export const yearlyReview = defineAction({
  fn,
  name: 'yearlyReview',
  allow: inBranch('branch', SECRETARIES),
  input: v.strictObject({ branchId: v.optional(Id), year: Year }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    year: Year,
    /** In the order of crews and names. */
    rows: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** Whether they get a grade: probationary members do not. */
        isReviewed: v.boolean(),
        permille: v.nullable(Count),
        months: Count,
        apart: Count,
        given: v.nullable(Given),
      }),
    ),
    third: v.strictObject({ excellent: Count, reviewed: Count, atMost: Count, over: Count }),
  }),
  errors: [],
});

/** Enters a grade that the branch has decided on; what was entered before stays beside it. */
export const giveGrade = defineAction({
  fn,
  name: 'giveGrade',
  allow: inBranch('member', SECRETARIES),
  input: v.strictObject({
    memberId: Id,
    year: Year,
    gradeId: Id,
    grade: v.picklist(GRADES),
    reason: v.nullable(Words(MOST_CHARACTERS.reason)),
    over: v.nullable(Id),
  }),
  output: v.strictObject({ atMs: AtMs }),
  errors: [
    'own-grade',
    'not-reviewed',
    'reason-missing',
    'changed-meanwhile',
    'too-often',
    /** The year is not reviewed yet; detail.fromAtMs. docs/rules.md#R-283 */
    'too-early',
  ],
});

export const myReview = defineAction({
  fn,
  name: 'myReview',
  allow: ownReading(),
  input: v.strictObject({ year: Year }),
  output: v.strictObject({
    nowMs: AtMs,
    year: Year,
    months: Months,
    permille: v.nullable(Count),
    given: v.nullable(Given),
  }),
  errors: [],
});

export const reviewActions = { yearlyReview, giveGrade, myReview } as const;
