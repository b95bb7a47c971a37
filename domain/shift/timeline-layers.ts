import type { Interval } from '../time/interval';
import {
  dayNumberOfInstant,
  instantOfNumber,
  minuteOfInstant,
  MINUTES_PER_DAY,
  modulo,
  MS_PER_DAY,
  MS_PER_MINUTE,
} from '../time/local-day';
import type { DaySource } from './day-source';
import { eachRosterDay } from './each-roster-day';
import type { PersonSchedule } from './person-schedule';
import type { Piece, PieceReason, PieceSource, PersonState, ReasonShift } from './piece';
import type { Shift } from './roster-day';
import { appendShifts } from './roster-day';
import { indexOfRoster, reachOfSlots } from './roster-index';
import type { CycleDay } from './rotation';
import type { NightWindow } from './sleep-rules';

/**
 * What claims a person's time between two instants, highest rank first, each level by start: shifts,
 * handovers, rest after a late shift, sleep after it, sleep before an early shift, sleep at night,
 * and the days themselves, which leave no gap. Pieces may reach outside the two instants.
 */
export function layersOf(
  schedule: PersonSchedule,
  fromAtMs: number,
  toAtMs: number,
): readonly (readonly Piece[])[] {
  const { sleep } = schedule.roster;
  const { beforeEarly } = sleep;
  const preference = schedule.sleepPreference;
  const afterNight = preference?.afterNight ?? sleep.afterNight;
  const night = preference?.night ?? sleep.night;
  const afterSource = preference?.afterNight === undefined ? SLEEP_RULE : PREFERENCE;
  const handoverBeforeMs = sleep.handoverBeforeMinutes * MS_PER_MINUTE;
  const handoverAfterMs = sleep.handoverAfterMinutes * MS_PER_MINUTE;
  const delayMs = afterNight.delayMinutes * MS_PER_MINUTE;
  const asleepMs = afterNight.lengthMinutes * MS_PER_MINUTE;
  const readyMs = beforeEarly.readyMinutes * MS_PER_MINUTE;
  const earlyMs = beforeEarly.lengthMinutes * MS_PER_MINUTE;
  const restedMs = beforeEarly.restedWithinMinutes * MS_PER_MINUTE;

  const { shifts, days } = shiftsAndDays(schedule, fromAtMs, toAtMs);
  const within: Interval = { startAtMs: fromAtMs, endAtMs: toAtMs };
  const onShift: Piece[] = [];
  const handovers: Piece[] = [];
  const resting: Piece[] = [];
  const sleepAfter: Piece[] = [];
  const sleepBefore: Piece[] = [];
  const wakeUps: number[] = [];
  for (const shift of shifts) {
    const { startAtMs, endAtMs, source } = shift;
    add(onShift, within, startAtMs, endAtMs, 'on-duty', source, 'shift', shift);
    const arriveAtMs = startAtMs - handoverBeforeMs;
    add(handovers, within, arriveAtMs, startAtMs, 'on-duty', source, 'handover-before', shift);
    const leaveAtMs = endAtMs + handoverAfterMs;
    add(handovers, within, endAtMs, leaveAtMs, 'on-duty', source, 'handover-after', shift);
    if (!isLateShift(shift, night)) continue;
    const bedAtMs = endAtMs + delayMs;
    const wakeAtMs = bedAtMs + asleepMs;
    wakeUps.push(wakeAtMs);
    add(
      resting,
      within,
      endAtMs,
      bedAtMs,
      'resting-after-night',
      afterSource,
      'after-night',
      shift,
    );
    add(sleepAfter, within, bedAtMs, wakeAtMs, 'asleep', afterSource, 'after-night', shift);
  }
  for (const shift of shifts) {
    const { startAtMs } = shift;
    if (startAtMs <= fromAtMs) continue;
    if (minuteOfInstant(startAtMs) >= beforeEarly.startsBeforeMinute) continue;
    if (hasBetween(wakeUps, startAtMs - restedMs, startAtMs)) continue;
    const upAtMs = startAtMs - readyMs;
    add(sleepBefore, within, upAtMs - earlyMs, upAtMs, 'asleep', SLEEP_RULE, 'before-early', shift);
  }
  const nights = nightsOf(night, preference?.night !== undefined, fromAtMs, toAtMs);
  // The others keep the order of the shifts they follow from.
  for (const level of [handovers, resting, sleepAfter]) sortByStart(level);
  return [onShift, handovers, resting, sleepAfter, sleepBefore, nights, days];
}

/** Adds what a shift means for some time around it, when that time touches the interval. */
function add(
  level: Piece[],
  within: Interval,
  startAtMs: number,
  endAtMs: number,
  state: PersonState,
  source: PieceSource,
  code: ShiftReasonCode,
  shift: Shift,
): void {
  if (endAtMs <= within.startAtMs || startAtMs >= within.endAtMs) return;
  const reason: PieceReason = {
    code,
    label: shift.slot.label,
    shiftKind: shift.slot.kind,
    shiftStartAtMs: shift.startAtMs,
    shiftEndAtMs: shift.endAtMs,
  };
  level.push({ startAtMs, endAtMs, state, source, reason });
}

type ShiftReasonCode = (PieceReason & ReasonShift)['code'];

