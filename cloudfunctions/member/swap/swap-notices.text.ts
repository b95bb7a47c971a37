import type { LocalDay } from '../../../domain/time/local-day';
import type { CycleDay } from '../../../domain/shift/rotation';

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
    `${takenText(taken)}。${reason === null ? '' : `“${reason}”`}打开看看，同意还是不换。`,
  agreed: (name: string) => `${name}同意换班`,
  agreedBody: (taken: readonly Taken[]) => `${takenText(taken)}。倒班表已经改好。`,
  declined: (name: string) => `${name}这次不换`,
  withdrawn: (name: string) => `${name}撤回了换班`,
  refused: (name: string) => `${name}没有同意这次换班`,
  asBefore: (days: readonly LocalDay[]) => `${daysText(days)}按原来的班上。`,
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

function dateText(day: LocalDay): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month ?? 0}月${date ?? 0}日`;
}

function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}
