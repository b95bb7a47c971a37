import { LazyTimeline } from '../../shift/lazy-timeline';
import type { PersonSchedule } from '../../shift/person-schedule';
import { subtract, type Interval } from '../../time/interval';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../time/local-day';

/** A crew that is always on duty or asleep keeps no poll open for longer: a day is left of the longest poll, in which it can end. docs/rules.md#R-172 */
const LONGEST_WAIT_DAYS = 13;

/** When ballots could be cast. Instants. */
export interface VotingTime {
  readonly openedAtMs: number;
  /** After the opening, when none could be, because the poll was over and then went on. */
  readonly gaps: readonly Interval[];
}

/** How far a crew is with its hours, at the instant asked about. */
export interface CrewHours {
  /** Awake and off duty while ballots could be cast, up to then, at most what is needed. */
  readonly doneMs: number;
  /** Each stretch of them, whole. */
  readonly stretchesMs: readonly number[];
  /** When it has or had all of them. */
  readonly readyAtMs: number;
  /** When it is off duty and awake next; null when it is so now, or has its hours. */
  readonly nextFreeAtMs: number | null;
}

/**
 * The hours of a crew since the poll opened, by its rota alone: no personal changes, for the hours are
 * those of a crew and not of a person. On duty are shifts with both handovers and office hours;
 * sleep and rest are as for messages. Nobody is waited for longer than 13 days. docs/rules.md#R-172
 */
export function hoursOfCrew(
  crew: PersonSchedule,
  { openedAtMs, gaps }: VotingTime,
  neededMinutes: number,
  nowMs: number,
): CrewHours {
  const neededMs = neededMinutes * MS_PER_MINUTE;
  const lastAtMs = openedAtMs + LONGEST_WAIT_DAYS * MS_PER_DAY;
  const used = firstOf(
    freeTimes(crew, { startAtMs: openedAtMs, endAtMs: lastAtMs }, gaps),
    neededMs,
  );
  const sumMs = used.reduce((sum, { startAtMs, endAtMs }) => sum + endAtMs - startAtMs, 0);
  const stretchesMs = used
    .filter(({ startAtMs }) => startAtMs < nowMs)
    .map(({ startAtMs, endAtMs }) => Math.min(endAtMs, nowMs) - startAtMs);
  const isFree = used.some(({ startAtMs, endAtMs }) => startAtMs <= nowMs && nowMs < endAtMs);
  const next = used.find(({ startAtMs }) => startAtMs > nowMs);
  return {
    doneMs: stretchesMs.reduce((sum, ms) => sum + ms, 0),
    stretchesMs,
    readyAtMs: sumMs < neededMs ? lastAtMs : (used.at(-1)?.endAtMs ?? openedAtMs),
    nextFreeAtMs: isFree ? null : (next?.startAtMs ?? null),
  };
}

/** The first instant at which every crew has its hours; that of opening when there are none. docs/rules.md#R-172 */
export function earliestClosingAtMs(
  crews: readonly Pick<CrewHours, 'readyAtMs'>[],
  { openedAtMs }: VotingTime,
): number {
  return Math.max(openedAtMs, ...crews.map(({ readyAtMs }) => readyAtMs));
}

/** The first stretches that come to so much together, the last one cut. */
function firstOf(stretches: Iterable<Interval>, neededMs: number): readonly Interval[] {
  const first: Interval[] = [];
  let leftMs = neededMs;
  for (const { startAtMs, endAtMs } of stretches) {
    if (leftMs <= 0) break;
    first.push({ startAtMs, endAtMs: Math.min(endAtMs, startAtMs + leftMs) });
    leftMs -= endAtMs - startAtMs;
  }
  return first;
}

/** Stretches within the interval, in order, neighbours together. */
function* freeTimes(
  crew: PersonSchedule,
  within: Interval,
  gaps: readonly Interval[],
): Generator<Interval> {
  const timeline = new LazyTimeline(crew, within.startAtMs);
  let open: Interval | undefined;
  for (let index = 0; ; index += 1) {
    const { state, startAtMs, endAtMs } = timeline.pieceAt(index);
    const isOver = startAtMs >= within.endAtMs;
    if (state === 'free' && !isOver) {
      open = {
        startAtMs: open?.startAtMs ?? startAtMs,
        endAtMs: Math.min(endAtMs, within.endAtMs),
      };
      continue;
    }
    if (open !== undefined) yield* subtract(open, gaps);
    if (isOver) return;
    open = undefined;
  }
}
