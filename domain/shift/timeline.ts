import type { Interval } from '../time/interval';
import type { PersonSchedule } from './person-schedule';
import type { ShiftKind } from './rotation';
import type { DaySource } from './roster-day';
import { layersOf } from './timeline-layers';

export const PERSON_STATES = ['on-duty', 'resting-after-night', 'asleep', 'free'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Where a piece comes from: the day it lies on, a sleep rule, or the person's own window. */
export type PieceSource =
  DaySource | { readonly kind: 'sleep-rule' } | { readonly kind: 'preference' };

/** The shift that a reason speaks of. Instants [shiftStartAtMs, shiftEndAtMs). */
export interface ReasonShift {
  readonly label: string;
  readonly shiftKind: ShiftKind;
  readonly shiftStartAtMs: number;
  readonly shiftEndAtMs: number;
}

/** Why the person is in that state, as a code and the shift it follows from. */
export type PieceReason =
  | ({
      readonly code:
        'shift' | 'handover-before' | 'handover-after' | 'after-night' | 'before-early';
    } & ReasonShift)
  | { readonly code: 'night' | 'own-window' | 'off-shift' | 'rest-day' | 'leave' | 'unknown' };

/** A stretch [startAtMs, endAtMs) of a person's time in one state, for one reason. */
export interface Piece extends Interval {
  readonly state: PersonState;
  readonly source: PieceSource;
  readonly reason: PieceReason;
}

/**
 * The person's time over the interval, whole and without gaps: pieces in order, the first starting
 * and the last ending with the interval. On duty outranks rest after a late shift, that outranks
 * sleep; what is left is free. Empty for an empty interval. docs/rules.md#R-07 to R-10
 */
export function timelineOf(schedule: PersonSchedule, interval: Interval): readonly Piece[] {
  const pieces: Piece[] = [];
  walkTimeline(schedule, interval, (piece) => {
    const last = pieces.at(-1);
    if (last !== undefined && isSamePiece(last, piece)) {
      pieces[pieces.length - 1] = { ...last, endAtMs: piece.endAtMs };
    } else {
      pieces.push(piece);
    }
    return true;
  });
  return pieces;
}

const CHUNK_MS = 2 * 86_400_000;

/**
 * Hands out the pieces of timelineOf in order until `visit` answers false, computing two days at a
 * time; a piece may come in several parts.
 */
export function walkTimeline(
  schedule: PersonSchedule,
  interval: Interval,
  visit: (piece: Piece) => boolean,
): void {
  let fromAtMs = interval.startAtMs;
  while (fromAtMs < interval.endAtMs) {
    const toAtMs = Math.min(fromAtMs + CHUNK_MS, interval.endAtMs);
    if (!walkChunk(layersOf(schedule, fromAtMs, toAtMs), fromAtMs, toAtMs, visit)) return;
    fromAtMs = toAtMs;
  }
}

/** Each level sorted by start, highest rank first; the last level leaves no gap. */
function walkChunk(
  levels: readonly (readonly Piece[])[],
  fromAtMs: number,
  toAtMs: number,
  visit: (piece: Piece) => boolean,
): boolean {
  const next = levels.map(() => 0);
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
    const piece = { ...active, startAtMs: atMs, endAtMs };
    if (!visit(piece)) return false;
    atMs = endAtMs;
  }
  return true;
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