const SLEEP_RULE: PieceSource = { kind: 'sleep-rule' };
const PREFERENCE: PieceSource = { kind: 'preference' };

/** Day numbers [first, end) of the shifts that can say something about the interval. */
export function daysThatMatter(
  schedule: PersonSchedule,
  fromAtMs: number,
  toAtMs: number,
): readonly [number, number] {
  const { sleep } = schedule.roster;
  const { beforeEarly } = sleep;
  const afterNight = schedule.sleepPreference?.afterNight ?? sleep.afterNight;
  const afterwards = afterNight.delayMinutes + afterNight.lengthMinutes;
  const back =
    longestReachOf(schedule) +
    Math.max(sleep.handoverAfterMinutes, afterwards) +
    beforeEarly.restedWithinMinutes;
  const ahead = Math.max(
    sleep.handoverBeforeMinutes,
    beforeEarly.readyMinutes + beforeEarly.lengthMinutes,
  );
  return [
    dayNumberOfInstant(fromAtMs - back * MS_PER_MINUTE),
    dayNumberOfInstant(toAtMs + ahead * MS_PER_MINUTE) + 1,
  ];
}

/** Ends so late that sleep follows it: a night shift, or one that ends within the hours of sleep. */
function isLateShift({ slot, endAtMs }: Shift, night: NightWindow): boolean {
  if (slot.kind === 'night') return true;
  const intoNight = modulo(minuteOfInstant(endAtMs) - night.startMinute, MINUTES_PER_DAY);
  return intoNight > 0 && intoNight <= night.lengthMinutes;
}

const NIGHT: PieceReason = { code: 'night' };
const OWN_WINDOW: PieceReason = { code: 'own-window' };

function nightsOf(night: NightWindow, isOwn: boolean, fromAtMs: number, toAtMs: number): Piece[] {
  const source = isOwn ? PREFERENCE : SLEEP_RULE;
  const reason = isOwn ? OWN_WINDOW : NIGHT;
  const nights: Piece[] = [];
  const lengthMs = night.lengthMinutes * MS_PER_MINUTE;
  const lastDay = dayNumberOfInstant(toAtMs);
  for (let day = dayNumberOfInstant(fromAtMs - lengthMs); day <= lastDay; day += 1) {
    const startAtMs = instantOfNumber(day, night.startMinute);
    if (startAtMs + lengthMs <= fromAtMs || startAtMs >= toAtMs) continue;
    nights.push({ startAtMs, endAtMs: startAtMs + lengthMs, state: 'asleep', source, reason });
  }
  return nights;
}

/** The shifts that can say something about the interval, by start, and the days it lies on. */
function shiftsAndDays(
  schedule: PersonSchedule,
  fromAtMs: number,
  toAtMs: number,
): { readonly shifts: readonly Shift[]; readonly days: readonly Piece[] } {
  const shifts: Shift[] = [];
  const days: Piece[] = [];
  const firstDay = dayNumberOfInstant(fromAtMs);
  const lastDay = dayNumberOfInstant(toAtMs - 1);
  const [first, end] = daysThatMatter(schedule, fromAtMs, toAtMs);
  eachRosterDay(schedule, first, end, (number, slots, source) => {
    appendShifts(shifts, number, slots, source);
    if (number < firstDay || number > lastDay) return;
    const startAtMs = instantOfNumber(number, 0);
    const endAtMs = startAtMs + MS_PER_DAY;
    days.push({ startAtMs, endAtMs, state: 'free', source, reason: freeReason(slots, source) });
  });
  sortByStart(shifts);
  return { shifts, days };
}

const UNKNOWN: PieceReason = { code: 'unknown' };
const LEAVE: PieceReason = { code: 'leave' };
const OFF_SHIFT: PieceReason = { code: 'off-shift' };
const REST_DAY: PieceReason = { code: 'rest-day' };

function freeReason(slots: CycleDay, source: DaySource): PieceReason {
  if (source.kind === 'unknown') return UNKNOWN;
  if (source.kind === 'override' && source.override === 'leave') return LEAVE;
  return slots.some((slot) => slot.kind !== 'rest') ? OFF_SHIFT : REST_DAY;
}

/** How many minutes after the 00:00 of its day the longest of a person's shifts can end. */
function longestReachOf({ roster, overrides }: PersonSchedule): number {
  let longest = indexOfRoster(roster).longestReachMinutes;
  for (const override of overrides) {
    if (override.kind === 'training') longest = Math.max(longest, reachOfSlots([override.slot]));
    if ('slots' in override) longest = Math.max(longest, reachOfSlots(override.slots));
  }
  return longest;
}

/** Whether one of the instants is in (afterAtMs, atMs]. */
function hasBetween(instants: readonly number[], afterAtMs: number, atMs: number): boolean {
  for (const instant of instants) if (instant > afterAtMs && instant <= atMs) return true;
  return false;
}

/** Nearly always in order already, and these lists are short: insertion is the quickest. */
function sortByStart(list: Interval[]): void {
  for (let index = 1; index < list.length; index += 1) {
    const item = list[index];
    let place = index;
    for (let before = list[place - 1]; item !== undefined && before !== undefined;) {
      if (before.startAtMs <= item.startAtMs) break;
      list[place] = before;
      place -= 1;
      before = list[place - 1];
    }
    if (item !== undefined) list[place] = item;
  }
}
