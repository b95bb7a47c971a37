import type { PersonSchedule } from '../../domain/shift/person-schedule';
import type { SittingTimes } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';
import {
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../domain/time/local-day';
import type { Takeover } from './crew-takeover';
import { isWorkday } from './workdays';

/** When officers call meetings: mid-morning, afternoon, and right after the day shift. */
const START_MINUTES = [9 * 60 + 30, 15 * 60, 16 * 60, 17 * 60 + 40];
/** Another sitting is not worth it for fewer people than this share of all. */
const WORTH_IT = 0.08;
/** When a whole branch can be called together at once: between these minutes of a working day. */
const FIRST_START_MINUTE = 8 * 60 + 30;
const LAST_START_MINUTE = 19 * 60 + 30;

const OPENS_BEFORE_MS = 20 * MS_PER_MINUTE;
const LATE_AFTER_MS = 5 * MS_PER_MINUTE;
const CLOSES_AFTER_MS = 10 * MS_PER_MINUTE;

/**
 * The fewest sittings on these days, at most `most`, that give the most people a time when they are awake and off
 * duty: each next one is the time that is free for most of those left. By start.
 */
export function chooseSittings(
  people: readonly PersonSchedule[],
  days: readonly LocalDay[],
  minutes: number,
  most: number,
): SittingTimes[] {
  const candidates = days
    .flatMap((day) => START_MINUTES.map((minute) => timesOf(instantOf(day, minute), minutes)))
    .map((times) => ({ times, free: freeAt(people, times) }));
  const chosen: SittingTimes[] = [];
  let left = [...people];
  while (chosen.length < most && (chosen.length === 0 || left.length > people.length * WORTH_IT)) {
    const best = bestFor(left, candidates);
    if (best === undefined) break;
    const rest = left.filter((person) => !best.free.has(person));
    if (chosen.length > 0 && rest.length === left.length) break;
    chosen.push(best.times);
    left = rest;
  }
  return chosen.sort((a, b) => a.startAtMs - b.startAtMs);
}

/** Those who are awake and off duty: the same for all who follow one crew and nothing else. */
function freeAt(people: readonly PersonSchedule[], times: SittingTimes): Set<PersonSchedule> {
  const byCrew = new Map<string | null | undefined, boolean>();
  const isFree = (person: PersonSchedule): boolean => {
    if (person.overrides.length > 0) return fitOf(person, times) === 'free';
    const crewId = person.memberships.at(-1)?.crewId;
    const known = byCrew.get(crewId) ?? fitOf(person, times) === 'free';
    byCrew.set(crewId, known);
    return known;
  };
  return new Set(people.filter(isFree));
}

/**
 * A sitting of a branch that starts soon and whose register is open at `nowMs`; undefined at night
 * and on days off, when nobody calls a branch together.
 */
export function branchSittingAt(nowMs: number, minutes: number): SittingTimes | undefined {
  const halfHour = 30 * MS_PER_MINUTE;
  const startAtMs = Math.ceil((nowMs + 10 * MS_PER_MINUTE) / halfHour) * halfHour;
  const minute = minuteOfInstant(startAtMs);
  if (minute < FIRST_START_MINUTE || minute > LAST_START_MINUTE) return undefined;
  if (!isWorkday(dayOfInstant(startAtMs))) return undefined;
  return { ...timesOf(startAtMs, minutes), opensAtMs: startAtMs - 2 * halfHour };
}

/**
 * A sitting of one crew between its arrival and its shift. Phones stay outside the control room, so
 * the register is open, and nobody is late, until the shift is over.
 */
export function crewSittingAt({ arriveAtMs, startAtMs, endAtMs }: Takeover): SittingTimes {
  const margin = 5 * MS_PER_MINUTE;
  return {
    opensAtMs: arriveAtMs,
    startAtMs: arriveAtMs + margin,
    lateAfterAtMs: endAtMs,
    endAtMs: startAtMs - margin,
    closesAtMs: endAtMs,
  };
}

function timesOf(startAtMs: number, minutes: number): SittingTimes {
  const endAtMs = startAtMs + minutes * MS_PER_MINUTE;
  return {
    opensAtMs: startAtMs - OPENS_BEFORE_MS,
    startAtMs,
    lateAfterAtMs: startAtMs + LATE_AFTER_MS,
    endAtMs,
    closesAtMs: endAtMs + CLOSES_AFTER_MS,
  };
}

interface Candidate {
  readonly times: SittingTimes;
  readonly free: ReadonlySet<PersonSchedule>;
}

/** The candidate that is free for most of the people; the earliest of equals. */
function bestFor(
  people: readonly PersonSchedule[],
  candidates: readonly Candidate[],
): Candidate | undefined {
  let best: { candidate: Candidate; count: number } | undefined;
  for (const candidate of candidates) {
    const count = people.filter((person) => candidate.free.has(person)).length;
    if (best === undefined || count > best.count) best = { candidate, count };
  }
  return best?.candidate;
}
