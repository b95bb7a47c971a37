import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { ShiftSlot } from '../../../domain/shift/rotation';
import type { DeliveryMessage, DeliveryRules } from '../../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../../domain/delivery/delivery-situation';
import type { DeliveryPlan, DeliveryReason } from '../../../domain/delivery/plan-delivery';

/*
 * The planner said again in the plainest way: colour in every minute of the person's days, then look
 * at one minute after another. It shares types with the real one and not a line of its working.
 */

const MINUTE = 60_000;
const DAY = 1440;
const SHANGHAI_MINUTES = 480;

interface Cell {
  readonly state: 'free' | 'office' | 'resting' | 'handover' | 'shift' | 'asleep';
  readonly cause: string;
  readonly label?: string;
  readonly shiftStart?: number;
}

interface PlainShift {
  readonly slot: ShiftSlot;
  readonly isOffice: boolean;
  readonly start: number;
  readonly end: number;
}

/** Minutes since 1970-01-01 00:00 in Shanghai. */
const minuteAt = (atMs: number) => Math.floor(atMs / MINUTE) + SHANGHAI_MINUTES;
const msOf = (minute: number) => (minute - SHANGHAI_MINUTES) * MINUTE;
const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dayNumber = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

interface PlainDay {
  readonly slots: readonly ShiftSlot[];
  readonly isWorkday?: boolean;
}

function dayOf(schedule: PersonSchedule, day: number): PlainDay {
  const text = dayText(day);
  const covering = schedule.overrides.filter((o) => o.fromDay <= text && text < o.toDay);
  const change = covering.filter((o) => o.kind !== 'on-loan').pop();
  if (change?.kind === 'leave') return { slots: [] };
  if (change?.kind === 'training') return { slots: [change.slot] };
  if (change?.kind === 'swap' || change?.kind === 'changed-hours') return { slots: change.slots };
  const loan = covering.filter((o) => o.kind === 'on-loan').pop();
  let crewId: string | null = null;
  if (loan?.kind === 'on-loan') {
    crewId = loan.crewId;
  } else {
    const sorted = [...schedule.memberships].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    for (const membership of sorted) if (membership.fromDay <= text) crewId = membership.crewId;
  }
  const rotation = [...schedule.roster.rotations]
    .filter((r) => r.validFromDay <= text && r.crews.some((crew) => crew.crewId === crewId))
    .sort((a, b) =>
      a.validFromDay < b.validFromDay ? -1 : a.validFromDay > b.validFromDay ? 1 : 0,
    )
    .pop();
  if (rotation === undefined) return { slots: [] };
  const isWorkday = rotation.daysCounted === 'workdays';
  if (isWorkday && schedule.roster.calendar.isWorkday(text as never) !== true) return { slots: [] };
  let position = rotation.crews.find((crew) => crew.crewId === crewId)!.offset;
  position += day - dayNumber(rotation.anchorDay);
  while (position < 0) position += rotation.cycleDays * 1000;
  return { slots: rotation.days[position % rotation.cycleDays]!, isWorkday };
}

