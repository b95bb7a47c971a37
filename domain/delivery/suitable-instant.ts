import type { Interval } from '../time/interval';
import { dayNumberOfInstant, dayOfNumber, instantOfNumber, MS_PER_MINUTE } from '../time/local-day';
import type { LazyTimeline } from '../shift/lazy-timeline';
import type { Piece } from '../shift/piece';
import type { OnDutyPolicy, ShiftBreak } from './delivery-rules';

/** When messages that can wait may reach a person. */
export interface Openness {
  readonly onDuty: OnDutyPolicy;
  readonly breaks: readonly ShiftBreak[];
  readonly countsByDay: Readonly<Record<string, number>>;
  /** A day with as many deliveries as this is full. */
  readonly mostPerDay: number;
}

/** What kept the message from going earlier; undefined when nothing did. */
export type Obstacle = Piece | 'daily-limit' | undefined;

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
 * The first suitable instant in [startAtMs, endAtMs), which must not be empty. Suitable is: free, in
 * office hours, or on duty where the policy opens it, on a day that still has room. Otherwise the
 * least bad: a day that is full, then rest after a shift, handover, a shift, sleep.
 * docs/rules.md#R-15, #R-16, #R-18, #R-22
 */
export function firstSuitable(
  timeline: LazyTimeline,
  interval: Interval,
  openness: Openness,
): Search {
  let least: Search | undefined;
  let leastRank = Infinity;
  let obstacle: Obstacle;
  let atMs = interval.startAtMs;
  for (let index = timeline.indexAt(atMs); atMs < interval.endAtMs; index += 1) {
    const piece = timeline.pieceAt(index);
    const endAtMs = Math.min(piece.endAtMs, interval.endAtMs);
    while (atMs < endAtMs) {
      const openAtMs = openInstantIn(piece, atMs, endAtMs, openness);
      const dayNumber = dayNumberOfInstant(openAtMs ?? atMs);
      const isDayFull = openAtMs !== undefined && hasFullDay(openness, dayNumber);
      if (openAtMs !== undefined && !isDayFull) {
        return { kind: 'found', atMs: openAtMs, piece, obstacle };
      }
      const rank = isDayFull ? DAY_FULL_RANK : rankOf(piece);
      if (rank < leastRank) {
        least = { kind: 'none', atMs: openAtMs ?? atMs, piece, isDayFull };
        leastRank = rank;
      }
      // What the day's limit put off stays put off by it, however long the person then sleeps.
      if (isDayFull) obstacle = 'daily-limit';
      else if (obstacle !== 'daily-limit') obstacle = piece;
      atMs = isDayFull ? instantOfNumber(dayNumber + 1, 0) : endAtMs;
    }
    atMs = endAtMs;
  }
  if (least === undefined) throw new Error('an empty interval has no instant');
  return least;
}

/** The first instant in [fromAtMs, endAtMs), within the piece, at which messages may come; undefined when none. */
export function openInstantIn(
  piece: Piece,
  fromAtMs: number,
  endAtMs: number,
  { onDuty, breaks }: Pick<Openness, 'onDuty' | 'breaks'>,
): number | undefined {
  if (piece.state === 'free' || piece.reason.code === 'office-hours') return fromAtMs;
  if (piece.state !== 'on-duty' || onDuty === 'never') return undefined;
  if (piece.reason.code !== 'shift') return onDuty === 'at-handover' ? fromAtMs : undefined;
  if (onDuty !== 'in-breaks') return undefined;
  for (const { afterMinutes, lengthMinutes } of breaks) {
    const startAtMs = piece.reason.shiftStartAtMs + afterMinutes * MS_PER_MINUTE;
    const overAtMs = Math.min(startAtMs + lengthMinutes * MS_PER_MINUTE, endAtMs);
    const atMs = Math.max(startAtMs, fromAtMs);
    if (atMs < overAtMs) return atMs;
  }
  return undefined;
}

function hasFullDay({ countsByDay, mostPerDay }: Openness, dayNumber: number): boolean {
  return (countsByDay[dayOfNumber(dayNumber)] ?? 0) >= mostPerDay;
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
