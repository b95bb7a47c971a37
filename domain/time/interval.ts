/** Instants [startAtMs, endAtMs): the start belongs to it, the end does not. Empty when start ≥ end. */
export interface Interval {
  readonly startAtMs: number;
  readonly endAtMs: number;
}

/** Whether the two share an instant; touching ends share none, and an empty interval shares nothing. */
export function intersects(a: Interval, b: Interval): boolean {
  return Math.max(a.startAtMs, b.startAtMs) < Math.min(a.endAtMs, b.endAtMs);
}

/** Union of intervals: ordered, disjoint, touching ones joined, empty ones dropped. Any input order. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const ordered = intervals
    .filter((interval) => interval.startAtMs < interval.endAtMs)
    .sort((a, b) => a.startAtMs - b.startAtMs);
  const merged: { startAtMs: number; endAtMs: number }[] = [];
  for (const interval of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && interval.startAtMs <= last.endAtMs) {
      last.endAtMs = Math.max(last.endAtMs, interval.endAtMs);
    } else {
      merged.push({ startAtMs: interval.startAtMs, endAtMs: interval.endAtMs });
    }
  }
  return merged;
}

/** What is left of `from` when every interval of `holes` is taken out: ordered and disjoint. */
export function subtract(from: Interval, holes: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  let startAtMs = from.startAtMs;
  for (const hole of merge(holes)) {
    if (hole.startAtMs >= from.endAtMs) break;
    if (startAtMs < hole.startAtMs) left.push({ startAtMs, endAtMs: hole.startAtMs });
    startAtMs = Math.max(startAtMs, hole.endAtMs);
  }
  if (startAtMs < from.endAtMs) left.push({ startAtMs, endAtMs: from.endAtMs });
  return left;
}