/** The cells of every minute from `from` (a midnight) to `to`. */
function colour(schedule: PersonSchedule, from: number, to: number): Cell[] {
  const rules = schedule.roster.sleep;
  const night = schedule.sleepPreference?.night ?? rules.night;
  const nightCause = schedule.sleepPreference?.night === undefined ? 'night' : 'own-window';
  const after = schedule.sleepPreference?.afterNight ?? rules.afterNight;
  const early = rules.beforeEarly;

  const work: PlainShift[] = [];
  for (let day = from / DAY - 8; day <= to / DAY + 3; day += 1) {
    const { slots, isWorkday = false } = dayOf(schedule, day);
    for (const slot of slots) {
      if (slot.kind === 'rest') continue;
      const start = day * DAY + slot.startMinute;
      const isOffice = isWorkday && slot.kind === 'day';
      work.push({ slot, isOffice, start, end: start + slot.durationMinutes });
    }
  }
  const shifts = work.filter((shift) => !shift.isOffice);
  // The earlier of two that overlap is painted last and so is the one seen.
  shifts.sort((a, b) => b.start - a.start);

  const cells: Cell[] = Array<Cell>(to - from).fill({ state: 'free', cause: 'free' });
  const paint = (start: number, end: number, cell: Cell) => {
    cells.fill(cell, Math.max(start - from, 0), Math.max(end - from, 0));
  };
  const isLate = ({ slot, end }: PlainShift) => {
    if (slot.kind === 'night') return true;
    for (let day = Math.floor(end / DAY) - 1; day <= Math.floor(end / DAY); day += 1) {
      const asleep = day * DAY + night.startMinute;
      if (end > asleep && end <= asleep + night.lengthMinutes) return true;
    }
    return false;
  };
  const late = shifts.filter(isLate).sort((a, b) => b.end - a.end);
  const wakeUps = late.map((shift) => shift.end + after.delayMinutes + after.lengthMinutes);

  for (const { isOffice, start, end } of work) {
    if (isOffice) paint(start, end, { state: 'office', cause: 'office' });
  }
  for (let day = from / DAY - 1; day <= to / DAY; day += 1) {
    const start = day * DAY + night.startMinute;
    paint(start, start + night.lengthMinutes, { state: 'asleep', cause: nightCause });
  }
  for (const { slot, start } of shifts) {
    if (start % DAY >= early.startsBeforeMinute) continue;
    if (wakeUps.some((at) => at <= start && at > start - early.restedWithinMinutes)) continue;
    const end = start - early.readyMinutes;
    paint(end - early.lengthMinutes, end, {
      state: 'asleep',
      cause: 'before-early',
      label: slot.label,
    });
  }
  for (const { slot, end } of late) {
    const asleep = end + after.delayMinutes;
    const cell = { cause: 'after-night', label: slot.label };
    paint(asleep, asleep + after.lengthMinutes, { state: 'asleep', ...cell });
  }
  for (const { slot, end } of late) {
    const cell: Cell = { state: 'resting', cause: 'after-night', label: slot.label };
    paint(end, end + after.delayMinutes, cell);
  }
  const handovers = shifts.flatMap(({ slot, start, end }) => [
    { slot, start: start - rules.handoverBeforeMinutes, end: start },
    { slot, start: end, end: end + rules.handoverAfterMinutes },
  ]);
  handovers.sort((a, b) => b.start - a.start);
  for (const { slot, start, end } of handovers) {
    paint(start, end, { state: 'handover', cause: 'handover', label: slot.label });
  }
  for (const { slot, start, end } of shifts) {
    paint(start, end, { state: 'shift', cause: 'shift', label: slot.label, shiftStart: start });
  }
  return cells;
}

const BADNESS = ['daily-limit', 'resting', 'handover', 'shift', 'asleep'] as const;

