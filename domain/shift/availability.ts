import { MS_PER_DAY } from '../time/local-day';
import { LazyTimeline } from './lazy-timeline';
import type { PersonSchedule } from './person-schedule';
import type { Piece, PieceReason, PieceSource, PersonState } from './piece';

/** A person's state at an instant, and why. */
export interface Availability {
  readonly state: PersonState;
  readonly reason: PieceReason;
  readonly source: PieceSource;
}

/** On duty, resting, asleep or free at the instant. */
export function availabilityAt(schedule: PersonSchedule, atMs: number): Availability {
  const { state, reason, source } = new LazyTimeline(schedule, atMs).pieceAt(0);
  return { state, reason, source };
}

/** Until when nothing is sent that can wait. */
export interface QuietTime {
  readonly untilAtMs: number;
  /** Why it ends only then: the last piece before the person is within reach. */
  readonly reason: PieceReason;
  /** What the person is doing at the instant asked about. */
  readonly now: Availability;
}

/** Nobody is on duty or asleep for longer in one stretch; a schedule that says so is cut here. */
export const LONGEST_QUIET_DAYS = 7;

/**
 * Until when a person who is out of reach at the instant stays so, through shifts, rest and sleep
 * that follow one another; null when free or in office hours. At most 7 days ahead. docs/rules.md#R-22
 */
export function quietUntil(schedule: PersonSchedule, atMs: number): QuietTime | null {
  const timeline = new LazyTimeline(schedule, atMs);
  const latestAtMs = atMs + LONGEST_QUIET_DAYS * MS_PER_DAY;
  const { state, reason, source } = timeline.pieceAt(0);
  if (isReachable(timeline.pieceAt(0))) return null;
  let index = 0;
  let last = timeline.pieceAt(0);
  while (last.endAtMs < latestAtMs && !isReachable(timeline.pieceAt(index + 1))) {
    index += 1;
    last = timeline.pieceAt(index);
  }
  const untilAtMs = Math.min(last.endAtMs, latestAtMs);
  return { untilAtMs, reason: last.reason, now: { state, reason, source } };
}

/** Free, or in office hours. */
export function isReachable({ state, reason }: Piece): boolean {
  return state === 'free' || reason.code === 'office-hours';
}
