import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DateTime, Interval } from 'luxon';
import type { DeliveryMessage } from '../../domain/delivery/delivery-rules';
import { DEFAULT_DELIVERY_RULES } from '../../domain/delivery/delivery-rules';
import type { Recipient } from '../../domain/delivery/plan-deliveries';
import { planDeliveries } from '../../domain/delivery/plan-deliveries';
import { nationalCalendar } from '../../domain/shift/national-calendar';
import type { Override } from '../../domain/shift/override';
import type { PersonSchedule, Roster } from '../../domain/shift/person-schedule';
import type { CycleDay, Rotation, ShiftSlot } from '../../domain/shift/rotation';
import type { RotationPresetId } from '../../domain/shift/rotation-presets';
import { ROTATION_PRESETS } from '../../domain/shift/rotation-presets';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import { addDays, instantOf, localDay } from '../../domain/time/local-day';
import type { Figure } from '../bench';
import { expectEqual, msPerCall } from '../measure';

const ZONE = 'Asia/Shanghai';
const VALID_FROM = localDay('2025-01-01');
const PEOPLE = 600;
const MANY = 60_000;

/**
 * A timely notice to a plant of 600 at 09:10 with three days to its deadline: four rotations and day
 * workers, every tenth person with leave or a swap around now, every tenth with an own sleep window.
 */
export async function run(): Promise<Figure[]> {
  const nowMs = instantOf(localDay('2026-03-11'), 9 * 60 + 10);
  const message: DeliveryMessage = {
    urgency: 'timely',
    importance: 3,
    creditKind: 'notice',
    deadlineAtMs: nowMs + 3 * 86_400_000,
  };
  const recipients = peopleOfAPlant(PEOPLE);
  const ours = () => planDeliveries(recipients, message, nowMs, DEFAULT_DELIVERY_RULES);
  const theirs = () => recipients.map((recipient) => luxonInstant(recipient, message, nowMs));

  const planned = new Map<string, number>();
  for (const { atMs, personIds } of ours().groups) {
    for (const personId of personIds) planned.set(personId, atMs);
  }
  const ourInstants = recipients.map(({ personId }) => planned.get(personId));
  expectEqual('planner', ourInstants, theirs());

  const oursMs = msPerCall(ours);
  const theirsMs = msPerCall(theirs, 1000, 2);
  return [
    { name: 'planner.person', value: (oursMs * 1e6) / PEOPLE, unit: 'ns per person' },
    { name: 'planner.speedup', value: theirsMs / oursMs, unit: 'times', against: 'luxon' },
    memoryPerPerson(message, nowMs),
  ];
}

