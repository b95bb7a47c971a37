import * as v from 'valibot';
import {
  answersAppeals,
  waitsFor,
  type Actor,
} from '../../../domain/star/assessment/decide-on-sheet';
import { openAppeals, stageOf, type Stage } from '../../../domain/star/assessment/sheet';
import { openingDay } from '../../../domain/star/assessment/terms';
import { instantOf } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import type { Officers } from '../people/officers-reading';
import type { Reading } from '../together';
import { ownerOf, SheetDocument, SHEETS, StoredAppeal, StoredMark } from './sheet-document';
import { comesWithUs, FOR_ALL, StandardDocument, STANDARDS } from './standards';

/** Of a sheet, what says for whom it waits. */
const FIELDS = [
  '_id',
  'branchId',
  'month',
  'memberId',
  'groupId',
  'isSecretary',
  'hasLeader',
  'standardId',
  'terms',
  'setApart',
  'marks',
  'appeals',
  'summary',
  'settled',
] as const;
const OPEN_SHEETS = documentKind(SHEETS.collection, v.pick(SheetDocument, FIELDS));
type OpenSheet = v.InferOutput<typeof OPEN_SHEETS.schema>;

const LISTS = documentKind(STANDARDS.collection, v.pick(StandardDocument, ['_id', 'items']));
type List = Pick<StandardDocument, '_id' | 'items'>;

/** Sheets of a branch that are to be marked, settled or answered until a later instant than `nowMs`. */
export function openSheetsReading(branchId: string, nowMs: number): Reading {
  return {
    from: SHEETS.collection,
    pipeline: [
      {
        $match: {
          branchId,
          setApart: null,
          'terms.answersUntilMs': { $gt: nowMs },
          $or: [{ settled: null }, { appeals: { $elemMatch: { answer: null } } }],
        },
      },
      { $project: Object.fromEntries(FIELDS.map((field) => [field, 1])) },
    ],
  };
}

/** The lists by which sheets of a branch can go. */
export function listsReading(branchId: string): Reading {
  return {
    from: STANDARDS.collection,
    pipeline: [{ $match: { scope: { $in: [branchId, FOR_ALL] } } }, { $project: { items: 1 } }],
  };
}

const APPEAL_FIELDS = ['appealId', 'itemId', 'markId', 'atMs', 'answer'] as const;
const MARK_FIELDS = ['markId', 'by'] as const;
/** Of a sheet with an open appeal, what says who can answer. */
const Appealed = v.object({
  ...v.pick(SheetDocument, ['_id', 'branchId', 'month', 'memberId', 'groupId']).entries,
  ...v.pick(SheetDocument, ['isSecretary', 'hasLeader', 'terms']).entries,
  appeals: v.array(v.pick(StoredAppeal, APPEAL_FIELDS)),
  marks: v.array(v.pick(StoredMark, MARK_FIELDS)),
});
const APPEALED = documentKind(SHEETS.collection, Appealed);
type Appealed = v.InferOutput<typeof Appealed>;

/** At once, of every branch: those whose term is next. */
const MOST_APPEALED = 500;

/** Sheets of other branches with an appeal that is open at `nowMs`. docs/rules.md#R-323 */
export function appealsAbroadReading(branchId: string, nowMs: number): Reading {
  const whole = Object.keys(v.omit(Appealed, ['appeals', 'marks']).entries);
  const parts = [
    ...APPEAL_FIELDS.map((field) => `appeals.${field}`),
    ...MARK_FIELDS.map((field) => `marks.${field}`),
  ];
  return {
    from: SHEETS.collection,
    pipeline: [
      {
        $match: {
          'terms.answersUntilMs': { $gt: nowMs },
          branchId: { $ne: branchId },
          setApart: null,
          appeals: { $elemMatch: { answer: null } },
        },
      },
      { $sort: { 'terms.answersUntilMs': 1, _id: 1 } },
      { $limit: MOST_APPEALED },
      { $project: Object.fromEntries([...whole, ...parts].map((field) => [field, 1])) },
    ],
  };
}

/**
 * Appeals of other branches that nobody there may answer and this person of the committee office may, by branch
 * and month; rows of that reading, instants. docs/rules.md#R-323
 */
