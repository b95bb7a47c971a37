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

/** A claim on a person's time; where several meet, the lowest rank has it, of equals the first. */
export interface Claim extends Piece {
  readonly rank: number;
}

const SHIFT_RANK = 0;
const HANDOVER_RANK = 1;
const REST_RANK = 2;
const SLEEP_AFTER_RANK = 3;
const SLEEP_BEFORE_RANK = 4;
const NIGHT_RANK = 5;
const OFFICE_RANK = 6;
const DAY_RANK = 7;

/**
 * What claims a person's time in [fromAtMs, toAtMs), by start: shifts, handovers, rest after a late
 * shift, sleep after it, sleep before an early shift, sleep at night, office hours, and the days
 * themselves, which leave no gap. Claims may reach outside the interval. docs/rules.md#R-07 to R-10, #R-22
 */
export function claimsOf(
  schedule: PersonSchedule,
  fromAtMs: number,
  toAtMs: number,
): readonly Claim[] {
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

  const list: ClaimList = { fromAtMs, toAtMs, claims: [] };
  const shifts = shiftsAndDays(schedule, list);
  const wakeUps: number[] = [];
  for (const shift of shifts) {
    const { startAtMs, endAtMs, source } = shift;
    if (isOffice(shift)) {
      claim(list, OFFICE_RANK, startAtMs, endAtMs, 'on-duty', source, 'office-hours', shift);
      continue;
    }
    const arriveAtMs = startAtMs - handoverBeforeMs;
    const leaveAtMs = endAtMs + handoverAfterMs;
    claim(list, HANDOVER_RANK, arriveAtMs, startAtMs, 'on-duty', source, 'handover-before', shift);
    claim(list, SHIFT_RANK, startAtMs, endAtMs, 'on-duty', source, 'shift', shift);
    claim(list, HANDOVER_RANK, endAtMs, leaveAtMs, 'on-duty', source, 'handover-after', shift);
    if (!isLateShift(shift, night)) continue;
    const bedAtMs = endAtMs + delayMs;
    const wakeAtMs = bedAtMs + asleepMs;
    wakeUps.push(wakeAtMs);
    const state = 'resting-after-night';
    claim(list, REST_RANK, endAtMs, bedAtMs, state, afterSource, 'after-night', shift);
    claim(list, SLEEP_AFTER_RANK, bedAtMs, wakeAtMs, 'asleep', afterSource, 'after-night', shift);
  }
  for (const shift of shifts) {
    const { startAtMs } = shift;
    if (startAtMs <= fromAtMs || isOffice(shift)) continue;
    if (minuteOfInstant(startAtMs) >= beforeEarly.startsBeforeMinute) continue;
    if (hasBetween(wakeUps, startAtMs - restedMs, startAtMs)) continue;
    const upAtMs = startAtMs - readyMs;
    const bedAtMs = upAtMs - earlyMs;
    claim(list, SLEEP_BEFORE_RANK, bedAtMs, upAtMs, 'asleep', SLEEP_RULE, 'before-early', shift);
  }
  claimNights(list, night, preference?.night !== undefined);
  sortByStart(list.claims);
  return list.claims;
}

interface ClaimList {
  readonly fromAtMs: number;
  readonly toAtMs: number;
  readonly claims: Claim[];
}

/** Adds what a shift means for some time around it, when that time touches the interval. */
function claim(
  { fromAtMs, toAtMs, claims }: ClaimList,
  rank: number,
  startAtMs: number,
  endAtMs: number,
  state: PersonState,
  source: PieceSource,
  code: ShiftReasonCode,
  shift: Shift,
): void {
  if (endAtMs <= fromAtMs || startAtMs >= toAtMs || endAtMs <= startAtMs) return;
  const reason: PieceReason = {
    code,
    label: shift.slot.label,
    shiftKind: shift.slot.kind,
    shiftStartAtMs: shift.startAtMs,
    shiftEndAtMs: shift.endAtMs,
  };
  claims.push({ rank, startAtMs, endAtMs, state, source, reason });
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

/** A day at the office rather than a shift in a plant. docs/rules.md#R-22 */
function isOffice({ slot, source }: Shift): boolean {
  return source.kind === 'calendar' && slot.kind === 'day';
}

/** Ends so late that sleep follows it: a night shift, or one that ends within the hours of sleep. */
function isLateShift({ slot, endAtMs }: Shift, night: NightWindow): boolean {
  if (slot.kind === 'night') return true;
  const intoNight = modulo(minuteOfInstant(endAtMs) - night.startMinute, MINUTES_PER_DAY);
  return intoNight > 0 && intoNight <= night.lengthMinutes;
}

const NIGHT: PieceReason = { code: 'night' };
const OWN_WINDOW: PieceReason = { code: 'own-window' };

function claimNights(
  { fromAtMs, toAtMs, claims }: ClaimList,
  night: NightWindow,
  isOwn: boolean,
): void {
  const source = isOwn ? PREFERENCE : SLEEP_RULE;
  const reason = isOwn ? OWN_WINDOW : NIGHT;
  const lengthMs = night.lengthMinutes * MS_PER_MINUTE;
  const lastDay = dayNumberOfInstant(toAtMs);
  for (let day = dayNumberOfInstant(fromAtMs - lengthMs); day <= lastDay; day += 1) {
    const startAtMs = instantOfNumber(day, night.startMinute);
    const endAtMs = startAtMs + lengthMs;
    if (endAtMs <= fromAtMs || startAtMs >= toAtMs) continue;
    claims.push({ rank: NIGHT_RANK, startAtMs, endAtMs, state: 'asleep', source, reason });
  }
}

/** The shifts that can say something about the interval, by start; claims the days it lies on. */
function shiftsAndDays(
  schedule: PersonSchedule,
  { fromAtMs, toAtMs, claims }: ClaimList,
): readonly Shift[] {
  const shifts: Shift[] = [];
  const firstDay = dayNumberOfInstant(fromAtMs);
  const lastDay = dayNumberOfInstant(toAtMs - 1);
  const [first, end] = daysThatMatter(schedule, fromAtMs, toAtMs);
  eachRosterDay(schedule, first, end, (number, slots, source) => {
    appendShifts(shifts, number, slots, source);
    if (number < firstDay || number > lastDay) return;
    const startAtMs = instantOfNumber(number, 0);
    const endAtMs = startAtMs + MS_PER_DAY;
    const reason = freeReason(slots, source);
    claims.push({ rank: DAY_RANK, startAtMs, endAtMs, state: 'free', source, reason });
  });
  sortByStart(shifts);
  return shifts;
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
