import type { StudyKind } from '../../study/study-kinds';

/** What an item follows from: duties and rights of a member, rules of the company. docs/rules.md#R-185 */
export const ASPECTS = ['duty', 'right', 'rule'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How points of an item come about; all but `judged` are counted from what is recorded. */
export const SOURCES = ['attendance', 'make-up', 'notes', 'must-reads', 'judged'] as const;
export type Source = (typeof SOURCES)[number];

export const ASSESSORS = ['group-leader', 'secretary'] as const;
export type Assessor = (typeof ASSESSORS)[number];

/** Points that everybody starts with; 100: items start full, and marks only take away. docs/rules.md#R-186 */
export const BASES = [60, 70, 100] as const;
export type Base = (typeof BASES)[number];

/** Points of a list together. */
export const FULL_POINTS = 100;
/** docs/rules.md#R-185 */
export const STANDARD_LIMITS = { items: 40, name: 20, about: 100, bands: 5, wanted: 20 } as const;

export interface StandardItem {
  readonly itemId: string;
  readonly name: string;
  readonly aspect: Aspect;
  /** 1 to 100. */
  readonly points: number;
  readonly source: Source;
  /** Of attendance: these kinds of study; null: all kinds that no other item names. */
  readonly kinds: readonly StudyKind[] | null;
  /** Of notes: how many earn all of it. */
  readonly wanted: number | null;
  /** Of what is judged: who marks it first. */
  readonly by: Assessor | null;
  /** Of what is judged: the only points that can be given; null: any. */
  readonly bands: readonly Band[] | null;
}

export interface Band {
  readonly name: string;
  readonly points: number;
}

/** Last days of the month after, on which each part can be done until 24:00. docs/rules.md#R-188 */
export interface TermDays {
  readonly summaryDay: number;
  readonly marksDay: number;
  readonly appealsDay: number;
  readonly answersDay: number;
}

export const DEFAULT_TERM_DAYS: TermDays = {
  summaryDay: 3,
  marksDay: 5,
  appealsDay: 8,
  answersDay: 10,
};
/** No part ends later in the month. */
export const LATEST_TERM_DAY = 20;

export interface Standard {
  readonly base: Base;
  readonly items: readonly StandardItem[];
  readonly terms: TermDays;
}

export const STANDARD_FAULTS = [
  'no-items',
  'too-many-items',
  'not-a-hundred',
  'same-item-twice',
  'kind-twice',
  'source-twice',
  'bands',
  'terms',
] as const;
export type StandardFault = (typeof STANDARD_FAULTS)[number];

/** What is wrong with a list, and what helps to mend it: how many there are, or whose item it is. */
export interface FoundFault {
  readonly fault: StandardFault;
  /** Items of `too-many-items`, points of `not-a-hundred`. */
  readonly count?: number;
  readonly name?: string;
}

/** Points that are not tied to an item: with 60 or 70 everybody has these. */
export const startingPoints = (base: Base): number => (base === FULL_POINTS ? 0 : base);

/** The first fault of a list, or undefined. docs/rules.md#R-185, docs/rules.md#R-186 */
export function faultOfStandard({ base, items, terms }: Standard): FoundFault | undefined {
  if (items.length === 0) return { fault: 'no-items' };
  if (items.length > STANDARD_LIMITS.items) {
    return { fault: 'too-many-items', count: items.length };
  }
  const sum = startingPoints(base) + items.reduce((all, { points }) => all + points, 0);
  if (sum !== FULL_POINTS) return { fault: 'not-a-hundred', count: sum };
  return faultOfItems(items, base) ?? (areOrdered(terms) ? undefined : { fault: 'terms' });
}

function faultOfItems(items: readonly StandardItem[], base: Base): FoundFault | undefined {
  const twice = firstTwice(items, ({ itemId }) => [itemId]);
  if (twice !== undefined) return { fault: 'same-item-twice', name: twice.name };
  const counted = items.filter(({ source }) => source !== 'judged' && source !== 'attendance');
  const source = firstTwice(counted, (item) => [item.source]);
  if (source !== undefined) return { fault: 'source-twice', name: source.name };
  const attended = items.filter((item) => item.source === 'attendance');
  const kind = firstTwice(attended, ({ kinds }) => kinds ?? ['all others']);
  if (kind !== undefined) return { fault: 'kind-twice', name: kind.name };
  const banded = items.find((item) => !areBandsFit(item, base));
  return banded === undefined ? undefined : { fault: 'bands', name: banded.name };
}

/** What belongs to its source is there, and nothing else. */
export function hasItsParts({
  source,
  kinds,
  wanted,
  by,
  bands,
}: Pick<StandardItem, 'source' | 'kinds' | 'wanted' | 'by' | 'bands'>): boolean {
  const isJudged = source === 'judged';
  return (
    (by !== null) === isJudged &&
    (bands === null || isJudged) &&
    (wanted !== null) === (source === 'notes') &&
    (kinds === null || (source === 'attendance' && kinds.length > 0))
  );
}

/** Bands lie within the item, differ, and hold the points that it starts with: who marks nothing takes nothing. */
function areBandsFit(item: StandardItem, base: Base): boolean {
  if (item.bands === null) return true;
  const { start, least, most } = rangeOf(item, base);
  const points = item.bands.map((band) => band.points);
  return (
    points.length >= 2 &&
    new Set(points).size === points.length &&
    points.includes(start) &&
    points.every((each) => least <= each && each <= most)
  );
}

/** Points of a judged item: where it starts, and what a mark can give. docs/rules.md#R-186 */
export function rangeOf(
  { points }: Pick<StandardItem, 'points'>,
  base: Base,
): { readonly start: number; readonly least: number; readonly most: number } {
  return base === FULL_POINTS
    ? { start: points, least: 0, most: points }
    : { start: 0, least: -points, most: points };
}

function areOrdered({ summaryDay, marksDay, appealsDay, answersDay }: TermDays): boolean {
  return (
    1 <= summaryDay &&
    summaryDay <= marksDay &&
    marksDay < appealsDay &&
    appealsDay < answersDay &&
    answersDay <= LATEST_TERM_DAY
  );
}

function firstTwice<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T | undefined {
  const seen = new Set<string>();
  return items.find((item) =>
    keysOf(item).some((key) => {
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice;
    }),
  );
}
