import { MS_PER_HOUR, MS_PER_MINUTE } from '../time/local-day';
import { MAX_SITTINGS, type SittingTimes } from './sitting';

/** docs/rules.md#R-33 */
export const SHORTEST_SITTING_MS = 5 * MS_PER_MINUTE;
export const LONGEST_SITTING_MS = 12 * MS_PER_HOUR;
/** The register opens at most this long before the start and closes at most this long after the end. */
export const LONGEST_MARGIN_MS = 24 * MS_PER_HOUR;
export const FARTHEST_START_MS = 400 * 24 * MS_PER_HOUR;

export type SittingFault =
  | 'none'
  | 'too-many'
  | 'same-id'
  | 'ends-before-start'
  | 'too-short'
  | 'too-long'
  | 'opens-after-start'
  | 'opens-too-early'
  | 'late-before-start'
  | 'closes-before-late'
  | 'closes-too-late'
  | 'starts-in-past'
  | 'starts-too-far';

export interface PlannedSitting extends SittingTimes {
  readonly sittingId: string;
}

export interface FoundFault {
  /** Empty when the fault is of the list, not of one sitting. */
  readonly sittingId: string;
  readonly fault: SittingFault;
}

/**
 * The first thing that is wrong with the sittings of a study, in their order; undefined when all is well.
 * A sitting that stands unchanged in `known` may have started already. docs/rules.md#R-33
 */
export function faultOfSittings(
  sittings: readonly PlannedSitting[],
  nowMs: number,
  known: readonly PlannedSitting[] = [],
): FoundFault | undefined {
  if (sittings.length === 0) return { sittingId: '', fault: 'none' };
  if (sittings.length > MAX_SITTINGS) return { sittingId: '', fault: 'too-many' };
  const seen = new Set<string>();
  for (const sitting of sittings) {
    const { sittingId } = sitting;
    if (seen.has(sittingId)) return { sittingId, fault: 'same-id' };
    seen.add(sittingId);
    const before = known.find((other) => other.sittingId === sittingId);
    const fault =
      faultOfOrder(sitting) ??
      (before?.startAtMs === sitting.startAtMs ? undefined : faultOfDate(sitting, nowMs));
    if (fault !== undefined) return { sittingId, fault };
  }
  return undefined;
}

function faultOfOrder(sitting: SittingTimes): SittingFault | undefined {
  const { opensAtMs, startAtMs, lateAfterAtMs, endAtMs, closesAtMs } = sitting;
  if (endAtMs <= startAtMs) return 'ends-before-start';
  if (endAtMs - startAtMs < SHORTEST_SITTING_MS) return 'too-short';
  if (endAtMs - startAtMs > LONGEST_SITTING_MS) return 'too-long';
  if (opensAtMs > startAtMs) return 'opens-after-start';
  if (startAtMs - opensAtMs > LONGEST_MARGIN_MS) return 'opens-too-early';
  if (lateAfterAtMs < startAtMs) return 'late-before-start';
  // Equal would be an empty register when everything stands on the start.
  if (closesAtMs < lateAfterAtMs || closesAtMs <= startAtMs) return 'closes-before-late';
  if (closesAtMs - endAtMs > LONGEST_MARGIN_MS) return 'closes-too-late';
  return undefined;
}

function faultOfDate(sitting: SittingTimes, nowMs: number): SittingFault | undefined {
  if (sitting.startAtMs < nowMs) return 'starts-in-past';
  return sitting.startAtMs - nowMs > FARTHEST_START_MS ? 'starts-too-far' : undefined;
}
