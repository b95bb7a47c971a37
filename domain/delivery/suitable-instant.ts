import type { Interval } from '../time/interval';
import { dayNumberOfInstant, instantOfNumber, MS_PER_MINUTE } from '../time/local-day';
import type { Piece } from '../shift/timeline';
import type { OnDutyPolicy, ShiftBreak } from './delivery-rules';

/** Hands out the pieces of a person's timeline in [from, to) in order until `visit` answers false. */
export type PieceWalk = (interval: Interval, visit: (piece: Piece) => boolean) => void;

/** When messages that can wait may reach a person. */
export interface Openness {
  readonly onDuty: OnDutyPolicy;
  readonly breaks: readonly ShiftBreak[];
  /** Whether no more deliveries fit on this civil day, by its number. */
  readonly isDayFull: (dayNumber: number) => boolean;
}

/** What kept the message from going earlier; undefined when nothing did. */
export type Obstacle =
  { readonly kind: 'piece'; readonly piece: Piece } | { readonly kind: 'daily-limit' } | undefined;

export type Search =
  | {
      readonly kind: 'found';
      readonly atMs: number;
      readonly piece: Piece;
      readonly obstacle: Obstacle;
    }
  | {
      /** The least bad instant of an interval without a suitable one: the earliest of the mildest kind. */
      readonly kind: 'none';
      readonly atMs: number;
      readonly piece: Piece;
      readonly isDayFull: boolean;
    };

/**
 * The first suitable instant in [startAtMs, endAtMs), which must not be empty. Suitable is: free, or
 * on duty where the policy opens it, on a day that still has room. Otherwise the least bad: a day
 * that is full, then rest after a shift, handover, a shift, sleep. docs/rules.md#R-15, #R-16, #R-18
 */
export function firstSuitable(walk: PieceWalk, interval: Interval, openness: Openness): Search {
  let found: Search | undefined;
  let least: { rank: number; atMs: number; piece: Piece; isDayFull: boolean } | undefined;
  let obstacle: Obstacle;
  const consider = (rank: number, atMs: number, piece: Piece) => {
    if (least === undefined || rank < least.rank) {
      least = { rank, atMs, piece, isDayFull: rank === DAY_FULL_RANK };
    }
  };
  walk(interval, (piece) => {
    let fromAtMs = piece.startAtMs;
    while (fromAtMs < piece.endAtMs) {
      const atMs = openInstantIn(piece, fromAtMs, openness);
      if (atMs === undefined) {
        consider(rankOf(piece), fromAtMs, piece);
        // What the day's limit put off stays put off by it, however long the person then sleeps.
        if (obstacle?.kind !== 'daily-limit') obstacle = { kind: 'piece', piece };
        return true;
      }
      const dayNumber = dayNumberOfInstant(atMs);
      if (!openness.isDayFull(dayNumber)) {
        found = { kind: 'found', atMs, piece, obstacle };
        return false;
      }
      consider(DAY_FULL_RANK, atMs, piece);
      obstacle = { kind: 'daily-limit' };
      fromAtMs = instantOfNumber(dayNumber + 1, 0);
    }
    return true;
  });
  if (found !== undefined) return found;
  if (least === undefined) throw new Error('an empty interval has no instant');
  return { kind: 'none', atMs: least.atMs, piece: least.piece, isDayFull: least.isDayFull };
}

/** The first instant at or after `fromAtMs` in the piece at which messages may come; undefined when none. */
export function openInstantIn(
  piece: Piece,
  fromAtMs: number,
  { onDuty, breaks }: Pick<Openness, 'onDuty' | 'breaks'>,
): number | undefined {
  if (piece.state === 'free') return fromAtMs;
  if (piece.state !== 'on-duty' || onDuty === 'never') return undefined;
  if (piece.reason.code !== 'shift') return onDuty === 'at-handover' ? fromAtMs : undefined;
  if (onDuty !== 'in-breaks') return undefined;
  for (const { afterMinutes, lengthMinutes } of breaks) {
    const startAtMs = piece.reason.shiftStartAtMs + afterMinutes * MS_PER_MINUTE;
    const endAtMs = Math.min(startAtMs + lengthMinutes * MS_PER_MINUTE, piece.endAtMs);
    const atMs = Math.max(startAtMs, fromAtMs);
    if (atMs < endAtMs) return atMs;
  }
  return undefined;
}

const DAY_FULL_RANK = 0;

function rankOf(piece: Piece): number {
  switch (piece.state) {
    case 'free':
    case 'resting-after-night':
      return 1;
    case 'on-duty':
      return piece.reason.code === 'shift' ? 3 : 2;
    case 'asleep':
      return 4;
  }
}
