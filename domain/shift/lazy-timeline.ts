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
  private chunkMs = MS_PER_DAY;
  /** The claims of the chunk that is being cut into pieces; the first of them that are over are skipped. */
  private claims: readonly Claim[] = [];
  private firstClaim = 0;
  private chunkEndAtMs: number;
  private knownToAtMs: number;

  constructor(schedule: PersonSchedule, fromAtMs: number) {
    this.schedule = schedule;
    this.fromAtMs = fromAtMs;
    this.chunkEndAtMs = fromAtMs;
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

  /** Adds one piece: up to where another claim takes over. */
  private extend(): void {
    if (this.knownToAtMs === this.chunkEndAtMs) this.openChunk();
    const atMs = this.knownToAtMs;
    const { claims } = this;
    while ((claims[this.firstClaim]?.endAtMs ?? Infinity) <= atMs) this.firstClaim += 1;
    let active: Claim | undefined;
    let endAtMs = this.chunkEndAtMs;
    for (let index = this.firstClaim; index < claims.length; index += 1) {
      const claim = claims[index];
      if (claim === undefined || claim.startAtMs >= endAtMs) break;
      if (claim.endAtMs <= atMs || claim.rank >= (active?.rank ?? Infinity)) continue;
      if (claim.startAtMs > atMs) {
        endAtMs = claim.startAtMs;
      } else {
        active = claim;
        endAtMs = Math.min(this.chunkEndAtMs, claim.endAtMs);
      }
    }
    if (active === undefined) throw new Error('the days of a timeline have a gap');
    const { state, source, reason } = active;
    this.pieces.push({ startAtMs: atMs, endAtMs, state, source, reason });
    this.knownToAtMs = endAtMs;
  }

  private openChunk(): void {
    const fromAtMs = this.chunkEndAtMs;
    this.chunkEndAtMs = fromAtMs + this.chunkMs;
    this.claims = claimsOf(this.schedule, fromAtMs, this.chunkEndAtMs);
    this.firstClaim = 0;
    this.chunkMs = Math.min(2 * this.chunkMs, LONGEST_CHUNK_MS);
  }
}
