import { instantOf, localDay } from '../../time/local-day';

/** Of the yearly review of members. */
export const GRADES = ['excellent', 'qualified', 'basically-qualified', 'unqualified'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * From when grades of a year are entered: its December, in which branches begin to review it. docs/rules.md#R-283
 */
export const gradesFromMs = (year: number): number => instantOf(localDay(`${year}-12-01`), 0);

/** Of the lower two somebody is told why. docs/rules.md#R-198 */
export const needsReason = (grade: Grade): boolean =>
  grade === 'basically-qualified' || grade === 'unqualified';

export interface ThirdCheck {
  readonly excellent: number;
  /** Who takes part: full members; probationary members get no grade. */
  readonly reviewed: number;
  /** The most that a third is, cut off. */
  readonly atMost: number;
  /** How many there are too many; 0: it is kept. */
  readonly over: number;
}

/**
 * Whether at most a third is excellent. A check that is shown, not a decision: nothing is refused for
 * it, and no grade follows from points. docs/rules.md#R-198
 */
export function checkThird(grades: readonly (Grade | null)[]): ThirdCheck {
  const reviewed = grades.length;
  const excellent = grades.filter((grade) => grade === 'excellent').length;
  const atMost = Math.floor(reviewed / 3);
  return { excellent, reviewed, atMost, over: Math.max(0, excellent - atMost) };
}

interface MonthSum {
  readonly earnedTenths: number;
  readonly possibleTenths: number;
}

/**
 * Tenths of a percent that months come to together, each with what could be earned in it; null where
 * nothing could. Months without a sheet are in no denominator. docs/rules.md#R-198
 */
export function yearPermille(months: readonly MonthSum[]): number | null {
  const possible = months.reduce((sum, { possibleTenths }) => sum + possibleTenths, 0);
  const earned = months.reduce((sum, { earnedTenths }) => sum + earnedTenths, 0);
  return possible <= 0 ? null : Math.round((earned * 1000) / possible);
}
