/**
 * Civil time of Asia/Shanghai: UTC+08:00 all year since 1992, so an instant and a day differ by a
 * constant and the zone of the process never matters. Years 1000 to 9999, proleptic Gregorian.
 */

declare const localDayBrand: unique symbol;

/** A civil day 'YYYY-MM-DD'. Compares with `<` in calendar order. */
export type LocalDay = string & { readonly [localDayBrand]: true };

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;
export const MINUTES_PER_DAY = 1440;

const SHANGHAI_OFFSET_MS = 8 * MS_PER_HOUR;
const DAY_SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Texts of days used lately, by day number modulo the size: rosters name the same days again and again. */
const RECENT_DAYS = 4096;
const recentNumbers = new Int32Array(RECENT_DAYS).fill(-2_147_483_648);
const recentTexts = new Array<LocalDay>(RECENT_DAYS);

/** The day written in `text`, or undefined when it is not exactly 'YYYY-MM-DD' or no such day exists. */
export function parseLocalDay(text: string): LocalDay | undefined {
  if (!DAY_SHAPE.test(text)) return undefined;
  const day = text as LocalDay;
  return dayOfNumber(dayNumberOf(day)) === text ? day : undefined;
}

/** As parseLocalDay, for constants in code and stored days that were checked when written; throws otherwise. */
export function localDay(text: string): LocalDay {
  const day = parseLocalDay(text);
  if (day === undefined) throw new Error(`not a civil day: ${text}`);
  return day;
}

/** Days since 1970-01-01; the form for arithmetic in loops, where strings would cost. */
export function dayNumberOf(day: LocalDay): number {
  const year =
    digitAt(day, 0) * 1000 + digitAt(day, 1) * 100 + digitAt(day, 2) * 10 + digitAt(day, 3);
  const month = digitAt(day, 5) * 10 + digitAt(day, 6);
  return Date.UTC(year, month - 1, digitAt(day, 8) * 10 + digitAt(day, 9)) / MS_PER_DAY;
}

/** Inverse of dayNumberOf. */
export function dayOfNumber(dayNumber: number): LocalDay {
  const place = dayNumber & (RECENT_DAYS - 1);
  const recent = recentTexts[place];
  if (recent !== undefined && recentNumbers[place] === dayNumber) return recent;
  const day = new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as LocalDay;
  recentNumbers[place] = dayNumber;
  recentTexts[place] = day;
  return day;
}

/** The day `count` days later; negative counts go back. */
export function addDays(day: LocalDay, count: number): LocalDay {
  return dayOfNumber(dayNumberOf(day) + count);
}

/** Days from `fromDay` to `toDay`: 1 from one day to the next, negative when `toDay` is earlier. */
export function daysBetween(fromDay: LocalDay, toDay: LocalDay): number {
  return dayNumberOf(toDay) - dayNumberOf(fromDay);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: LocalDay): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1970-01-01 was a Thursday.
  return (modulo(dayNumberOf(day) + 3, 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** 'YYYY-MM' of a day. */
export function monthOf(day: LocalDay): string {
  return day.slice(0, 7);
}

/** 28 to 31: how many days the month of `day` has. */
export function daysInMonth(day: LocalDay): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

/** The month before or after 'YYYY-MM'. */
export function monthBeside(month: string, step: -1 | 1): string {
  const first = localDay(`${month}-01`);
  return monthOf(step < 0 ? addDays(first, -1) : addDays(first, daysInMonth(first)));
}

/** The civil day in Shanghai at an instant; midnight belongs to the day it begins. */
export function dayOfInstant(atMs: number): LocalDay {
  return dayOfNumber(dayNumberOfInstant(atMs));
}

/** As dayOfInstant, as a day number. */
export function dayNumberOfInstant(atMs: number): number {
  return Math.floor((atMs + SHANGHAI_OFFSET_MS) / MS_PER_DAY);
}

/** Whole minutes since 00:00 in Shanghai at an instant, 0 to 1439. */
export function minuteOfInstant(atMs: number): number {
  return Math.floor(modulo(atMs + SHANGHAI_OFFSET_MS, MS_PER_DAY) / MS_PER_MINUTE);
}

/** The instant of a minute of a day in Shanghai; minutes below 0 or past 1439 reach other days. */
export function instantOf(day: LocalDay, minute: number): number {
  return instantOfNumber(dayNumberOf(day), minute);
}

/** As instantOf, for a day number. */
export function instantOfNumber(dayNumber: number, minute: number): number {
  return dayNumber * MS_PER_DAY + minute * MS_PER_MINUTE - SHANGHAI_OFFSET_MS;
}

/** The remainder in [0, divisor), also for negative values. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}