/** What planning for 60,000 people keeps in memory: the answer, which names each of them once. */
function memoryPerPerson(message: DeliveryMessage, nowMs: number): Figure {
  const recipients = peopleOfAPlant(PEOPLE);
  function* many(): Generator<Recipient> {
    for (let round = 0; round < MANY / PEOPLE; round += 1) yield* recipients;
  }
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const result = planDeliveries(many(), message, nowMs, DEFAULT_DELIVERY_RULES);
  collectGarbage();
  const grown = process.memoryUsage().heapUsed - before;
  if (result.overview.total !== MANY) throw new Error('planner: not everybody was planned');
  return { name: 'planner.memory', value: grown / MANY, unit: 'bytes per person' };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function peopleOfAPlant(count: number): readonly Recipient[] {
  const presets: readonly RotationPresetId[] = [
    'five-crews-four-shifts',
    'four-crews-three-shifts',
    'four-crews-two-shifts',
    'dupont',
    'day-workers',
  ];
  const rotations = presets.map(aRotation);
  const roster: Roster = { rotations, calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES };
  const crewIds = rotations.flatMap((rotation) => rotation.crews.map(({ crewId }) => crewId));
  return Array.from({ length: count }, (_, index) => {
    const crewId = crewIds[index % crewIds.length] ?? null;
    const schedule: PersonSchedule = {
      roster,
      memberships: [{ crewId, fromDay: VALID_FROM }],
      overrides: index % 10 === 3 ? [anOverride(index)] : [],
    };
    const ownWindow = { night: { startMinute: 23 * 60, lengthMinutes: 7 * 60 } };
    return {
      personId: `person-${index}`,
      situation: {
        schedule: index % 10 === 7 ? { ...schedule, sleepPreference: ownWindow } : schedule,
        isBound: true,
        credits: { notice: index % 4 },
        claims: [],
        countsByDay: {},
      },
    };
  });
}

function aRotation(id: RotationPresetId): Rotation {
  const { days, crewCount, crewStep, daysCounted } = ROTATION_PRESETS[id];
  const crews = Array.from({ length: Math.max(1, crewCount) }, (_, index) => ({
    crewId: `${id}-${index}`,
    offset: (index * crewStep) % days.length,
  }));
  const validFromDay = VALID_FROM;
  return {
    id,
    cycleDays: days.length,
    days,
    crews,
    anchorDay: VALID_FROM,
    validFromDay,
    daysCounted,
  };
}

function anOverride(index: number): Override {
  const fromDay = addDays(localDay('2026-03-10'), index % 3);
  const span = { id: `override-${index}`, fromDay, toDay: addDays(fromDay, 1) };
  if (index % 4 < 2) return { ...span, kind: 'leave', leaveKind: 'annual' };
  const slot: ShiftSlot = { label: 'early', kind: 'day', startMinute: 480, durationMinutes: 360 };
  return { ...span, kind: 'swap', swapId: 'swap', withPersonId: 'other', slots: [slot] };
}

/** The same planning as one writes it with a calendar library: days, intervals and their difference. */
function luxonInstant({ situation }: Recipient, message: DeliveryMessage, nowMs: number): number {
  const now = DateTime.fromMillis(nowMs, { zone: ZONE });
  const deadline = DateTime.fromMillis(message.deadlineAtMs, { zone: ZONE });
  const rules = situation.schedule.roster.sleep;
  const night = situation.schedule.sleepPreference?.night ?? rules.night;
  const busy: Interval[] = [];
  const shifts: { start: DateTime; end: DateTime; slot: ShiftSlot }[] = [];
  const lastDay = deadline.startOf('day').plus({ days: 1 });
  for (
    let day = now.startOf('day').minus({ days: 3 });
    day <= lastDay;
    day = day.plus({ days: 1 })
  ) {
    const asleep = day.plus({ minutes: night.startMinute });
    busy.push(Interval.after(asleep, { minutes: night.lengthMinutes }));
    const { slots, isOffice } = luxonDay(situation.schedule, day);
    for (const slot of slots) {
      if (slot.kind === 'rest' || isOffice) continue;
      const start = day.plus({ minutes: slot.startMinute });
      const end = start.plus({ minutes: slot.durationMinutes });
      shifts.push({ start, end, slot });
      busy.push(
        Interval.fromDateTimes(
          start.minus({ minutes: rules.handoverBeforeMinutes }),
          end.plus({ minutes: rules.handoverAfterMinutes }),
        ),
      );
    }
  }
  const wakeUps: DateTime[] = [];
  for (const { end, slot } of shifts) {
    const intoNight = (end.hour * 60 + end.minute - night.startMinute + 1440) % 1440;
    if (slot.kind !== 'night' && !(intoNight > 0 && intoNight <= night.lengthMinutes)) continue;
    const awake = end.plus({
      minutes: rules.afterNight.delayMinutes + rules.afterNight.lengthMinutes,
    });
    wakeUps.push(awake);
    busy.push(Interval.fromDateTimes(end, awake));
  }
  for (const { start } of shifts) {
    if (start.hour * 60 + start.minute >= rules.beforeEarly.startsBeforeMinute) continue;
    const restedFrom = start.minus({ minutes: rules.beforeEarly.restedWithinMinutes });
    if (wakeUps.some((awake) => awake > restedFrom && awake <= start)) continue;
    const ready = start.minus({ minutes: rules.beforeEarly.readyMinutes });
    busy.push(Interval.before(ready, { minutes: rules.beforeEarly.lengthMinutes }));
  }
  const free = Interval.fromDateTimes(now, deadline).difference(...Interval.merge(busy));
  return free[0]?.start?.toMillis() ?? NaN;
}

interface LuxonDay {
  readonly slots: CycleDay;
  /** Open for messages: what day workers do keeps nothing waiting. */
  readonly isOffice: boolean;
}

const NOTHING: LuxonDay = { slots: [], isOffice: false };

function luxonDay({ memberships, overrides, roster }: PersonSchedule, day: DateTime): LuxonDay {
  const text = day.toISODate() ?? '';
  const change = overrides.find((override) => override.fromDay <= text && text < override.toDay);
  if (change?.kind === 'leave') return NOTHING;
  if (change?.kind === 'swap') return { slots: change.slots, isOffice: false };
  const crewId = memberships[0]?.crewId;
  for (const rotation of roster.rotations) {
    const crew = rotation.crews.find((candidate) => candidate.crewId === crewId);
    if (crew === undefined) continue;
    const isOffice = rotation.daysCounted === 'workdays';
    if (isOffice && roster.calendar.isWorkday(localDay(text)) !== true) return NOTHING;
    const anchor = DateTime.fromISO(rotation.anchorDay, { zone: ZONE });
    const position = Math.round(day.diff(anchor, 'days').days) + crew.offset;
    const { cycleDays } = rotation;
    const slots = rotation.days[((position % cycleDays) + cycleDays) % cycleDays] ?? [];
    return { slots, isOffice };
  }
  return NOTHING;
}
