import * as v from 'valibot';
import { FREQUENCIES, HOURS_ASKED, type Norms } from '../../domain/branch/norms';
import { CHOSEN_THINGS, KEPT_YEARS } from '../../domain/people/retention';
import { MAKE_UP_CREDITS } from '../../domain/study/make-up';
import { STUDY_KINDS } from '../../domain/study/study-kinds';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Month } from '../fields';
import { growing } from '../growing';
import { OFFICERS } from '../roles';
import { ShownStudyKind, StudyKind } from '../study/study-shapes';

const fn = 'branch';

const Hours = v.nullable(
  v.pipe(Count, v.minValue(HOURS_ASKED.least), v.maxValue(HOURS_ASKED.most)),
);
const isOnce = (values: readonly string[]) => new Set(values).size === values.length;

/** null, and what is in no list: not set. */
export const NormsInput = v.strictObject({
  hours: v.strictObject({ member: Hours, officer: Hours }),
  meetings: v.pipe(
    v.array(v.strictObject({ kind: StudyKind, every: v.picklist(FREQUENCIES) })),
    v.maxLength(STUDY_KINDS.length),
    v.check((meetings) => isOnce(meetings.map(({ kind }) => kind))),
  ),
  credit: v.nullable(v.picklist(MAKE_UP_CREDITS)),
  keptYears: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({ thing: v.picklist(CHOSEN_THINGS), years: Count }),
        v.check(
          ({ thing, years }) => KEPT_YEARS[thing].least <= years && years <= KEPT_YEARS[thing].most,
        ),
      ),
    ),
    v.maxLength(CHOSEN_THINGS.length),
    v.check((kept) => isOnce(kept.map(({ thing }) => thing))),
  ),
}) satisfies v.GenericSchema<unknown, Norms>;
export type NormsInput = v.InferOutput<typeof NormsInput>;

const ShownFrequency = growing(FREQUENCIES);
const YearsKept = v.array(v.strictObject({ thing: growing(CHOSEN_THINGS), years: Count }));

/** As NormsInput; `version` is the newest of its scope, 0: nothing was set here. */
const ShownNorms = v.strictObject({
  version: Count,
  hours: v.strictObject({ member: v.nullable(Count), officer: v.nullable(Count) }),
  meetings: v.array(v.strictObject({ kind: ShownStudyKind, every: ShownFrequency })),
  credit: v.nullable(growing(MAKE_UP_CREDITS)),
  keptYears: YearsKept,
});

/** What holds for the branch, all of it. */
const HeldNorms = v.strictObject({
  hours: v.strictObject({ member: Count, officer: Count }),
  meetings: v.array(v.strictObject({ kind: ShownStudyKind, every: ShownFrequency })),
  credit: growing(MAKE_UP_CREDITS),
  keptYears: YearsKept,
});

const BranchNorms = v.strictObject({
  nowMs: AtMs,
  branchName: v.string(),
  /** The present one, and the one from which a version saved now holds. */
  month: Month,
  nextMonth: Month,
  /** The newest of the branch, and of all that have none of their own. */
  own: ShownNorms,
  common: ShownNorms,
  now: HeldNorms,
  next: HeldNorms,
  /** Who has set something for the branch or for all, newest first. */
  trail: v.array(
    v.strictObject({
      isForAll: v.boolean(),
      version: Count,
      fromMonth: Month,
      byName: v.string(),
      atMs: AtMs,
    }),
  ),
});
export type BranchNorms = v.InferOutput<typeof BranchNorms>;

/** What is asked of the branch, and for how long things are kept. docs/rules.md#R-290 */
export const norms = defineAction({
  fn,
  name: 'norms',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: BranchNorms,
  errors: [],
});

/**
 * A new version for the branch, or `isForAll` for every one that has not set the same itself; from next
 * month on, after exactly the version that the phone has before it. docs/rules.md#R-291
 */
export const saveNorms = defineAction({
  fn,
  name: 'saveNorms',
  allow: inBranch('branch', ['committee-office']),
  input: v.strictObject({
    branchId: v.optional(Id),
    isForAll: v.boolean(),
    version: Count,
    norms: NormsInput,
  }),
  output: v.strictObject({ version: Count, fromMonth: Month }),
  errors: [
    /** Somebody else has saved since, or another save of this phone has arrived. */
    'changed-meanwhile',
  ],
});

export const normsActions = { norms, saveNorms } as const;
