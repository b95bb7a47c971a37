import {
  dayNumberOfInstant,
  instantOfNumber,
  minuteOfInstant,
  MINUTES_PER_DAY,
  modulo,
  MS_PER_MINUTE,
} from '../time/local-day';
import type { PersonSchedule } from './person-schedule';
import type { RosterDay, Shift } from './roster-day';
import { rosterDayAt, shiftsOfDay } from './roster-day';
import { MAX_SHIFT_MINUTES, MAX_START_MINUTE } from './rotation';
import type { NightWindow } from './sleep-rules';
import type { Piece, PieceReason, PieceSource, ReasonShift } from './timeline';

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
  const preference = schedule.sleepPreference;
  const afterNight = preference?.afterNight ?? sleep.afterNight;
  const night = preference?.night ?? sleep.night;
  const afterNightSource = sourceOfRule(preference?.afterNight !== undefined);
  const firstDay = dayNumberOfInstant(fromAtMs);
  const lastDay = dayNumberOfInstant(toAtMs - 1);

  const reach = MAX_START_MINUTE + MAX_SHIFT_MINUTES + afterNight.delayMinutes;
  const lookBackMinutes = reach + afterNight.lengthMinutes + sleep.beforeEarly.restedWithinMinutes;
  const lookBackDays = Math.ceil(lookBackMinutes / MINUTES_PER_DAY);

  const days: Piece[] = [];
  const shifts: Shift[] = [];
  for (let number = firstDay - lookBackDays; number <= lastDay + 1; number += 1) {
    const rosterDay = rosterDayAt(schedule, number);
    shifts.push(...shiftsOfDay(rosterDay, number));
    if (number >= firstDay && number <= lastDay) days.push(dayPiece(rosterDay, number));
  }
  shifts.sort((a, b) => a.startAtMs - b.startAtMs);

  const onShift: Piece[] = [];
  const handovers: Piece[] = [];
  const resting: Piece[] = [];
  const sleepAfter: Piece[] = [];
  const sleepBefore: Piece[] = [];
  for (const shift of shifts) {
    const { startAtMs, endAtMs, source } = shift;
    const about = reasonShiftOf(shift);
    onShift.push({
      startAtMs,
      endAtMs,
      state: 'on-duty',
      source,
      reason: { code: 'shift', ...about },
    });
    handovers.push(
      {
        startAtMs: startAtMs - sleep.handoverBeforeMinutes * MS_PER_MINUTE,
        endAtMs: startAtMs,
        state: 'on-duty',
        source,
        reason: { code: 'handover-before', ...about },
      },
      {
        startAtMs: endAtMs,
        endAtMs: endAtMs + sleep.handoverAfterMinutes * MS_PER_MINUTE,
        state: 'on-duty',
        source,
        reason: { code: 'handover-after', ...about },
      },
    );
    if (isLateShift(shift, night)) {
      const reason: PieceReason = { code: 'after-night', ...about };
      const asleepAtMs = endAtMs + afterNight.delayMinutes * MS_PER_MINUTE;
      const awakeAtMs = asleepAtMs + afterNight.lengthMinutes * MS_PER_MINUTE;
      resting.push({
        startAtMs: endAtMs,
        endAtMs: asleepAtMs,
        state: 'resting-after-night',
        source: afterNightSource,
        reason,
      });
      sleepAfter.push({
        startAtMs: asleepAtMs,
        endAtMs: awakeAtMs,
        state: 'asleep',
        source: afterNightSource,
        reason,
      });
    }
  }
  for (const shift of shifts) {
    if (minuteOfInstant(shift.startAtMs) >= sleep.beforeEarly.startsBeforeMinute) continue;
    const restedFromAtMs = shift.startAtMs - sleep.beforeEarly.restedWithinMinutes * MS_PER_MINUTE;
    const isRested = sleepAfter.some(
      (piece) => piece.endAtMs > restedFromAtMs && piece.endAtMs <= shift.startAtMs,
    );
    if (isRested) continue;
    const endAtMs = shift.startAtMs - sleep.beforeEarly.readyMinutes * MS_PER_MINUTE;
    sleepBefore.push({
      startAtMs: endAtMs - sleep.beforeEarly.lengthMinutes * MS_PER_MINUTE,
      endAtMs,
      state: 'asleep',
      source: { kind: 'sleep-rule' },
      reason: { code: 'before-early', ...reasonShiftOf(shift) },
    });
  }
  const byStart = (a: Piece, b: Piece) => a.startAtMs - b.startAtMs;
  return [
    onShift,
    handovers.sort(byStart),
    resting.sort(byStart),
    sleepAfter.sort(byStart),
    sleepBefore,
    nightsOf(night, preference?.night !== undefined, firstDay - 1, lastDay),
    days,
  ];
}

/** Ends so late that sleep follows it: a night shift, or one that ends within the hours of sleep. */
function isLateShift({ slot, endAtMs }: Shift, night: NightWindow): boolean {
  if (slot.kind === 'night') return true;
  const intoNight = modulo(minuteOfInstant(endAtMs) - night.startMinute, MINUTES_PER_DAY);
  return intoNight > 0 && intoNight <= night.lengthMinutes;
}

function nightsOf(
  night: NightWindow,
  isOwn: boolean,
  firstDay: number,
  lastDay: number,
): readonly Piece[] {
  const source = sourceOfRule(isOwn);
  const reason: PieceReason = { code: isOwn ? 'own-window' : 'night' };
  const nights: Piece[] = [];
  for (let number = firstDay; number <= lastDay; number += 1) {
    const startAtMs = instantOfNumber(number, night.startMinute);
    const endAtMs = startAtMs + night.lengthMinutes * MS_PER_MINUTE;
    nights.push({ startAtMs, endAtMs, state: 'asleep', source, reason });
  }
  return nights;
}

function dayPiece({ slots, source }: RosterDay, number: number): Piece {
  return {
    startAtMs: instantOfNumber(number, 0),
    endAtMs: instantOfNumber(number + 1, 0),
    state: 'free',
    source,
    reason: { code: dayCode(slots, source) },
  };
}

function dayCode(
  slots: RosterDay['slots'],
  source: RosterDay['source'],
): 'off-shift' | 'rest-day' | 'leave' | 'unknown' {
  if (source.kind === 'unknown') return 'unknown';
  if (source.kind === 'override' && source.override === 'leave') return 'leave';
  return slots.some((slot) => slot.kind !== 'rest') ? 'off-shift' : 'rest-day';
}

function reasonShiftOf({ slot, startAtMs, endAtMs }: Shift): ReasonShift {
  return {
    label: slot.label,
    shiftKind: slot.kind,
    shiftStartAtMs: startAtMs,
    shiftEndAtMs: endAtMs,
  };
}

function sourceOfRule(isOwn: boolean): PieceSource {
  return { kind: isOwn ? 'preference' : 'sleep-rule' };
}
