import * as v from 'valibot';
import {
  ASPECTS,
  ASSESSORS,
  BASES,
  hasItsParts,
  SOURCES,
  STANDARD_FAULTS,
  STANDARD_LIMITS,
} from '../../domain/star/assessment/standard';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Month, Words } from '../fields';
import { growing } from '../growing';
import { ANY_MEMBER, SECRETARIES } from '../roles';
import { ShownStudyKind, StudyKind } from '../study/study-shapes';
import { ShownAspect, ShownAssessor, ShownSource } from './sheet-shapes';

const fn = 'star';

const Terms = v.strictObject({
  summaryDay: Count,
  marksDay: Count,
  appealsDay: Count,
  answersDay: Count,
});

/** More than a list may have can be said, so that the refusal is one in words. */
const MOST_SAID = 2000;

const GivenItem = v.pipe(
  v.strictObject({
    itemId: Id,
    name: Words(STANDARD_LIMITS.name),
    aspect: v.picklist(ASPECTS),
    points: v.pipe(Count, v.minValue(1), v.maxValue(100)),
    source: v.picklist(SOURCES),
    kinds: v.nullable(v.pipe(v.array(StudyKind), v.minLength(1), v.maxLength(20))),
    wanted: v.nullable(v.pipe(Count, v.minValue(1), v.maxValue(STANDARD_LIMITS.wanted))),
    by: v.nullable(v.picklist(ASSESSORS)),
    bands: v.nullable(
      v.pipe(
        v.array(
          v.strictObject({
            name: Words(STANDARD_LIMITS.name),
            points: v.pipe(v.number(), v.safeInteger()),
          }),
        ),
        v.maxLength(STANDARD_LIMITS.bands),
      ),
    ),
  }),
  v.check((item) => hasItsParts(item)),
);

const GivenStandard = v.strictObject({
  base: v.picklist(BASES),
  items: v.pipe(v.array(GivenItem), v.maxLength(MOST_SAID)),
  terms: Terms,
});

const ShownStandardItem = v.strictObject({
  itemId: Id,
  name: v.string(),
  aspect: ShownAspect,
  points: Count,
  source: ShownSource,
  kinds: v.nullable(v.array(ShownStudyKind)),
  wanted: v.nullable(Count),
  by: v.nullable(ShownAssessor),
  bands: v.nullable(v.array(v.strictObject({ name: v.string(), points: v.number() }))),
});
export type ShownStandardItem = v.InferOutput<typeof ShownStandardItem>;

const ShownStandard = v.strictObject({
  /** Whose it is: of the branch, of the organisation, or the one that comes with the product. */
  scope: growing(['branch', 'organisation', 'default']),
  version: Count,
  /** The first month that it is for; null: always. */
  fromMonth: v.nullable(Month),
  byName: v.nullable(v.string()),
  /** One of those that a list can have. */
  base: Count,
  items: v.array(ShownStandardItem),
  terms: Terms,
});
export type ShownStandard = v.InferOutput<typeof ShownStandard>;

/** The list that holds for a branch this month, and the one that comes with the next, where it differs. */
export const branchStandard = defineAction({
  fn,
  name: 'branchStandard',
  allow: inBranch('branch', ANY_MEMBER),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchName: v.string(),
    month: Month,
    now: ShownStandard,
    next: v.nullable(ShownStandard),
    /** Whether the reader can save one for the branch, and for all. */
    canSave: v.boolean(),
    canSaveForAll: v.boolean(),
  }),
  errors: [],
});

/**
 * A new version, from the next month on: a month that has begun keeps its own. Of the committee office
 * it can be for all branches that have none of their own. docs/rules.md#R-186
 */
export const saveStandard = defineAction({
  fn,
  name: 'saveStandard',
  allow: inBranch('branch', SECRETARIES),
  input: v.strictObject({
    branchId: v.optional(Id),
    deedId: Id,
    isForAll: v.boolean(),
    /** The newest that the phone knows for next month. */
    over: v.strictObject({
      scope: v.picklist(['branch', 'organisation', 'default']),
      version: Count,
    }),
    standard: GivenStandard,
  }),
  output: v.strictObject({ version: Count, fromMonth: Month }),
  errors: [...STANDARD_FAULTS, 'changed-meanwhile', 'office-only'],
});

export const standardActions = { branchStandard, saveStandard } as const;
