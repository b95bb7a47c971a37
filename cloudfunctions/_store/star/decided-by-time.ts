import {
  restoredPoints,
  unansweredRestores,
} from '../../../domain/star/assessment/decide-on-sheet';
import { sumOf } from '../../../domain/star/assessment/sheet';
import { derivedId } from '../derived-id';
import type { SheetDocument, StoredAppeal, StoredMark } from './sheet-document';
import type { StandardDocument } from './standards';

export const isUndecided = ({ settled: by, appeals }: SheetDocument): boolean =>
  by === null || appeals.some(({ answer }) => answer === null);

/**
 * What a sheet is once its last term is over: appeals without an answer are decided, all else is
 * settled. The clock writes it down; who reads before the clock has come sees it so already.
 * docs/rules.md#R-191, docs/rules.md#R-194
 */
export function decidedByTime(
  standard: StandardDocument,
  sheet: SheetDocument,
): Pick<SheetDocument, 'marks' | 'appeals' | 'settled' | 'sum'> {
  const { answersUntilMs } = sheet.terms;
  const open = sheet.appeals.filter(({ answer }) => answer === null);
  const marks = [
    ...sheet.marks,
    ...open.flatMap((appeal) => restoring(standard, appeal, answersUntilMs)),
  ];
  const deedOf = (what: string) => derivedId('unanswered', sheet._id, what);
  const appeals = sheet.appeals.map((appeal) =>
    appeal.answer !== null
      ? appeal
      : {
          ...appeal,
          answer: {
            deedId: deedOf(appeal.appealId),
            outcome: 'unanswered' as const,
            reason: null,
            by: null,
            atMs: answersUntilMs,
          },
        },
  );
  return {
    marks,
    appeals,
    settled: sheet.settled ?? { deedId: deedOf('settled'), by: null, atMs: answersUntilMs },
    sum: sumOf(standard, { counted: sheet.counted, marks }),
  };
}

function restoring(
  standard: StandardDocument,
  { appealId, itemId }: StoredAppeal,
  atMs: number,
): StoredMark[] {
  const item = standard.items.find((each) => each.itemId === itemId);
  if (item === undefined || !unansweredRestores(item)) return [];
  return [
    {
      markId: derivedId('unanswered-mark', appealId),
      itemId,
      points: restoredPoints(item, standard),
      reason: null,
      evidence: null,
      aboutDay: null,
      by: null,
      as: 'secretary',
      atMs,
      appealId,
    },
  ];
}

/** A sheet as it is at an instant. */
export function asOf(
  standard: StandardDocument,
  sheet: SheetDocument,
  nowMs: number,
): SheetDocument {
  const isOver = nowMs >= sheet.terms.answersUntilMs && sheet.setApart === null;
  return isOver && isUndecided(sheet) ? { ...sheet, ...decidedByTime(standard, sheet) } : sheet;
}
