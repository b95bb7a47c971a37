import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { StudyKind } from '../../../contract/study/study-shapes';
import {
  FREQUENCIES,
  NO_NORMS,
  normsOfMonth,
  type Norms,
  type NormsHeld,
} from '../../../domain/branch/norms';
import { CHOSEN_THINGS } from '../../../domain/people/retention';
import { MAKE_UP_CREDITS } from '../../../domain/study/make-up';
import { collection, fitting } from '../database';
import { documentKind } from '../document-kind';
import type { YearlyHours } from '../../../domain/study/yearly-hours';
import type { Reading } from '../together';

/** In `scope` of what is for all branches that have not set it themselves. */
export const FOR_ALL = 'for-all-branches';

/** One version of what an office sets; never changed once it is written. docs/rules.md#R-291 */
const NormsDocument = v.object({
  /** `<scope>_<version>` */
  _id: v.string(),
  /** A branch, or FOR_ALL. */
  scope: Id,
  version: Count,
  /** The first month that it is for. */
  fromMonth: Month,
  hours: v.object({ member: v.nullable(Count), officer: v.nullable(Count) }),
  meetings: v.array(v.object({ kind: StudyKind, every: v.picklist(FREQUENCIES) })),
  credit: v.nullable(v.picklist(MAKE_UP_CREDITS)),
  keptYears: v.array(v.object({ thing: v.picklist(CHOSEN_THINGS), years: Count })),
  by: v.object({ memberId: Id, name: v.string() }),
  atMs: AtMs,
  /** Of the call that saved it: its retry is answered alike. */
  requestId: v.string(),
  schemaVersion: v.literal(1),
});
export type NormsDocument = v.InferOutput<typeof NormsDocument>;

export const NORMS = documentKind('norms', NormsDocument);
const documents = () => collection(NORMS);
/** Of one scope, the newest; older ones are of years that nobody asks about. */
const MOST_VERSIONS = 100;

/** The versions of a scope, the newest first, for a request that reads more. */
export const normsReading = (scope: string): Reading => ({
  from: NORMS.collection,
  pipeline: [{ $match: { scope } }, { $sort: { version: -1 } }, { $limit: MOST_VERSIONS }],
});

export const normsIn = (rows: readonly unknown[]): readonly NormsDocument[] => fitting(NORMS, rows);

/** Those of a branch and those for all. */
export const normsReadings = (branchId: string) => ({
  ownNorms: normsReading(branchId),
  commonNorms: normsReading(FOR_ALL),
});
export type NormsRows = Readonly<
  Record<keyof ReturnType<typeof normsReadings>, readonly unknown[]>
>;

/** What holds for a branch in a month: hours that stand in its own document until it has a version. docs/rules.md#R-129 */
export function normsHeld(
  rows: NormsRows,
  yearlyHours: YearlyHours | null,
  month: string,
): NormsHeld {
  const own = normsOfMonth(normsIn(rows.ownNorms), month);
  return { own: own ?? ofBranch(yearlyHours), common: commonOf(rows.commonNorms, month) };
}

export const ofBranch = (yearlyHours: YearlyHours | null): Norms | null =>
  yearlyHours === null ? null : { ...NO_NORMS, hours: yearlyHours };

/** What holds for all in a month. */
export const commonOf = (rows: readonly unknown[], month: string): NormsHeld['common'] =>
  normsOfMonth(normsIn(rows), month);

export const norms = {
  /** What holds for all branches in a month; one request. */
  async common(month: string): Promise<NormsHeld['common']> {
    const versions = await documents().find(
      { scope: FOR_ALL },
      { orderBy: { version: 'desc' }, limit: MOST_VERSIONS },
    );
    return normsOfMonth(versions, month);
  },

  /** False when the version is taken: somebody else was first. */
  add: (version: NormsDocument) => documents().insertIfAbsent(version),
} as const;
