import { MS_PER_DAY } from '../time/local-day';
import type { PersonSchedule } from './person-schedule';
import type { Piece } from './piece';
import type { Claim } from './claims';
import { claimsOf } from './claims';

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
    appendPieces(this.pieces, claimsOf(this.schedule, fromAtMs, toAtMs), fromAtMs, toAtMs);
    this.knownToAtMs = toAtMs;
    this.chunkMs = Math.min(2 * this.chunkMs, LONGEST_CHUNK_MS);
  }
}

/** At every instant the claim that has it; claims are by start and leave no gap. */
function appendPieces(
  pieces: Piece[],
  claims: readonly Claim[],
  fromAtMs: number,
  toAtMs: number,
): void {
  let firstOpen = 0;
  let atMs = fromAtMs;
  while (atMs < toAtMs) {
    while ((claims[firstOpen]?.endAtMs ?? Infinity) <= atMs) firstOpen += 1;
    let active: Claim | undefined;
    let endAtMs = toAtMs;
    for (let index = firstOpen; index < claims.length; index += 1) {
      const claim = claims[index];
      if (claim === undefined || claim.startAtMs >= endAtMs) break;
      if (claim.endAtMs <= atMs || claim.rank >= (active?.rank ?? Infinity)) continue;
      if (claim.startAtMs > atMs) {
        endAtMs = claim.startAtMs;
      } else {
        active = claim;
        endAtMs = Math.min(toAtMs, claim.endAtMs);
      }
    }
    if (active === undefined) throw new Error('the days of a timeline have a gap');
    const { state, source, reason } = active;
    pieces.push({ startAtMs: atMs, endAtMs, state, source, reason });
    atMs = endAtMs;
  }
}
