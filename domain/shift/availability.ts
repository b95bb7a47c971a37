import { MS_PER_DAY, MS_PER_MINUTE } from '../time/local-day';
import type { PersonSchedule } from './person-schedule';
import type { Piece, PieceReason, PieceSource, PersonState } from './timeline';
import { walkTimeline } from './timeline';

/** A person's state at an instant, and why. */
export interface Availability {
  readonly state: PersonState;
  readonly reason: PieceReason;
  readonly source: PieceSource;
}

/** On duty, resting, asleep or free at the instant. */
export function availabilityAt(schedule: PersonSchedule, atMs: number): Availability {
  let found: Piece | undefined;
  walkTimeline(schedule, { startAtMs: atMs, endAtMs: atMs + MS_PER_MINUTE }, (piece) => {
    found = piece;
    return false;
  });
  if (found === undefined) throw new Error(`no state at ${atMs}`);
  return { state: found.state, reason: found.reason, source: found.source };
}

/** Until when nothing is sent that can wait. */
export interface QuietTime {
  readonly untilAtMs: number;
  /** Why it ends only then: the last piece before the person is free. */
  readonly reason: PieceReason;
  /** What the person is doing at the instant asked about. */
  readonly now: Availability;
}

/** Nobody is on duty or asleep for longer in one stretch; a schedule that says so is cut here. */
const LONGEST_QUIET_DAYS = 7;

/**
 * Until when a person who is not free at the instant stays so, through duty, rest and sleep that
 * follow one another; null when free. At most 7 days ahead.
 */
export function quietUntil(schedule: PersonSchedule, atMs: number): QuietTime | null {
  let first: Piece | undefined;
  let last: Piece | undefined;
  const interval = { startAtMs: atMs, endAtMs: atMs + LONGEST_QUIET_DAYS * MS_PER_DAY };
  walkTimeline(schedule, interval, (piece) => {
    if (piece.state === 'free') return false;
    first ??= piece;
    last = piece;
    return true;
  });
  if (first === undefined || last === undefined) return null;
  const { state, reason, source } = first;
  return { untilAtMs: last.endAtMs, reason: last.reason, now: { state, reason, source } };
}
