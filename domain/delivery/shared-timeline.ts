import type { PersonSchedule } from '../shift/person-schedule';
import type { Piece } from '../shift/timeline';
import { timelineOf } from '../shift/timeline';
import { MS_PER_DAY } from '../time/local-day';
import type { PieceWalk } from './suitable-instant';

/** A timeline from one instant on that is computed once, as far as anyone has asked. */
export interface SharedTimeline {
  readonly walk: PieceWalk;
}

const STEP_MS = 2 * MS_PER_DAY;

/** Walks may start at any instant from `fromAtMs` on. Lives as long as the planning that made it. */
export function createSharedTimeline(schedule: PersonSchedule, fromAtMs: number): SharedTimeline {
  const pieces: Piece[] = [];
  let knownToAtMs = fromAtMs;
  const extend = () => {
    const interval = { startAtMs: knownToAtMs, endAtMs: knownToAtMs + STEP_MS };
    pieces.push(...timelineOf(schedule, interval));
    knownToAtMs += STEP_MS;
  };
  const walk: PieceWalk = ({ startAtMs, endAtMs }, visit) => {
    if (startAtMs < fromAtMs) throw new Error('a shared timeline is not walked before its start');
    while (knownToAtMs <= startAtMs) extend();
    let index = firstEndingAfter(pieces, startAtMs);
    let atMs = startAtMs;
    while (atMs < endAtMs) {
      if (index === pieces.length) extend();
      const piece = pieces[index];
      if (piece === undefined) throw new Error('a timeline has no end');
      const isWhole = piece.startAtMs === atMs && piece.endAtMs <= endAtMs;
      const toAtMs = Math.min(piece.endAtMs, endAtMs);
      if (!visit(isWhole ? piece : { ...piece, startAtMs: atMs, endAtMs: toAtMs })) return;
      atMs = toAtMs;
      index += 1;
    }
  };
  return { walk };
}

function firstEndingAfter(pieces: readonly Piece[], atMs: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece !== undefined && piece.endAtMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
