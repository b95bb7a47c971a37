import type { Interval } from '../time/interval';
import { LazyTimeline } from './lazy-timeline';
import type { PersonSchedule } from './person-schedule';
import type { Piece, PieceSource } from './piece';

/**
 * The person's time over the interval, whole and without gaps: pieces in order, the first starting
 * and the last ending with the interval. On duty outranks rest after a late shift, that outranks
 * sleep; what is left is free. Empty for an empty interval. docs/rules.md#R-07 to R-10
 */
export function timelineOf(schedule: PersonSchedule, interval: Interval): readonly Piece[] {
  const { startAtMs, endAtMs } = interval;
  const timeline = new LazyTimeline(schedule, startAtMs);
  const pieces: Piece[] = [];
  let atMs = startAtMs;
  for (let index = 0; atMs < endAtMs; index += 1) {
    const piece = timeline.pieceAt(index);
    atMs = Math.min(piece.endAtMs, endAtMs);
    const last = pieces.at(-1);
    if (last !== undefined && isSamePiece(last, piece)) {
      pieces[pieces.length - 1] = { ...last, endAtMs: atMs };
    } else {
      pieces.push({ ...piece, endAtMs: atMs });
    }
  }
  return pieces;
}

function isSamePiece(a: Piece, b: Piece): boolean {
  if (a.state !== b.state || a.reason.code !== b.reason.code) return false;
  if ('label' in a.reason && 'label' in b.reason) {
    return a.reason.shiftStartAtMs === b.reason.shiftStartAtMs;
  }
  return isSameSource(a.source, b.source);
}

function isSameSource(a: PieceSource, b: PieceSource): boolean {
  if ('rotationId' in a) {
    return 'rotationId' in b && a.rotationId === b.rotationId && a.crewId === b.crewId;
  }
  if (a.kind === 'override') return b.kind === 'override' && a.overrideId === b.overrideId;
  if (a.kind === 'unknown') return b.kind === 'unknown' && a.reason === b.reason;
  return a.kind === b.kind;
}
