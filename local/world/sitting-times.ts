import { nationalCalendar } from '../../domain/shift/national-calendar';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import type { SittingTimes } from '../../domain/study/sitting';
import { fitOf } from '../../domain/study/sitting-fit';
import {
  addDays,
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../domain/time/local-day';

/** When officers call meetings: mid-morning, afternoon, and right after the day shift. */
const START_MINUTES = [9 * 60 + 30, 15 * 60, 16 * 60, 17 * 60 + 40];
const DAYS_TO_CHOOSE_FROM = 5;
/** Another sitting is not worth it for fewer people than this share of all. */
const WORTH_IT = 0.08;

const OPENS_BEFORE_MS = 20 * MS_PER_MINUTE;
const LATE_AFTER_MS = 5 * MS_PER_MINUTE;
const CLOSES_AFTER_MS = 10 * MS_PER_MINUTE;

/**
 * The fewest sittings, at most `most`, that give the most people a time when they are awake and off
 * duty: each next one is the time that is free for most of those left. By start.
 */
export function chooseSittings(
  people: readonly PersonSchedule[],
  fromDay: LocalDay,
  minutes: number,
  most: number,
): SittingTimes[] {
  const candidates = candidatesFrom(fromDay, minutes).map((times) => ({
    times,
    free: new Set(people.filter((person) => fitOf(person, times) === 'free')),
  }));
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

/** A sitting whose register is open at the instant: at a decent hour it starts soon, at night next morning. */
export function sittingOpenAt(nowMs: number, minutes: number): SittingTimes {
  const halfHour = 30 * MS_PER_MINUTE;
  const soonMs = Math.ceil((nowMs + 10 * MS_PER_MINUTE) / halfHour) * halfHour;
  const minute = minuteOfInstant(nowMs);
  const today = dayOfInstant(nowMs);
  const isDecent = minute >= 7 * 60 && minute < 20 * 60;
  const morning = instantOf(minute < 7 * 60 ? today : addDays(today, 1), 8 * 60 + 30);
  const times = timesOf(isDecent ? soonMs : morning, minutes);
  return { ...times, opensAtMs: Math.min(times.opensAtMs, soonMs - 2 * halfHour) };
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

function candidatesFrom(fromDay: LocalDay, minutes: number): SittingTimes[] {
  const days = Array.from({ length: DAYS_TO_CHOOSE_FROM }, (_, index) => addDays(fromDay, index));
  const workdays = days.filter((day) => nationalCalendar.isWorkday(day) !== false);
  return (workdays.length > 0 ? workdays : days).flatMap((day) =>
    START_MINUTES.map((minute) => timesOf(instantOf(day, minute), minutes)),
  );
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
