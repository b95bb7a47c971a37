import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Month } from '../fields';
import { OFFICERS } from '../roles';
import { ShownStudyKind } from '../study/study-shapes';

const fn = 'branch';

/** Of registers that are final; fair is attended / couldAttend, raw attended / asked. */
export const Sums = v.strictObject({
  asked: Count,
  attended: Count,
  couldAttend: Count,
  /** Of those left out of couldAttend: on leave; the others were on duty. */
  leftOutOnLeave: Count,
});
export type Sums = v.InferOutput<typeof Sums>;

/** A branch in a month, in figures: nobody is named. */
export const dashboard = defineAction({
  fn,
  name: 'dashboard',
  allow: inBranch('branch', OFFICERS),
  /** Without a month: the present one. */
  input: v.strictObject({ branchId: v.optional(Id), month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    month: Month,
    /** Who was asked anything that closes in the month, also what is still open. */
    people: Count,
    /** Not over yet, or so lately that duty in it has not been noted. */
    openStudies: Count,
    sums: Sums,
    studies: v.array(
      v.strictObject({
        studyId: Id,
        topic: v.string(),
        kind: ShownStudyKind,
        minutes: Count,
        startAtMs: AtMs,
        sums: Sums,
        cells: v.array(
          v.strictObject({ crewId: v.nullable(Id), attended: Count, couldAttend: Count }),
        ),
      }),
    ),
    /** Of the cells, in the order of the rotations; who had no crew comes last. */
    crews: v.array(v.strictObject({ crewId: v.nullable(Id), name: v.nullable(v.string()) })),
    burden: v.strictObject({ medianMinutes: Count, highestMinutes: Count, limitMinutes: Count }),
    /** Six months up to this one, the earliest first. */
    trend: v.array(v.strictObject({ month: Month, sums: Sums })),
  }),
  errors: [],
});

export const dashboardActions = { dashboard } as const;
