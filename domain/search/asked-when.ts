import { parseLocalDay, type LocalDay } from '../time/local-day';

/** A day, a month or a year as it was typed; null: any. Without a year it is that day of every year. */
export interface AskedWhen {
  readonly year: number | null;
  readonly month: number | null;
  readonly date: number | null;
}

/** How people write days, as data: contract/search.text.ts has ours. docs/rules.md#R-261 */
export interface DayWriting {
  /** Of a whole text, each with groups for year, month and date in this order; a separator may stand among them. */
  readonly shapes: readonly RegExp[];
  /** The characters of 1 to 9, and of 10. */
  readonly ones: string;
  readonly ten: string;
}

const SEPARATOR = /^[-/.]$/u;
/** Has every day that any year has. */
const LEAP_YEAR = 2024;

/**
 * The day, month or year that a text in the form of `searchForm` is, whole; undefined where it is none,
 * or no such day exists. Civil days, no zone. docs/rules.md#R-261
 */
export function askedWhen(form: string, writing: DayWriting): AskedWhen | undefined {
  for (const shape of writing.shapes) {
    const found = shape.exec(form);
    if (found === null) continue;
    const [year = null, month = null, date = null] = found
      .slice(1)
      .filter((part) => !SEPARATOR.test(part))
      .map((part) => numberOf(part, writing));
    const when = { year: year !== null && year < 100 ? 2000 + year : year, month, date };
    if (exists(when)) return when;
  }
  return undefined;
}

/** Whether a day is of what was asked. */
export function isOf({ year, month, date }: AskedWhen, day: LocalDay): boolean {
  return (
    (year === null || year === Number(day.slice(0, 4))) &&
    (month === null || month === Number(day.slice(5, 7))) &&
    (date === null || date === Number(day.slice(8)))
  );
}

function exists({ year, month, date }: AskedWhen): boolean {
  const twoDigits = (value: number | null) => String(value ?? 1).padStart(2, '0');
  const day = `${year ?? LEAP_YEAR}-${twoDigits(month)}-${twoDigits(date)}`;
  return parseLocalDay(day) !== undefined;
}

/** Null: nothing was written. */
function numberOf(text: string | undefined, { ones, ten }: DayWriting): number | null {
  if (text === undefined || text === '') return null;
  if (/^\d+$/u.test(text)) return Number(text);
  const oneOf = (character: string) => (character === '' ? 0 : ones.indexOf(character) + 1);
  const [tens = '', rest] = text.split(ten);
  if (rest === undefined) return text.length === 1 ? oneOf(text) : 0;
  return (tens === '' ? 1 : oneOf(tens)) * 10 + oneOf(rest);
}