export function appealsAbroadFor(
  actor: Actor,
  rows: readonly unknown[],
  officers: Officers,
  nowMs: number,
): readonly WaitingSheets[] {
  const waiting = new Map<string, WaitingSheets>();
  for (const sheet of fitting(APPEALED, rows)) {
    const { branchId, month, terms } = sheet;
    const there = officers
      .ofBranch(branchId)
      .map(({ _id: memberId, roles }) => ({ memberId, roles, groupId: null }));
    const mine = openAppeals(sheet, nowMs).filter(
      (appeal) =>
        mayAnswer(actor, sheet, appeal) &&
        !there.some((officer) => mayAnswer(officer, sheet, appeal)),
    );
    if (mine.length === 0) continue;
    const key = `${branchId} ${month}`;
    const { count, sinceAtMs, untilAtMs } = waiting.get(key) ?? NONE;
    waiting.set(key, {
      stage: 'appeal',
      branchId,
      month,
      count: count + 1,
      sinceAtMs: Math.min(sinceAtMs, ...mine.map(({ atMs }) => atMs)),
      untilAtMs: Math.min(untilAtMs, terms.answersUntilMs),
    });
  }
  return [...waiting.values()];
}

function mayAnswer(
  actor: Actor,
  sheet: Appealed,
  { markId }: Pick<Appealed['appeals'][number], 'markId'>,
): boolean {
  const mark = sheet.marks.find((each) => each.markId === markId);
  return answersAppeals(actor, ownerOf(sheet), mark?.by?.memberId ?? null);
}

/** Sheets of one branch and month that wait for the same deed. */
export interface WaitingSheets {
  readonly branchId: string;
  readonly stage: Stage;
  readonly month: string;
  readonly count: number;
  /** Since when the first of them waits, and until when it can be done. Instants. */
  readonly sinceAtMs: number;
  readonly untilAtMs: number;
}

/** Those of these rows that wait for this person, as the sheets of their branch say it. docs/rules.md#R-191 */
export function sheetsWaitingFor(
  actor: Actor,
  rows: { readonly sheets: readonly unknown[]; readonly lists: readonly unknown[] },
  nowMs: number,
): readonly WaitingSheets[] {
  const lists: readonly List[] = [comesWithUs, ...fitting(LISTS, rows.lists)];
  const waiting = new Map<string, WaitingSheets>();
  for (const sheet of fitting(OPEN_SHEETS, rows.sheets)) {
    const list = lists.find(({ _id }) => _id === sheet.standardId);
    if (list === undefined) continue;
    const { stage, isTheirs } = whatWaits(actor, list, sheet, nowMs);
    if (!isTheirs) continue;
    const { branchId, month, terms } = sheet;
    const key = `${stage} ${month}`;
    const { count, sinceAtMs, untilAtMs } = waiting.get(key) ?? NONE;
    const isMarking = stage === 'waits-leader';
    waiting.set(key, {
      stage,
      branchId,
      month,
      count: count + 1,
      sinceAtMs: Math.min(sinceAtMs, sinceOf(sheet, stage)),
      untilAtMs: Math.min(untilAtMs, isMarking ? terms.marksUntilMs : terms.answersUntilMs),
    });
  }
  return [...waiting.values()];
}

const NONE = { count: 0, sinceAtMs: Infinity, untilAtMs: Infinity } as const;

/** What a sheet waits for, and whether that is this person's to do. docs/rules.md#R-191, docs/rules.md#R-194 */
export function whatWaits(
  actor: Actor,
  list: Pick<StandardDocument, 'items'>,
  sheet: OpenSheet,
  nowMs: number,
): { readonly stage: Stage; readonly isTheirs: boolean } {
  const stage = stageOf(list, sheet, nowMs);
  const markers = openAppeals(sheet, nowMs).map(
    (appeal) => sheet.marks.find(({ markId }) => markId === appeal.markId)?.by?.memberId ?? null,
  );
  return { stage, isTheirs: waitsFor(actor, ownerOf(sheet), stage, markers) };
}

/** By what was done last of what had to come before; a term that was let pass is no deed. */
function sinceOf({ month, marks, appeals, summary }: OpenSheet, stage: Stage): number {
  const openedAtMs = instantOf(openingDay(month), 0);
  if (stage === 'waits-leader') return openedAtMs;
  if (stage === 'appeal') {
    return Math.min(...appeals.flatMap(({ answer, atMs }) => (answer === null ? [atMs] : [])));
  }
  return Math.max(openedAtMs, summary?.atMs ?? 0, ...marks.map(({ atMs }) => atMs));
}
