import { dayOfInstant, minuteOfInstant, type LocalDay } from '../../domain/time/local-day';
import type { CycleDay } from '../../domain/shift/rotation';
import { dateText } from '../_kit/when.text';

/** What one person works on a day of a swap. */
export interface Taken {
  readonly day: LocalDay;
  readonly slots: CycleDay;
}

const MOST_DAYS = 3;

/** Words of the messages about swaps, to the one who did not act. */
export const swapNoticeText = {
  proposed: (name: string) => `${name}想和你换班`,
  proposedBody: (taken: readonly Taken[], reason: string | null) =>
    `${takenText(taken)}。${reason === null ? '' : `“${reason}”。`}打开看看，同意还是不换。`,
  agreed: (name: string) => `${name}同意换班`,
  agreedBody: (taken: readonly Taken[]) => `${takenText(taken)}。倒班表已经改好。`,
  declined: (name: string) => `${name}这次不换`,
  withdrawn: (name: string) => `${name}撤回了换班`,
  refused: (name: string) => `${name}没有同意这次换班`,
  asBefore: (days: readonly LocalDay[]) => `${daysText(days)}按原来的班上。`,
  lapsed: (proposer: string, partner: string) => `${proposer}和${partner}没有换成班`,
  lapsedBody: (limitAtMs: number, days: readonly LocalDay[]) =>
    `到${dateText(dayOfInstant(limitAtMs))} ${clockText(minuteOfInstant(limitAtMs))}还没有答复。${daysText(days)}两个人都按原来的班上。`,
  ended: (proposer: string, partner: string) => `${proposer}和${partner}的换班取消了`,
  endedByShifts: (days: readonly LocalDay[]) =>
    `${daysText(days)}的班表变了，换好的班已经没有了，两个人都按新的班表上。还要换，重新提一次。`,
  endedByLeaving: (days: readonly LocalDay[]) =>
    `有一个人离开了支部，${daysText(days)}按自己原来的班上。`,
  endedForOfficer: '看看那几天的班有没有空着。',
  onLeave: (name: string) => `${name}请假了`,
  onLeaveBody: (name: string, days: readonly LocalDay[]) =>
    `${daysText(days)}你们换过班：你照换好的班上，${name}那个班由班组另外安排。`,
} as const;

function takenText(taken: readonly Taken[]): string {
  const lines = taken
    .slice(0, MOST_DAYS)
    .map(({ day, slots }) => `${dateText(day)}你${hoursText(slots)}`);
  return taken.length > MOST_DAYS
    ? `${lines.join('，')}，一共 ${taken.length} 天`
    : lines.join('，');
}

function hoursText(slots: CycleDay): string {
  const worked = slots.filter(({ durationMinutes }) => durationMinutes > 0);
  if (worked.length === 0) return '休息';
  const hours = worked.map(
    ({ startMinute, durationMinutes }) =>
      `${clockText(startMinute)}–${clockText(startMinute + durationMinutes)}`,
  );
  return `上 ${hours.join('、')}`;
}

function daysText(days: readonly LocalDay[]): string {
  const shown = days.slice(0, MOST_DAYS).map(dateText).join('、');
  return days.length > MOST_DAYS ? `${shown}等 ${days.length} 天` : shown;
}

function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}
