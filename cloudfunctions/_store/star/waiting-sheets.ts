import * as v from 'valibot';
import { waitsFor, type Actor } from '../../../domain/star/assessment/decide-on-sheet';
import { openAppeals, stageOf, type Stage } from '../../../domain/star/assessment/sheet';
import { openingDay } from '../../../domain/star/assessment/terms';
import { instantOf } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { documentKind } from '../document-kind';
import type { Reading } from '../together';
import { ownerOf, SheetDocument, SHEETS } from './sheet-document';
import { comesWithUs, FOR_ALL, StandardDocument, STANDARDS } from './standards';

/** Of a sheet, what says for whom it waits. */
const FIELDS = [
  '_id',
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

/** Sheets of one month that wait for the same deed. */
export interface WaitingSheets {
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
    const { month, terms } = sheet;
    const key = `${stage} ${month}`;
    const { count, sinceAtMs, untilAtMs } = waiting.get(key) ?? NONE;
    const isMarking = stage === 'waits-leader';
    waiting.set(key, {
      stage,
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