/** What planDelivery must answer, found minute by minute. */
export function referencePlan(
  situation: DeliverySituation,
  message: DeliveryMessage,
  nowMs: number,
  rules: DeliveryRules,
): DeliveryPlan {
  if (message.deadlineAtMs <= nowMs) return { kind: 'not-sent', reason: 'deadline-past' };
  const startAtMs =
    message.notBeforeAtMs === undefined ? nowMs : Math.max(nowMs, message.notBeforeAtMs);
  if (message.deadlineAtMs <= startAtMs) return { kind: 'not-sent', reason: 'starts-too-late' };
  const claimed = situation.claims.filter(
    (claim) => claim.creditKind === message.creditKind && !(claim.importance < message.importance),
  ).length;
  const kept = message.importance < rules.reservedBelowImportance ? rules.reservedCredits : 0;
  const hasCredit = (situation.credits[message.creditKind] ?? 0) - claimed - kept >= 1;
  const deliver = (
    atMs: number,
    reason: DeliveryReason,
    quiet?: 'asleep' | 'daily-limit',
    joinsCredit = false,
  ): DeliveryPlan => {
    const cause =
      quiet ?? (!situation.isBound ? 'not-bound' : hasCredit || joinsCredit ? null : 'no-credit');
    return cause === null
      ? { kind: 'deliver', atMs, reason }
      : { kind: 'deliver', atMs, reason, inboxOnlyBecause: cause };
  };
  if (message.urgency === 'urgent') return deliver(startAtMs, { code: 'urgent' });

  const from = Math.floor(minuteAt(startAtMs) / DAY) * DAY;
  const cells = colour(situation.schedule, from, minuteAt(message.deadlineAtMs) + 1);
  const cellAt = (minute: number) => cells[minute - from]!;
  const policy = situation.preferences?.onDuty ?? rules.onDuty;
  const isOpen = (minute: number) => {
    const cell = cellAt(minute);
    if (cell.state === 'free' || cell.state === 'office') return true;
    if (cell.state === 'handover') return policy === 'at-handover';
    if (cell.state !== 'shift' || policy !== 'in-breaks') return false;
    const into = minute - cell.shiftStart!;
    return rules.breaks.some(
      (pause) => into >= pause.afterMinutes && into < pause.afterMinutes + pause.lengthMinutes,
    );
  };
  const isFull = (minute: number) =>
    (situation.countsByDay[dayText(Math.floor(minute / DAY))] ?? 0) >= rules.mostPerDay;

  const firstFrom = (fromMs: number) => {
    let blocked: 'daily-limit' | Cell | undefined;
    for (let minute = minuteAt(fromMs); ; minute += 1) {
      const atMs = Math.max(msOf(minute), fromMs);
      if (atMs >= message.deadlineAtMs) return undefined;
      if (isOpen(minute) && !isFull(minute)) return { atMs, cell: cellAt(minute), blocked };
      if (isOpen(minute)) blocked = 'daily-limit';
      else if (blocked !== 'daily-limit') blocked = cellAt(minute);
    }
  };

  if (message.urgency === 'digest') {
    const waiting = situation.pendingDigest;
    if (waiting !== undefined) {
      const { atMs } = waiting;
      if (atMs >= startAtMs && atMs < message.deadlineAtMs && isOpen(minuteAt(atMs))) {
        return deliver(atMs, { code: 'digest' }, undefined, waiting.hasCredit);
      }
    }
    let digest = from + (situation.preferences?.digestMinute ?? rules.digestMinute);
    if (msOf(digest) < startAtMs) digest += DAY;
    const found = firstFrom(msOf(digest));
    if (found !== undefined) return deliver(found.atMs, { code: 'digest' });
  }

  const found = firstFrom(startAtMs);
  if (found !== undefined) {
    return deliver(found.atMs, reasonFor(found, startAtMs, nowMs));
  }
  let least: { atMs: number; badness: number } | undefined;
  for (let minute = minuteAt(startAtMs); ; minute += 1) {
    const atMs = Math.max(msOf(minute), startAtMs);
    if (atMs >= message.deadlineAtMs) break;
    const name = isOpen(minute) ? 'daily-limit' : (cellAt(minute).state as 'shift');
    const badness = BADNESS.indexOf(name);
    if (least === undefined || badness < least.badness) least = { atMs, badness };
  }
  const state = BADNESS[least!.badness]!;
  const quiet = state === 'asleep' || state === 'daily-limit' ? state : undefined;
  return {
    ...(deliver(least!.atMs, { code: 'least-bad', state }, quiet) as { kind: 'deliver' } & object),
    leastBad: true,
  } as DeliveryPlan;
}

function reasonFor(
  found: { atMs: number; cell: Cell; blocked: 'daily-limit' | Cell | undefined },
  startAtMs: number,
  nowMs: number,
): DeliveryReason {
  const { atMs, cell, blocked } = found;
  if (cell.state === 'handover') return { code: 'at-handover', label: cell.label! };
  if (cell.state === 'shift') return { code: 'in-break', label: cell.label! };
  if (atMs === startAtMs && startAtMs > nowMs) return { code: 'scheduled' };
  if (atMs === startAtMs) return { code: cell.state === 'office' ? 'office-hours' : 'free-now' };
  if (blocked === 'daily-limit') return { code: 'daily-limit' };
  if (blocked!.state === 'asleep') {
    const because = blocked!.cause as 'night';
    return blocked!.label === undefined
      ? { code: 'after-sleep', because }
      : { code: 'after-sleep', because, label: blocked!.label };
  }
  const code = blocked!.state === 'resting' ? 'after-rest' : 'after-shift';
  return { code, label: blocked!.label! };
}

/** What the person is doing in the minute of an instant. */
export function referenceStateAt(schedule: PersonSchedule, atMs: number): Cell['state'] {
  const minute = minuteAt(atMs);
  const from = Math.floor(minute / DAY) * DAY;
  return colour(schedule, from, minute + 1)[minute - from]!.state;
}
