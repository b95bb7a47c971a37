import type { Interval } from '../time/interval';
import { MS_PER_MINUTE } from '../time/local-day';

/** Who hears of a sitting less than this before it begins can hardly come. docs/rules.md#R-96 */
export const COMING_MINUTES = 60;

/**
 * Whether somebody who hears of a study at an instant can still come to one of the sittings that suit
 * them; null: they do not hear of it by themselves. docs/rules.md#R-96
 */
export function isHeardInTime(heardAtMs: number | null, suitable: readonly Interval[]): boolean {
  return (
    heardAtMs !== null &&
    suitable.some(({ startAtMs }) => heardAtMs + COMING_MINUTES * MS_PER_MINUTE <= startAtMs)
  );
}
