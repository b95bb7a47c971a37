import * as v from 'valibot';
import { AtMs, Count, Id, Month } from '../../../contract/fields';
import { StudyKind } from '../../../contract/study/study-shapes';
import type { MonthFigures } from '../../../domain/branch/month-figures';
import { dayOfInstant, monthOf, MS_PER_MINUTE } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import { collection, command, fitting } from '../database';
import { documentKind } from '../document-kind';
import type { Reading } from '../together';

/** In `countAtMs` while the figures stand. */
const NEVER_MS = 9_000_000_000_000_000;
/** Longer than any call or run of the clock may take: what was begun before has been written by then. */
const SETTLE_MS = 2 * MS_PER_MINUTE;
/** Studies times crews: more would make a document of more than 100 KB. Such a month is counted each time. */
const MOST_CELLS = 800;

const Sums = v.object({
  asked: Count,
  attended: Count,
  couldAttend: Count,
  leftOutOnLeave: Count,
  /** Since 0.3.0; what was kept before names nobody who slept. */
  leftOutAsleep: v.optional(Count, 0),
});

const Figures = v.object({
  people: Count,
  burden: v.object({ medianMinutes: Count, highestMinutes: Count }),
  sums: Sums,
  studies: v.array(
    v.object({
      studyId: Id,
      topic: v.string(),
      kind: StudyKind,
      minutes: Count,
      startAtMs: AtMs,
      sums: Sums,
      cells: v.array(v.object({ crewId: v.nullable(Id), attended: Count, couldAttend: Count })),
    }),
  ),
});

export const BranchMonthDocument = v.object({
  /** `<branchId>_<month>` */
  _id: v.string(),
  branchId: Id,
  month: Month,
  /** null: not counted yet, or too much to keep. */
  figures: v.nullable(Figures),
  /** From when on the clock counts them, again where there are some: until it has, they say nothing. */
  countAtMs: v.number(),
  schemaVersion: v.literal(1),
});
export type BranchMonthDocument = v.InferOutput<typeof BranchMonthDocument>;

export const BRANCH_MONTHS = documentKind('branch_months', BranchMonthDocument);
const documents = () => collection(BRANCH_MONTHS);
const idOf = (branchId: string, month: string) => `${branchId}_${month}`;

/**
 * Figures of months that are over, kept ready. They stand until something is written into a register
 * of the month: whoever does so says so before. docs/rules.md#R-122, docs/decisions/kept-figures.md
 */
export const branchMonths = {
  reading: (branchId: string, months: readonly string[]): Reading =>
    standing({ _id: { $in: months.map((month) => idOf(branchId, month)) } }),

  /** Of every branch. */
  readingOfAll: (month: string): Reading => standing({ month }),

  /** Of what a reading found, the figures that stand. */
  keptIn(rows: readonly unknown[]): readonly KeptMonth[] {
    return fitting(BRANCH_MONTHS, rows).flatMap(({ branchId, month, figures }) =>
      figures === null ? [] : [{ branchId, month, figures }],
    );
  },

  /**
   * Figures of the month stand no longer; they are counted after the month is over, when what is under
   * way now has been written. One request, another when nothing was said of the month before; whether
   * that was so.
   */
  async countAgain(branchId: string, month: string, nowMs: number): Promise<boolean> {
    const uncounted = uncountedMonth(branchId, month, nowMs);
    const { _id, countAtMs } = uncounted;
    const mark = () => documents().update({ _id }, { countAtMs });
    if ((await mark()) === 1) return false;
    if (await documents().insertIfAbsent(uncounted)) return true;
    await mark();
    return false;
  },

  /**
   * For whoever is about to write into a register: where its month is over, the figures of that month
   * are counted again. Nothing is asked of the database while the month lasts.
   */
  async willChange(
    { branchId, lastCloseAtMs }: { readonly branchId: string; readonly lastCloseAtMs: number },
    nowMs: number,
  ): Promise<void> {
    const month = monthOf(dayOfInstant(lastCloseAtMs));
    if (nowMs < monthInterval(month).endAtMs) return;
    await branchMonths.countAgain(branchId, month, nowMs);
  },

  /** As countAgain, of a month of which nothing was said before; otherwise nothing changes. */
  async expect(branchId: string, month: string, nowMs: number): Promise<void> {
    await documents().insertIfAbsent(uncountedMonth(branchId, month, nowMs));
  },

  /** What is to be counted by now, the longest waiting first. */
  due: (nowMs: number, limit: number) =>
    documents().page(
      { countAtMs: command.lte(nowMs) },
      { orderBy: { countAtMs: 'asc', _id: 'asc' }, limit },
    ),

  /** Keeps what was counted, unless something was written since the document was read. */
  async keep({ _id, countAtMs }: BranchMonthDocument, figures: MonthFigures): Promise<void> {
    const cells = figures.studies.reduce((sum, study) => sum + study.cells.length, 0);
    const kept = cells > MOST_CELLS ? null : figures;
    await documents().update({ _id, countAtMs }, { figures: kept, countAtMs: NEVER_MS });
  },
} as const;

const standing = (which: object): Reading => ({
  from: BRANCH_MONTHS.collection,
  pipeline: [{ $match: { ...which, countAtMs: NEVER_MS, figures: { $ne: null } } }],
});

function uncountedMonth(branchId: string, month: string, nowMs: number): BranchMonthDocument {
  const countAtMs = Math.max(nowMs, monthInterval(month).endAtMs) + SETTLE_MS;
  return {
    _id: idOf(branchId, month),
    branchId,
    month,
    figures: null,
    countAtMs,
    schemaVersion: 1,
  };
}

export interface KeptMonth {
  readonly branchId: string;
  readonly month: string;
  readonly figures: MonthFigures;
}
