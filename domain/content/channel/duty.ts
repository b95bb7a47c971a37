import { isReachable } from '../../shift/availability';
import type { PersonSchedule } from '../../shift/person-schedule';
import { timelineOf } from '../../shift/timeline';
import { isAwayOn } from '../../study/away';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../time/local-day';
import { DUTY_RULES, dutyEndsAtMs } from './duty-hours';
import { DESKS, mayCheckInCommittee, type Editor } from './desks';
import { CONTENT_CHANNELS, type ContentChannel } from './item';

/** Who is on duty for the issue of a day of a channel; null: nobody can. */
export interface Duty {
  readonly channel: ContentChannel;
  readonly day: LocalDay;
  readonly memberId: string | null;
}

/** Somebody who writes for channels, with what their shifts and sleep follow from. */
export interface DutyEditor extends Pick<Editor, 'memberId' | 'roles'> {
  readonly schedule: PersonSchedule;
}

/** Whoever writes for the channel, in whatever branch. docs/rules.md#R-295 */
export const takesPart = ({ roles }: Pick<Editor, 'roles'>, channel: ContentChannel): boolean =>
  roles.some((role) => DESKS[channel].writes.includes(role));

/**
 * Whether somebody can be on duty for the issue of a day: not away on it, and within the four hours
 * before it comes out awake and off shift for two hours in one stretch, in office hours too. Civil days
 * and hours of Asia/Shanghai; the stretch may touch either end of the window. docs/rules.md#R-295
 */
export function canBeOnDuty(
  schedule: PersonSchedule,
  channel: ContentChannel,
  day: LocalDay,
): boolean {
  if (isAwayOn(schedule, day)) return false;
  const endAtMs = dutyEndsAtMs(channel, day);
  const startAtMs = endAtMs - DUTY_RULES.windowMinutes * MS_PER_MINUTE;
  let sinceMs: number | null = null;
  for (const piece of timelineOf(schedule, { startAtMs, endAtMs })) {
    sinceMs = isReachable(piece) ? (sinceMs ?? piece.startAtMs) : null;
    const isEnough =
      sinceMs !== null && piece.endAtMs - sinceMs >= DUTY_RULES.leastMinutes * MS_PER_MINUTE;
    if (isEnough) return true;
  }
  return false;
}

/**
 * The duties of the coming two weeks whose issue is not due yet, of every channel that somebody writes for
 * or of which a day is somebody's, by day. Who is on duty
 * stays while they can be; any other day goes to whoever can and has fewest duties among those known, of
 * equals to whose nearest other duty is furthest, then by id. The same for the same, in whatever order.
 * @param known of the last four weeks and later, whatever the channel
 */
export function planDuties(
  editors: readonly DutyEditor[],
  known: readonly Duty[],
  nowMs: number,
): readonly Duty[] {
  const today = dayOfInstant(nowMs);
  const days = Array.from({ length: DUTY_RULES.days }, (_, count) => addDays(today, count));
  const isStaffed = ({ channel }: Slot) => editors.some((editor) => takesPart(editor, channel));
  const isHeld = (slot: Slot) => known.some((duty) => duty.memberId !== null && isSame(slot, duty));
  const slots = days
    .flatMap((day) => CONTENT_CHANNELS.map((channel) => ({ channel, day })))
    .filter((slot) => dutyEndsAtMs(slot.channel, slot.day) > nowMs)
    .filter((slot) => isStaffed(slot) || isHeld(slot));
  const isKept = (duty: Duty) =>
    !slots.some((slot) => isSame(slot, duty)) ||
    editors.some((editor) => editor.memberId === duty.memberId && canTake(editor, duty));
  const kept = known.filter(isKept);
  const planned: Duty[] = [...kept];
  return slots.map((slot) => {
    const standing = kept.find((duty) => isSame(slot, duty));
    if (standing !== undefined) return standing;
    const next = fewestFirst(editors, planned, slot.day).find(({ editor }) =>
      canTake(editor, slot),
    );
    const duty = { ...slot, memberId: next?.editor.memberId ?? null };
    planned.push(duty);
    return duty;
  });
}

type Slot = Pick<Duty, 'channel' | 'day'>;

const isSame = (a: Slot, b: Slot): boolean => a.channel === b.channel && a.day === b.day;

/** Takes part and can be on duty that day. docs/rules.md#R-295 */
export const canTake = (editor: Omit<DutyEditor, 'memberId'>, { channel, day }: Slot): boolean =>
  takesPart(editor, channel) && canBeOnDuty(editor.schedule, channel, day);

/** By how many of these duties each has, then by how far their nearest is from the day, then by id. */
export function fewestFirst<E extends Pick<DutyEditor, 'memberId'>>(
  editors: readonly E[],
  duties: readonly Duty[],
  day: LocalDay,
): readonly { readonly editor: E; readonly count: number }[] {
  return editors
    .map((editor) => {
      const own = duties.filter(({ memberId }) => memberId === editor.memberId);
      const nearest = Math.min(...own.map((duty) => Math.abs(daysBetween(duty.day, day))));
      return { editor, count: own.length, nearest };
    })
    .sort(
      (a, b) =>
        a.count - b.count ||
        (a.nearest === b.nearest ? 0 : b.nearest - a.nearest) ||
        (a.editor.memberId < b.editor.memberId ? -1 : 1),
    );
}

/**
 * Whether somebody may give the duty of a day to `toId`: the committee office anybody's to anybody, who
 * is on duty their own, and who writes for the channel may take it. docs/rules.md#R-296
 */
export const mayGiveDuty = (
  editor: Pick<Editor, 'memberId' | 'roles'>,
  channel: ContentChannel,
  holderId: string | null,
  toId: string,
): boolean =>
  mayCheckInCommittee(editor, { channel }) ||
  editor.memberId === holderId ||
  (editor.memberId === toId && takesPart(editor, channel));
