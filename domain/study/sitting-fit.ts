import type { PersonSchedule } from '../shift/person-schedule';
import type { Piece } from '../shift/piece';
import { timelineOf } from '../shift/timeline';
import type { Fit } from './attendance';
import type { SittingTimes } from './sitting';

/**
 * How a sitting, from its start to its end, meets the person's time. A minute of a shift makes it
 * 'on-duty'; handover does not: people stay for a meeting that begins when their shift ends, nor do
 * office hours, from which people come. Then rest and sleep after a night outweigh other sleep.
 * docs/rules.md#R-22, #R-39
 */
export function fitOf(schedule: PersonSchedule, sitting: SittingTimes): Fit {
  const { startAtMs, endAtMs } = sitting;
  return fitOfPieces(timelineOf(schedule, { startAtMs, endAtMs }));
}

/** As fitOf, by the pieces of the person's time that lie in the sitting. */
export function fitOfPieces(pieces: readonly Piece[]): Fit {
  if (pieces.some((piece) => piece.reason.code === 'shift')) return 'on-duty';
  if (pieces.some((piece) => piece.reason.code === 'after-night')) return 'after-night';
  if (pieces.some((piece) => piece.state === 'asleep')) return 'asleep';
  return pieces.some((piece) => piece.reason.code === 'unknown') ? 'unknown' : 'free';
}
