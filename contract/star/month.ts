import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Month } from '../fields';
import { ANY_MEMBER, ROSTER_KEEPERS } from '../roles';
import {
  OF_MONTH,
  ShownPlan,
  ShownStarState,
  ShownStarStep,
  ShownStepState,
  StarPlan,
  StarSince,
} from './star-shapes';

const fn = 'star';

/**
 * Where the star of a month has come to in a branch, and what comes next. Without a month the newest
 * that was begun and is not over, or else the month before this one. docs/rules.md#R-155
 */
export const starMonth = defineAction({
  fn,
  name: 'starMonth',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ branchId: v.optional(Id), month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    month: Month,
    state: ShownStarState,
    steps: v.array(v.strictObject({ step: ShownStarStep, state: ShownStepState })),
    /** null: not begun. */
    plan: v.nullable(ShownPlan),
    /** Of the list; null: not fixed. */
    candidates: v.nullable(Count),
    /** Names of those of them who were struck off the ballot, and of who is on the open one again. Absent before the first poll, and for phones of 0.1.0. docs/rules.md#R-352 */
    off: v.optional(v.array(v.string())),
    putBack: v.optional(v.array(v.string())),
    /** Of what is stored, for changing it; null: not begun. */
    revision: v.nullable(Count),
    /** As one who begins and leads it, while it can be begun or changed. */
    canPlan: v.boolean(),
    /** As one who leads it, and neither stands nor stood, until it is decided. Absent for phones of 0.1.0. */
    canEnd: v.optional(v.boolean()),
    /** Once the candidates are fixed: the newest poll, and whether the reader runs polls. */
    ballot: v.nullable(v.strictObject({ pollId: v.nullable(Id), canRun: v.boolean() })),
    /** Whether the reader stands, stood, or was left out, so that others decide. Absent for phones of 0.1.0. docs/rules.md#R-284 */
    isOwnMatter: v.optional(v.boolean()),
    /** Absent where the month is not begun, and for phones of 0.1.0. */
    since: v.optional(StarSince),
    /** The newest that was announced of the last months; null: none. Absent where a month was asked for. */
    latest: v.optional(
      v.nullable(
        v.strictObject({
          month: Month,
          stars: v.array(
            v.strictObject({
              name: v.string(),
              crewName: v.nullable(v.string()),
              deed: v.nullable(v.string()),
            }),
          ),
          announcedAtMs: AtMs,
          objections: Count,
          /** Of its votes; null: it was not voted on. */
          pollId: v.nullable(Id),
        }),
      ),
    ),
  }),
  errors: [],
});

/** Begins the star of a month, or changes its plan as long as no list is fixed. docs/rules.md#R-155 */
export const planStarMonth = defineAction({
  fn,
  name: 'planStarMonth',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    ...OF_MONTH,
    /** Of the month that the officer has before them; null: they begin it. */
    revision: v.nullable(Count),
    plan: StarPlan,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** Only this month and the one before can be begun. */
    'not-its-time',
    /** Nominations need a day at least. */
    'nominations-over',
    /** The committee meets after the nominations. */
    'decision-too-early',
    /** Somebody else has begun or changed it: look again. */
    'changed-meanwhile',
    /** The candidates are fixed. */
    'already-listed',
    /** Who has agreed to stand does not change who may. docs/rules.md#R-284 */
    'own-candidacy',
  ],
});

export const starMonthActions = { starMonth, planStarMonth } as const;
