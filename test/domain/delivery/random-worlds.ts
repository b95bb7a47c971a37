import type { Override } from '../../../domain/shift/override';
import type { CrewMembership, Roster } from '../../../domain/shift/person-schedule';
import type { CycleDay, Rotation, ShiftSlot } from '../../../domain/shift/rotation';
import { ROTATION_PRESET_IDS, ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import type { SleepRules } from '../../../domain/shift/sleep-rules';
import { DEFAULT_SLEEP_RULES } from '../../../domain/shift/sleep-rules';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  weekdayOf,
} from '../../../domain/time/local-day';
import type { DeliveryMessage, DeliveryRules } from '../../../domain/delivery/delivery-rules';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';
import type { Recipient } from '../../../domain/delivery/plan-deliveries';

/** A repeatable source of choices. */
export interface Dice {
  /** A whole number in [least, most]. */
  readonly whole: (least: number, most: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(options: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (percent) => next() * 100 < percent,
    pick: (options) => options[whole(0, options.length - 1)]!,
  };
}

export interface World {
  readonly recipients: readonly Recipient[];
  readonly message: DeliveryMessage;
  readonly nowMs: number;
  readonly rules: DeliveryRules;
}

const EPOCH = localDay('2023-12-25');
const CREWS = ['one', 'two', 'three', 'four', 'five', 'days', 'nobody'];

/** People of one organisation, a message and a moment, over leap days, month and year ends. */
export function aWorld(dice: Dice, people: number): World {
  const nowDay = addDays(EPOCH, dice.whole(0, 1100));
  const nowMs = instantOf(nowDay, dice.whole(0, 1439)) + dice.pick([0, 0, 1, 29_500, 59_999]);
  const roster = aRoster(dice, nowMs);
  return {
    recipients: Array.from({ length: people }, (_, index) =>
      aRecipient(dice, roster, nowMs, index),
    ),
    message: aMessage(dice, nowMs),
    nowMs,
    rules: {
      ...DEFAULT_DELIVERY_RULES,
      onDuty: dice.pick(['never', 'never', 'at-handover', 'in-breaks']),
      breaks: dice.pick([
        DEFAULT_DELIVERY_RULES.breaks,
        [
          { afterMinutes: 60, lengthMinutes: 15 },
          { afterMinutes: 400, lengthMinutes: 45 },
        ],
        [],
      ]),
      mostPerDay: dice.whole(1, 3),
      digestMinute: dice.pick([DEFAULT_DELIVERY_RULES.digestMinute, 0, 1439, 480]),
    },
  };
}

function aRoster(dice: Dice, nowMs: number): Roster {
  const today = dayOfInstant(nowMs);
  const presets = ROTATION_PRESET_IDS.map((id) => ROTATION_PRESETS[id]);
  const rotations: Rotation[] = [];
  // Old ones, and ones that begin to be valid around now.
  for (let index = 0; index < 3; index += 1) {
    const days = dice.chance(70)
      ? dice.pick(presets).days
      : Array.from({ length: dice.whole(1, 12) }, () => aDay(dice));
    const validFromDay = addDays(today, index === 0 ? -400 : dice.whole(-6, 8));
    rotations.push({
      id: `rotation-${index}`,
      cycleDays: days.length,
      days,
      crews: CREWS.slice(0, dice.whole(3, 5)).map((crewId) => ({
        crewId,
        offset: dice.whole(0, days.length - 1),
      })),
      anchorDay: addDays(today, dice.whole(-900, 900)),
      validFromDay,
      daysCounted: 'every-day',
    });
  }
  rotations.push({
    id: 'days',
    cycleDays: 1,
    days: ROTATION_PRESETS['day-workers'].days,
    crews: [{ crewId: 'days', offset: 0 }],
    anchorDay: EPOCH,
    validFromDay: addDays(today, -30),
    daysCounted: 'workdays',
  });
  const unknownFrom = addDays(today, dice.whole(-2, 40));
  const sleep: SleepRules = dice.chance(60)
    ? DEFAULT_SLEEP_RULES
    : {
        night: { startMinute: dice.pick([0, 1260, 1410]), lengthMinutes: dice.whole(5, 9) * 60 },
        afterNight: { delayMinutes: dice.whole(0, 120), lengthMinutes: dice.whole(4, 9) * 60 },
        beforeEarly: { ...DEFAULT_SLEEP_RULES.beforeEarly, lengthMinutes: dice.whole(0, 400) },
        handoverBeforeMinutes: dice.pick([0, 15, 45]),
        handoverAfterMinutes: dice.pick([0, 15, 45]),
      };
  return {
    rotations,
    sleep,
    calendar: { isWorkday: (day) => (day >= unknownFrom ? undefined : weekdayOf(day) <= 5) },
  };
}

function aDay(dice: Dice): CycleDay {
  if (dice.chance(30)) return [];
  const first = aSlot(dice, dice.whole(0, 1600), 480);
  if (dice.chance(80)) return [first];
  const start = first.startMinute + first.durationMinutes + dice.whole(0, 200);
  return [first, aSlot(dice, start, 240)];
}

function aSlot(dice: Dice, startMinute: number, longest: number): ShiftSlot {
  return {
    label: dice.pick(['white', 'night', 'middle']),
    kind: dice.pick(['day', 'evening', 'night', 'study-day']),
    startMinute,
    durationMinutes: dice.whole(30, longest),
  };
}

function aRecipient(dice: Dice, roster: Roster, nowMs: number, index: number): Recipient {
  const today = dayOfInstant(nowMs);
  const memberships: CrewMembership[] = [
    { crewId: dice.pick(CREWS), fromDay: addDays(today, -200) },
  ];
  if (dice.chance(10)) {
    memberships.unshift({
      crewId: dice.pick([...CREWS, null]),
      fromDay: addDays(today, dice.whole(-4, 5)),
    });
  }
  const overrides = dice.chance(25)
    ? Array.from({ length: dice.whole(1, 2) }, (_, number) => anOverride(dice, nowMs, number))
    : [];
  const night = { startMinute: dice.whole(0, 1439), lengthMinutes: dice.whole(240, 720) };
  const afterNight = { delayMinutes: dice.whole(0, 240), lengthMinutes: dice.whole(240, 720) };
  const countsByDay: Record<string, number> = {};
  while (dice.chance(30)) countsByDay[addDays(today, dice.whole(0, 3))] = dice.whole(1, 3);
  return {
    personId: `person-${index}`,
    situation: {
      schedule: {
        roster,
        memberships,
        overrides,
        ...(dice.chance(15)
          ? { sleepPreference: dice.pick([{ night }, { afterNight }, { night, afterNight }]) }
          : {}),
      },
      isBound: dice.chance(90),
      credits: dice.chance(80) ? { notice: dice.whole(0, 3) } : {},
      claims: Array.from({ length: dice.whole(0, 2) }, () => ({
        creditKind: dice.pick(['notice', 'poll']),
        importance: dice.whole(1, 4),
      })),
      countsByDay,
      ...(dice.chance(15)
        ? {
            pendingDigest: {
              atMs: instantOf(today, dice.whole(-200, 4000)),
              hasCredit: dice.chance(50),
            },
          }
        : {}),
      ...(dice.chance(10)
        ? { preferences: dice.pick([{ onDuty: 'at-handover' } as const, { digestMinute: 1200 }]) }
        : {}),
    },
  };
}

function anOverride(dice: Dice, nowMs: number, number: number): Override {
  const fromDay = addDays(dayOfInstant(nowMs), dice.whole(-5, 4));
  const span = { id: `override-${number}`, fromDay, toDay: addDays(fromDay, dice.whole(1, 5)) };
  switch (dice.whole(0, 4)) {
    case 0:
      return { ...span, kind: 'leave', leaveKind: 'annual' };
    case 1:
      return { ...span, kind: 'training', slot: aSlot(dice, 480, 480) };
    case 2:
      return { ...span, kind: 'on-loan', crewId: dice.pick([...CREWS, null]) };
    case 3:
      return { ...span, kind: 'changed-hours', slots: aDay(dice) };
    default:
      return { ...span, kind: 'swap', swapId: 's', withPersonId: 'other', slots: aDay(dice) };
  }
}

function aMessage(dice: Dice, nowMs: number): DeliveryMessage {
  return {
    urgency: dice.pick(['urgent', 'timely', 'timely', 'timely', 'digest', 'digest']),
    importance: dice.whole(1, 4),
    creditKind: 'notice',
    deadlineAtMs: nowMs + dice.pick([-1, 0, 1, 240, 600, 1500, 3000, 5000]) * dice.whole(1, 60_000),
    ...(dice.chance(20) ? { notBeforeAtMs: nowMs + dice.whole(-500, 3000) * 60_000 } : {}),
  };
}
