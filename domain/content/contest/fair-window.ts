import type { PersonSchedule } from '../../shift/person-schedule';
import { timelineOf } from '../../shift/timeline';
import type { Interval } from '../../time/interval';
import { addDays, instantOf, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../time/local-day';
import type { LocalDay } from '../../time/local-day';
import { CONTEST_LIMITS } from './contest';

/** A contest begins at a full hour at which people are up. Hours of the day, both included. */
const STARTS = { fromHour: 8, toHour: 20 } as const;

/** How long a window is to be, and on which days it may begin. docs/rules.md#R-252 */
export interface WindowWish {
  readonly fromDay: LocalDay;
  /** 1 to CONTEST_LIMITS.longestDays. */
  readonly days: number;
  /** Of the window: 1 to CONTEST_LIMITS.longestDays × 24. */
  readonly hours: number;
}

export interface FoundWindow extends Interval {
  /** Of each crew, in the order in which they were given. */
  readonly awakeMinutes: readonly number[];
  /** Whether they are the same for all. */
  readonly isEqual: boolean;
}

export interface FairWindow {
  /** The one of the wished length in which crews differ least; undefined: none could begin. docs/rules.md#R-251 */
  readonly found: FoundWindow | undefined;
  /** Where those differ: the shortest in whole days, from one that is as long on, that is the same for all. */
  readonly equal: FoundWindow | undefined;
}

/** Whole minutes within the window in which a crew is awake and off duty, by its rota alone. docs/rules.md#R-252 */
export function awakeMinutesOf(crew: PersonSchedule, window: Interval): number {
  const ms = timelineOf(crew, window)
    .filter(({ state }) => state === 'free')
    .reduce((sum, { startAtMs, endAtMs }) => sum + endAtMs - startAtMs, 0);
  return Math.floor(ms / MS_PER_MINUTE);
}

/**
 * The window in which crews differ least in the time that they are awake and off duty: of equals the
 * one in which the crew that has least has most, then the earliest. Starts are full hours by day.
 * docs/rules.md#R-252
 */
export function fairWindow(
  crews: readonly PersonSchedule[],
  { fromDay, days, hours }: WindowWish,
  nowMs: number,
): FairWindow {
  const latestAtMs = nowMs + CONTEST_LIMITS.daysAhead * MS_PER_DAY;
  const starts = startsOf(fromDay, days).filter(
    (startAtMs) => startAtMs >= nowMs && startAtMs <= latestAtMs,
  );
  const lastAtMs = (starts.at(-1) ?? nowMs) + CONTEST_LIMITS.longestDays * MS_PER_DAY;
  const clocks = crews.map((crew) =>
    awakeClock(crew, { startAtMs: starts[0] ?? nowMs, endAtMs: lastAtMs }),
  );
  const fairest = (lengthMs: number) =>
    starts
      .map((startAtMs) => weighed(clocks, { startAtMs, endAtMs: startAtMs + lengthMs }))
      .sort((a, b) => a.spread - b.spread || b.least - a.least || a.startAtMs - b.startAtMs)[0];
  const found = fairest(hours * MS_PER_HOUR);
  if (found === undefined || found.spread === 0) return { found: shownOf(found), equal: undefined };
  for (let length = Math.ceil(hours / 24); length <= CONTEST_LIMITS.longestDays; length += 1) {
    const other = fairest(length * MS_PER_DAY);
    if (other?.spread === 0) return { found: shownOf(found), equal: shownOf(other) };
  }
  return { found: shownOf(found), equal: undefined };
}

function startsOf(fromDay: LocalDay, days: number): readonly number[] {
  const hours = STARTS.toHour - STARTS.fromHour + 1;
  return Array.from({ length: days * hours }, (_, index) =>
    instantOf(
      addDays(fromDay, Math.floor(index / hours)),
      (STARTS.fromHour + (index % hours)) * 60,
    ),
  );
}

interface Weighed extends Interval {
  readonly minutes: readonly number[];
  readonly spread: number;
  readonly least: number;
}

type AwakeClock = (atMs: number) => number;

function weighed(clocks: readonly AwakeClock[], { startAtMs, endAtMs }: Interval): Weighed {
  const minutes = clocks.map((clock) =>
    Math.floor((clock(endAtMs) - clock(startAtMs)) / MS_PER_MINUTE),
  );
  const least = Math.min(...minutes);
  const spread = minutes.length === 0 ? 0 : Math.max(...minutes) - least;
  return { startAtMs, endAtMs, minutes, spread, least };
}

const shownOf = (window: Weighed | undefined): FoundWindow | undefined =>
  window === undefined
    ? undefined
    : {
        startAtMs: window.startAtMs,
        endAtMs: window.endAtMs,
        awakeMinutes: window.minutes,
        isEqual: window.spread === 0,
      };

/** Of an instant within the span, how long the crew has been awake and off duty since its start: the rota is walked once. */
function awakeClock(crew: PersonSchedule, span: Interval): AwakeClock {
  const pieces = timelineOf(crew, span);
  const before: number[] = [];
  let sumMs = 0;
  for (const { state, startAtMs, endAtMs } of pieces) {
    before.push(sumMs);
    if (state === 'free') sumMs += endAtMs - startAtMs;
  }
  return (atMs) => {
    const index = pieces.findIndex(({ endAtMs }) => atMs < endAtMs);
    const piece = pieces[index];
    if (piece === undefined) return sumMs;
    const within = piece.state === 'free' ? Math.max(0, atMs - piece.startAtMs) : 0;
    return (before[index] ?? 0) + within;
  };
}
