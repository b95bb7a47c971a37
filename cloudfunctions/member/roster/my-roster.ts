import type { rosterActions } from '../../../contract/roster/roster';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { rosterDaysOf } from '../../../domain/shift/roster-day';
import type { ShiftSlot } from '../../../domain/shift/rotation';
import { timelineOf } from '../../../domain/shift/timeline';
import { intersects, merge, type Interval } from '../../../domain/time/interval';
import {
  addDays,
  dayOfInstant,
  daysInMonth,
  instantOf,
  localDay,
  type LocalDay,
} from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import { quietAt } from '../../_store/roster/quiet-at';
import { swaps } from '../../_store/roster/swaps';
import { toCalendarDay, toChange, toSlots, toSwap } from './to-roster-shapes';

/** Read anew, not from memory: the page comes here right after something was changed. */
export const myRoster: Handler<typeof rosterActions.myRoster> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const firstDay = localDay(`${input.month}-01`);
  const since = firstDay < today ? firstDay : today;
  const { memberId } = ctx.caller;
  const [member, mySwaps, organisation] = await Promise.all([
    members.byId(memberId),
    swaps.ofMember(memberId, since),
    readOrganisation(),
  ]);
  if (member === null) return ctx.fail('not-found');
  const schedule = organisation.scheduleOf(member);
  const rotationId = rotationIdOn(schedule, today);
  return ctx.answer({
    nowMs,
    crewName: organisation.placeOf(member, today).crewName,
    rotationName: rotationId === undefined ? null : organisation.rotationName(rotationId),
    days: rosterDaysOf(schedule, firstDay, addDays(firstDay, daysInMonth(firstDay))).map(
      toCalendarDay,
    ),
    legend: toSlots(legendOf(schedule, rotationId)),
    quiet: quietAt(schedule, nowMs),
    sleepToday: sleepOn(schedule, today),
    changes: member.overrides
      .filter(({ toDay }) => toDay > since)
      .map((override) => toChange(override, organisation, mySwaps)),
    swaps: mySwaps.map(toSwap),
  });
};

/** The pattern of the person's own crew, whatever they do on that day instead. */
function rotationIdOn(schedule: PersonSchedule, day: LocalDay): string | undefined {
  const [own] = rosterDaysOf({ ...schedule, overrides: [] }, day, addDays(day, 1));
  return own !== undefined && 'rotationId' in own.source ? own.source.rotationId : undefined;
}

/** Each shift of the pattern once, in the order of the cycle. */
function legendOf({ roster }: PersonSchedule, rotationId: string | undefined): ShiftSlot[] {
  const days = roster.rotations.find(({ id }) => id === rotationId)?.days ?? [];
  const byLabel = new Map(days.flat().map((slot) => [slot.label, slot]));
  return [...byLabel.values()];
}

/** Stretches of sleep that touch the day, whole: one may begin the evening before. */
function sleepOn(schedule: PersonSchedule, day: LocalDay): Interval[] {
  const around = {
    startAtMs: instantOf(addDays(day, -1), 0),
    endAtMs: instantOf(addDays(day, 2), 0),
  };
  const asleep = timelineOf(schedule, around)
    .filter(({ state }) => state === 'asleep' || state === 'resting-after-night')
    .map(({ startAtMs, endAtMs }) => ({ startAtMs, endAtMs }));
  const whole = { startAtMs: instantOf(day, 0), endAtMs: instantOf(addDays(day, 1), 0) };
  return merge(asleep).filter((stretch) => intersects(stretch, whole));
}
