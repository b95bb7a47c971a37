import { addDays, dayOfInstant, instantOf, MS_PER_DAY, type LocalDay } from '../../time/local-day';

/** What WeChat's viewer opens, by the ending of the name. docs/rules.md#R-242 */
export const FILE_TYPES = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'pptx', 'ppt'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** docs/rules.md#R-242, docs/rules.md#R-245 */
export const LIBRARY_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** Of a branch, that are read or wait to be checked. */
  documents: 300,
  /** Of one document. */
  versions: 30,
  /** Taken down, that are still listed. */
  takenDown: 100,
} as const;

/** A document stands among those that end soon from so many days before its last. docs/rules.md#R-244 */
export const ENDING_DAYS = 30;
/** So long a must-read without a last day is asked. docs/rules.md#R-243 */
const ASKED_DAYS = 365;
/** How far ahead the last day of a document may be. docs/rules.md#R-244 */
export const MOST_VALID_DAYS = 3 * 366;

/** The type that a file's name says; undefined when the viewer opens none of that kind. */
export function fileTypeOf(fileName: string): FileType | undefined {
  const ending = /\.([A-Za-z]{3,4})$/u.exec(fileName)?.[1]?.toLowerCase();
  return FILE_TYPES.find((type) => type === ending);
}

/** How far a document is from its last day. `over`: the day has passed, and only officers see it. */
export type Validity = 'valid' | 'ending' | 'over';

/**
 * By civil days in Shanghai: valid until the end of `validUntilDay`, null without an end; ending from
 * ENDING_DAYS before it on. docs/rules.md#R-244
 */
export function validityAt(validUntilDay: LocalDay | null, nowMs: number): Validity {
  if (validUntilDay === null) return 'valid';
  const today = dayOfInstant(nowMs);
  if (today > validUntilDay) return 'over';
  return addDays(today, ENDING_DAYS) >= validUntilDay ? 'ending' : 'valid';
}

/**
 * The instant from which nobody is asked any more to acknowledge a must-read: the end of its last day;
 * without one, a year after the version that is read was let be read. docs/rules.md#R-347
 */
export function askedUntilMs(validUntilDay: LocalDay | null, letAtMs: number): number {
  return validUntilDay === null
    ? letAtMs + ASKED_DAYS * MS_PER_DAY
    : instantOf(addDays(validUntilDay, 1), 0);
}

/** Whether a document can be valid until this day, today or later, and not for longer than three years. */
export function canBeValidUntil(day: LocalDay | null, nowMs: number): boolean {
  if (day === null) return true;
  const today = dayOfInstant(nowMs);
  return today <= day && day <= addDays(today, MOST_VALID_DAYS);
}

/**
 * A year from the last day, or from today where that has passed; the 29th of February becomes the
 * 28th. docs/rules.md#R-244
 */
export function oneYearOn(validUntilDay: LocalDay, nowMs: number): LocalDay {
  const today = dayOfInstant(nowMs);
  const from = validUntilDay < today ? today : validUntilDay;
  const next = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  return (next.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next) as LocalDay;
}
