import type { SetApart } from './set-apart';
import { rangeOf, startingPoints, type Standard, type StandardItem } from './standard';
import type { Terms } from './terms';

/** Most of a sheet, so that its document stays below 100 KB. docs/rules.md#R-190 */
export const SHEET_LIMITS = { marks: 60, appeals: 10, summary: 500 } as const;

export const APPEAL_OUTCOMES = ['restored', 'kept', 'unanswered'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** Points that somebody has given to an item; the last one counts, all are kept. docs/rules.md#R-192 */
export interface Mark {
  readonly markId: string;
  readonly itemId: string;
  readonly points: number;
  /** Of an appeal that was answered so. */
  readonly appealId: string | null;
}

export interface Appeal {
  readonly appealId: string;
  readonly itemId: string;
  /** The mark that it is about; null: what is counted. */
  readonly markId: string | null;
  readonly answer: { readonly outcome: AppealOutcome } | null;
}

/** A sheet as deciding sees it. */
export interface SheetStanding {
  readonly setApart: SetApart | null;
  readonly counted: readonly {
    readonly itemId: string;
    readonly chances: number;
    readonly earnedTenths: number;
  }[];
  readonly marks: readonly Mark[];
  readonly appeals: readonly Appeal[];
  readonly summary: object | null;
  readonly settled: object | null;
  readonly terms: Terms;
}

export const STAGES = [
  'set-apart',
  'appeal',
  'waits-leader',
  'waits-member',
  'waits-secretary',
  'settled',
] as const;
export type Stage = (typeof STAGES)[number];

/** An item of a sheet as it counts. */
export interface ItemPoints {
  readonly item: StandardItem;
  /** Tenths of a point; null: left out of the sum. */
  readonly earnedTenths: number | null;
  /** Tenths, with base 100 what it starts with. */
  readonly fullTenths: number;
  /** Whether somebody has marked it, or an appeal has changed it. */
  readonly isMarked: boolean;
}

export interface SheetSum {
  readonly earnedTenths: number;
  /** Of what counts; 0: nothing does. */
  readonly possibleTenths: number;
  readonly leftOutTenths: number;
}

/** How every item of a list stands on a sheet. What nobody has marked is where it starts: full, or with base 60 and 70 nothing. */
export function itemPoints(
  { base, items }: Pick<Standard, 'base' | 'items'>,
  { counted, marks }: Pick<SheetStanding, 'counted' | 'marks'>,
): readonly ItemPoints[] {
  return items.map((item) => {
    const mark = lastMark(marks, item.itemId);
    const fullTenths = item.points * 10;
    if (item.source === 'judged') {
      const points = mark?.points ?? rangeOf(item, base).start;
      return { item, earnedTenths: points * 10, fullTenths, isMarked: mark !== undefined };
    }
    const found = counted.find(({ itemId }) => itemId === item.itemId);
    // An appeal that was granted outweighs what is counted, also anew.
    const isCounted = mark !== undefined || (found !== undefined && found.chances > 0);
    const earned = mark === undefined ? (found?.earnedTenths ?? 0) : mark.points * 10;
    return {
      item,
      earnedTenths: isCounted ? earned : null,
      fullTenths,
      isMarked: mark !== undefined,
    };
  });
}

/** The sum of a sheet over what counts, and what was left out; never below 0. docs/rules.md#R-187 */
export function sumOf(
  standard: Pick<Standard, 'base' | 'items'>,
  sheet: Pick<SheetStanding, 'counted' | 'marks'>,
): SheetSum {
  const points = itemPoints(standard, sheet);
  const start = startingPoints(standard.base) * 10;
  const counts = points.filter(({ earnedTenths }) => earnedTenths !== null);
  const earned = counts.reduce((sum, { earnedTenths }) => sum + (earnedTenths ?? 0), start);
  const possible = counts.reduce((sum, { fullTenths }) => sum + fullTenths, start);
  const all = points.reduce((sum, { fullTenths }) => sum + fullTenths, start);
  return {
    earnedTenths: Math.max(0, earned),
    possibleTenths: possible,
    leftOutTenths: all - possible,
  };
}

/** Tenths of a percent, rounded; null where nothing counts. 87 of 90: 967. */
export function permilleOf({
  earnedTenths,
  possibleTenths,
}: Pick<SheetSum, 'earnedTenths' | 'possibleTenths'>): number | null {
  return possibleTenths === 0 ? null : Math.round((earnedTenths * 1000) / possibleTenths);
}

export const lastMark = <M extends Mark>(marks: readonly M[], itemId: string): M | undefined =>
  marks.filter((mark) => mark.itemId === itemId).at(-1);

export const openAppeals = <A extends Appeal>(
  { appeals, terms }: { readonly appeals: readonly A[]; readonly terms: Terms },
  nowMs: number,
): readonly A[] =>
  nowMs >= terms.answersUntilMs ? [] : appeals.filter(({ answer }) => answer === null);

/** Whether nothing of it changes any more: its last term is over, whether or not the clock has been there. */
export const isFinal = ({ terms }: Pick<SheetStanding, 'terms'>, nowMs: number): boolean =>
  nowMs >= terms.answersUntilMs;

/** What a sheet waits for. docs/rules.md#R-191 */
export function stageOf(
  { items }: Pick<Standard, 'items'>,
  sheet: Omit<SheetStanding, 'counted'>,
  nowMs: number,
): Stage {
  const { setApart, settled, summary, marks, terms } = sheet;
  if (setApart !== null) return 'set-apart';
  if (openAppeals(sheet, nowMs).length > 0) return 'appeal';
  if (settled !== null || isFinal(sheet, nowMs)) return 'settled';
  const isMarked = ({ itemId }: StandardItem) => lastMark(marks, itemId) !== undefined;
  const leaders = items.filter(({ by }) => by === 'group-leader');
  const waitsForMarks = nowMs < terms.marksUntilMs && !leaders.every(isMarked);
  if (waitsForMarks) return 'waits-leader';
  if (summary === null && nowMs < terms.summaryUntilMs) return 'waits-member';
  return 'waits-secretary';
}
