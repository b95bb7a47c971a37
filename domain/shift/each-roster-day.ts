import type { LocalDay } from '../time/local-day';
import { dayNumberOf, dayOfNumber, modulo } from '../time/local-day';
import type { DaySource, UnknownReason } from './day-source';
import { slotsNamedBy, type Override } from './override';
import type { PersonSchedule } from './person-schedule';
import type { CrewPattern, RosterIndex } from './roster-index';
import { indexOfRoster } from './roster-index';
import type { CrewId, CycleDay, Rotation } from './rotation';
import type { WorkCalendar } from './work-calendar';

/** What is known of a day: its number, its slots, where they come from, and the loan they follow. */
type VisitDay = (
  dayNumber: number,
  slots: CycleDay,
  source: DaySource,
  onLoanId: string | undefined,
) => void;

const NOTHING: CycleDay = [];
const NO_PATTERNS: readonly CrewPattern[] = [];

/**
 * Visits the days [from, to), given by their numbers, in order. What decides is looked up once for
 * each stretch of days between two changes of crew, pattern or override.
 */
export function eachRosterDay(
  schedule: PersonSchedule,
  from: number,
  to: number,
  visit: VisitDay,
): void {
  const index = indexOfRoster(schedule.roster);
  let number = from;
  while (number < to) number = visitStretch(schedule, index, number, to, visit);
}

/** Visits days until something changes, at most to `to`; answers the day it stopped before. */
function visitStretch(
  schedule: PersonSchedule,
  index: RosterIndex,
  from: number,
  to: number,
  visit: VisitDay,
): number {
  const { overrides, roster } = schedule;
  const day = dayOfNumber(from);
  const change = overrides.length === 0 ? undefined : lastCovering(overrides, day, false);
  const loan = overrides.length === 0 ? undefined : lastCovering(overrides, day, true);
  const crewId = loan?.kind === 'on-loan' ? loan.crewId : crewOn(schedule, day);
  const patterns = index.patternsByCrew.get(crewId ?? '') ?? NO_PATTERNS;
  const pattern = newestOn(patterns, day);
  const until = untilNextChange(schedule, patterns, day, to);

  if (change !== undefined) {
    const source: DaySource = { kind: 'override', overrideId: change.id, override: change.kind };
    return visitSame(from, until, slotsNamedBy(change), source, undefined, visit);
  }
  if (pattern !== undefined && crewId !== null) {
    return visitPattern(roster.calendar, pattern, from, until, loan?.id, visit);
  }
  const isElsewhere = loan !== undefined && crewId === null;
  const reason = isElsewhere
    ? 'on-loan-elsewhere'
    : crewId === undefined
      ? 'no-crew'
      : 'no-pattern';
  return visitSame(from, until, NOTHING, UNKNOWN[reason], loan?.id, visit);
}

/** The crew a person belongs to on a day, loans aside; undefined when none is known. */
export function crewOn(schedule: PersonSchedule, day: LocalDay): CrewId | undefined {
  let newest: { crewId: CrewId | null; fromDay: LocalDay } | undefined;
  for (const membership of schedule.memberships) {
    if (membership.fromDay > day) continue;
    if (newest === undefined || membership.fromDay >= newest.fromDay) newest = membership;
  }
  return newest?.crewId ?? undefined;
}

/** The slots of a crew on a day as the cycle alone says. The crew must be one of the rotation's. */
export function cycleSlotsOn(rotation: Rotation, crewId: CrewId, dayNumber: number): CycleDay {
  const offset = rotation.crews.find((crew) => crew.crewId === crewId)?.offset ?? 0;
  const position = dayNumber - dayNumberOf(rotation.anchorDay) + offset;
  return rotation.days[modulo(position, rotation.cycleDays)] ?? NOTHING;
}

function visitSame(
  from: number,
  to: number,
  slots: CycleDay,
  source: DaySource,
  onLoanId: string | undefined,
  visit: VisitDay,
): number {
  for (let number = from; number < to; number += 1) visit(number, slots, source, onLoanId);
  return to;
}

function visitPattern(
  calendar: WorkCalendar,
  { rotation, source, zeroDay }: CrewPattern,
  from: number,
  to: number,
  onLoanId: string | undefined,
  visit: VisitDay,
): number {
  const { days, cycleDays } = rotation;
  const isEveryDay = rotation.daysCounted === 'every-day';
  let cycleDay = modulo(from - zeroDay, cycleDays);
  for (let number = from; number < to; number += 1) {
    const slots = days[cycleDay] ?? NOTHING;
    cycleDay = cycleDay + 1 === cycleDays ? 0 : cycleDay + 1;
    const isWorked = isEveryDay || calendar.isWorkday(dayOfNumber(number));
    if (isWorked === undefined) visit(number, NOTHING, UNKNOWN['calendar-not-published'], onLoanId);
    else visit(number, isWorked ? slots : NOTHING, source, onLoanId);
  }
  return to;
}

function newestOn(patterns: readonly CrewPattern[], day: LocalDay): CrewPattern | undefined {
  for (let index = patterns.length - 1; index >= 0; index -= 1) {
    const pattern = patterns[index];
    if (pattern !== undefined && pattern.validFromDay <= day) return pattern;
  }
  return undefined;
}

const UNKNOWN: Readonly<Record<UnknownReason, DaySource>> = {
  'no-crew': { kind: 'unknown', reason: 'no-crew' },
  'no-pattern': { kind: 'unknown', reason: 'no-pattern' },
  'calendar-not-published': { kind: 'unknown', reason: 'calendar-not-published' },
  'on-loan-elsewhere': { kind: 'unknown', reason: 'on-loan-elsewhere' },
};

/** The next day on which another fact may decide, at most `to`. */
function untilNextChange(
  { memberships, overrides }: PersonSchedule,
  patterns: readonly CrewPattern[],
  day: LocalDay,
  to: number,
): number {
  let next: LocalDay | undefined;
  for (const { fromDay } of memberships) {
    if (fromDay > day && (next === undefined || fromDay < next)) next = fromDay;
  }
  for (const { validFromDay } of patterns) {
    if (validFromDay > day && (next === undefined || validFromDay < next)) next = validFromDay;
  }
  for (const { fromDay, toDay } of overrides) {
    if (fromDay > day && (next === undefined || fromDay < next)) next = fromDay;
    if (toDay > day && (next === undefined || toDay < next)) next = toDay;
  }
  return next === undefined ? to : Math.min(to, dayNumberOf(next));
}

/** Of several the one recorded last: leave within a swap is recorded after it. */
function lastCovering(
  overrides: readonly Override[],
  day: LocalDay,
  isLoan: boolean,
): Override | undefined {
  for (let index = overrides.length - 1; index >= 0; index -= 1) {
    const override = overrides[index];
    if (override === undefined || day < override.fromDay || override.toDay <= day) continue;
    if ((override.kind === 'on-loan') === isLoan) return override;
  }
  return undefined;
}
