/** A rate in whole per cent: 100 only where nothing is missing; null where there is nothing to divide by. docs/rules.md#R-41 */
export function ratePercent(part: number, of: number): number | null {
  if (of === 0) return null;
  return Math.min(Math.round((part * 100) / of), part < of ? 99 : 100);
}
