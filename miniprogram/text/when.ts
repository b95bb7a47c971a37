import {
  dayOfInstant,
  daysBetween,
  minuteOfInstant,
  modulo,
  MS_PER_MINUTE,
  weekdayOf,
  type LocalDay,
} from '../../domain/time/local-day';

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** '9:30', '14:00': the time of day in Shanghai; minutes past 1440 start again. */
export function clockOf(atMs: number): string {
  return clockOfMinute(minuteOfInstant(atMs));
}

export function clockOfMinute(minute: number): string {
  const inDay = modulo(minute, 1440);
  return `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`;
}

/** '08:30', as a time picker takes it. */
export function pickerClock(minute: number): string {
  return clockOfMinute(minute).padStart(5, '0');
}

/** '14:30' as minutes of the day, as a time picker gives it. */
export function minuteOfClock(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** '今天', '明天', '昨天', otherwise '周六 3月14日'; with the year when it is another one. */
export function dayText(day: LocalDay, today: LocalDay): string {
  const away = daysBetween(today, day);
  if (away === 0) return '今天';
  if (away === 1) return '明天';
  if (away === -1) return '昨天';
  return fullDayText(day, today);
}

/** '周四 3月12日'. */
export function fullDayText(day: LocalDay, today: LocalDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? '';
  const prefix = year === today.slice(0, 4) ? '' : `${year}年`;
  return `周${weekday} ${prefix}${Number(month)}月${Number(date)}日`;
}

/** '40 分钟', '2 小时', '1 个半小时', '1 小时 20 分钟'. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  if (rest === 0) return `${hours} 小时`;
  return rest === 30 ? `${hours} 个半小时` : `${hours} 小时 ${rest} 分钟`;
}

/** '9:30'; with its day when that is not today: '明天 8:35'. */
export function nearText(atMs: number, nowMs: number): string {
  return dayOfInstant(atMs) === dayOfInstant(nowMs) ? clockOf(atMs) : momentText(atMs, nowMs);
}

/** '今天 14:00'. */
export function momentText(atMs: number, nowMs: number): string {
  return `${dayText(dayOfInstant(atMs), dayOfInstant(nowMs))} ${clockOf(atMs)}`;
}

/** '今天 14:00 前'; what ends with a day, kept as its last minute or as the midnight after it, at its 24:00. */
export function limitText(atMs: number, nowMs: number): string {
  const isEndOfDay = minuteOfInstant(atMs + MS_PER_MINUTE) <= 1;
  const moment = isEndOfDay
    ? `${dayText(dayOfInstant(atMs - MS_PER_MINUTE), dayOfInstant(nowMs))} 24:00`
    : momentText(atMs, nowMs);
  return `${moment} 前`;
}

/** '到明天 2:00', '到 2:00': no space between Chinese words, one before digits and Latin. */
export function after(words: string, next: string): string {
  return /^[0-9A-Za-z]/u.test(next) ? `${words} ${next}` : `${words}${next}`;
}

/** '今天 14:00–14:40'. */
export function spanText(startAtMs: number, endAtMs: number, nowMs: number): string {
  return `${momentText(startAtMs, nowMs)}–${clockOf(endAtMs)}`;
}

/** '3月', with the year when it is another one. */
export function monthText(month: string, today: LocalDay): string {
  const [year = '', number = ''] = month.split('-');
  const prefix = year === today.slice(0, 4) ? '' : `${year}年`;
  return `${prefix}${Number(number)}月`;
}

/** Where a month has nothing to show. */
export const EARLIER_MONTH_TEXT = '看上个月';

/** '2026年3月11日', for records that are read long after. */
export function dateText(day: LocalDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
