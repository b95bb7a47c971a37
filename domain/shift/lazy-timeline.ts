import { MS_PER_DAY } from '../time/local-day';
import type { PersonSchedule } from './person-schedule';
import type { Piece } from './piece';
import { layersOf } from './timeline-layers';

const LONGEST_CHUNK_MS = 8 * MS_PER_DAY;

/**
 * A person's pieces from one instant on, worked out only as far as somebody asks, because most who
 * ask need only the first hours. People with the same schedule may share one. Pieces follow each
 * other without gaps; one stretch may come in several pieces.
 */
export class LazyTimeline {
  private readonly schedule: PersonSchedule;
  private readonly fromAtMs: number;
  private readonly pieces: Piece[] = [];
  private knownToAtMs: number;
  private chunkMs = MS_PER_DAY;

  constructor(schedule: PersonSchedule, fromAtMs: number) {
    this.schedule = schedule;
    this.fromAtMs = fromAtMs;
    this.knownToAtMs = fromAtMs;
  }

  /** The index of the piece that an instant lies in; throws before the start of the timeline. */
  indexAt(atMs: number): number {
    if (atMs < this.fromAtMs) throw new Error('a timeline is not asked about before its start');
    while (this.knownToAtMs <= atMs) this.extend();
    const pieces = this.pieces;
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

  /** The pieces have no last one. */
  pieceAt(index: number): Piece {
    while (index >= this.pieces.length) this.extend();
    const piece = this.pieces[index];
    if (piece === undefined) throw new Error(`a timeline has no piece ${index}`);
    return piece;
  }

  private extend(): void {
    const fromAtMs = this.knownToAtMs;
    const toAtMs = fromAtMs + this.chunkMs;
    appendPieces(this.pieces, layersOf(this.schedule, fromAtMs, toAtMs), fromAtMs, toAtMs);
    this.knownToAtMs = toAtMs;
    this.chunkMs = Math.min(2 * this.chunkMs, LONGEST_CHUNK_MS);
  }
}

/** At every instant the highest level that claims it; the last level leaves no gap. */
function appendPieces(
  pieces: Piece[],
  levels: readonly (readonly Piece[])[],
  fromAtMs: number,
  toAtMs: number,
): void {
  const next = new Array<number>(levels.length).fill(0);
  let atMs = fromAtMs;
  while (atMs < toAtMs) {
    let endAtMs = toAtMs;
    let active: Piece | undefined;
    for (let rank = 0; rank < levels.length && active === undefined; rank += 1) {
      const level = levels[rank] ?? [];
      let index = next[rank] ?? 0;
      let candidate = level[index];
      while (candidate !== undefined && candidate.endAtMs <= atMs) {
        index += 1;
        candidate = level[index];
      }
      next[rank] = index;
      if (candidate === undefined) continue;
      if (candidate.startAtMs <= atMs) {
        active = candidate;
        endAtMs = Math.min(endAtMs, candidate.endAtMs);
      } else {
        endAtMs = Math.min(endAtMs, candidate.startAtMs);
      }
    }
    if (active === undefined) throw new Error('the days of a timeline have a gap');
    const { state, source, reason } = active;
    pieces.push({ startAtMs: atMs, endAtMs, state, source, reason });
    atMs = endAtMs;
  }
}
