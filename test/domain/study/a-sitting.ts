import { localDay, instantOf } from '../../../domain/time/local-day';
import type { PlannedSitting } from '../../../domain/study/check-sittings';
import type { Sitting } from '../../../domain/study/sitting';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** 2025-03-05 14:00 in Shanghai. */
export const START = instantOf(localDay('2025-03-05'), 14 * 60);

/** From 14:00 to 15:00, open from 13:30, late from 14:10, closed at 15:00. */
export function aSitting(sitting: Partial<Sitting> = {}): Sitting {
  return {
    sittingId: 'sitting-1',
    opensAtMs: START - 30 * MINUTE,
    startAtMs: START,
    lateAfterAtMs: START + 10 * MINUTE,
    endAtMs: START + HOUR,
    closesAtMs: START + HOUR,
    closedAtMs: null,
    ...sitting,
  };
}

/** As aSitting, moved so that it starts at `startAtMs`. */
export function aSittingAt(startAtMs: number, sitting: Partial<PlannedSitting> = {}): Sitting {
  const moved = startAtMs - START;
  const { opensAtMs, lateAfterAtMs, endAtMs, closesAtMs } = aSitting();
  return aSitting({
    startAtMs,
    opensAtMs: opensAtMs + moved,
    lateAfterAtMs: lateAfterAtMs + moved,
    endAtMs: endAtMs + moved,
    closesAtMs: closesAtMs + moved,
    ...sitting,
  });
}
