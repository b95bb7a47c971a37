import type { PersonSchedule } from '../shift/person-schedule';
import { rosterDaysOf, type RosterDay } from '../shift/roster-day';
import type { WorkCalendar } from '../shift/work-calendar';
import { addDays, dayOfInstant, instantOf, weekdayOf, type LocalDay } from '../time/local-day';
import { backOn, isAwayOn } from './away';

/** What an organisation can say otherwise of the time for a make-up. */
export interface MakeUpTermRules {
  /** Of whoever follows a rotation. */
  readonly restDays: number;
  /** Of day workers, and of people of whom no rotation is known. */
  readonly workingDays: number;
}

/** docs/rules.md#R-100 */
export const DEFAULT_TERM_RULES: MakeUpTermRules = { restDays: 2, workingDays: 3 };

/** Nobody waits longer for days that count, time away aside. docs/rules.md#R-100 */
const LONGEST_TERM_DAYS = 42;

/** Until when a make-up can be done, and by which days of the person. */
export interface MakeUpTerm {
  /** The first day that can count: after `sinceDay`, and not before the person is back. */
  readonly fromDay: LocalDay;
  readonly kind: 'rest-days' | 'working-days';
  /** The days that count, in order; the term ends with the last of them. */
  readonly days: readonly LocalDay[];
  /** 24:00 of the last day, Asia/Shanghai; at that instant it is over. */
  readonly untilAtMs: number;
}

/**
 * The term of a make-up that opened on `sinceDay`, which does not count itself. Of people on a
 * rotation their rest days count, of all others working days; never days of leave or away. Where too
 * few of them lie within 42 days, it ends with those 42 days. docs/rules.md#R-100
 */
export function makeUpTerm(
  schedule: PersonSchedule,
  sinceDay: LocalDay,
  rules: MakeUpTermRules = DEFAULT_TERM_RULES,
): MakeUpTerm {
  const fromDay = backOn(schedule, addDays(sinceDay, 1));
  const toDay = addDays(fromDay, LONGEST_TERM_DAYS);
  const present = rosterDaysOf(schedule, fromDay, toDay).filter(
    ({ day }) => !isAwayOn(schedule, day),
  );
  const isOnRotation = present.some(({ source }) => source.kind === 'rotation');
  const rest = isOnRotation ? present.filter(isRest).slice(0, rules.restDays) : [];
  if (rest.length === rules.restDays) return termOf(fromDay, 'rest-days', rest);
  const { calendar } = schedule.roster;
  const working = present.filter((each) => isWorked(each, calendar)).slice(0, rules.workingDays);
  if (working.length === rules.workingDays) return termOf(fromDay, 'working-days', working);
  return termOf(fromDay, 'working-days', [{ day: addDays(toDay, -1) }]);
}

/** As promised before, where that is later: nobody loses a day by a change of shifts. docs/rules.md#R-100 */
export function laterTerm(promisedUntilMs: number, { untilAtMs }: MakeUpTerm): number {
  return Math.max(promisedUntilMs, untilAtMs);
}

function termOf(
  fromDay: LocalDay,
  kind: MakeUpTerm['kind'],
  counted: readonly Pick<RosterDay, 'day'>[],
): MakeUpTerm {
  const days = counted.map(({ day }) => day);
  return { fromDay, kind, days, untilAtMs: instantOf(addDays(days.at(-1) ?? fromDay, 1), 0) };
}

function isRest({ slots, source }: RosterDay): boolean {
  const isKnown = source.kind === 'rotation' || source.kind === 'override';
  return isKnown && slots.every(({ kind }) => kind === 'rest');
}

function isWorked({ day, slots, source }: RosterDay, calendar: WorkCalendar): boolean {
  if (source.kind !== 'unknown') return slots.some(({ kind }) => kind !== 'rest');
  return calendar.isWorkday(day) ?? weekdayOf(day) <= 5;
}

/**
 * From when to when a make-up that opens now lasts: from the end of the study on, or, for who is away,
 * from the day on which they are back. docs/rules.md#R-100
 */
export function makeUpSpan(schedule: PersonSchedule, lastCloseAtMs: number, nowMs: number) {
  const today = dayOfInstant(nowMs);
  const { fromDay, untilAtMs } = makeUpTerm(schedule, today);
  const isHere = fromDay === addDays(today, 1);
  return { startsAtMs: isHere ? lastCloseAtMs : instantOf(fromDay, 0), untilAtMs };
}
