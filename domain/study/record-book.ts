import { dayOfInstant, monthOf } from '../time/local-day';
import { markedState, tookPart, wasThere, type RegisterLine } from './attendance';

/** How a line of a register comes into the record book; only the first two count. docs/rules.md#R-128 */
export type BookKind = 'check-in' | 'make-up' | 'to-confirm';

export interface BookEntry {
  /** A note was handed in and asks for no hours: its minutes are 0. docs/rules.md#R-149 */
  readonly kind: BookKind | 'note';
  /** 'YYYY-MM' */
  readonly month: string;
  /** Of the study, or of what made up for it. */
  readonly minutes: number;
}

interface BookLine extends RegisterLine {
  readonly record: (NonNullable<RegisterLine['record']> & { readonly sittingId: string }) | null;
}

/**
 * What a line of a register is in its person's record book, or null when it is nothing there. `held`:
 * the sittings of a cancelled study that were held; null when the study stands. docs/rules.md#R-128
 */
export function bookKindOf(
  line: BookLine,
  held: readonly { readonly sittingId: string }[] | null,
): BookKind | null {
  if (held !== null && !tookPart(line, held)) return null;
  const marked = markedState(line);
  if (wasThere(marked)) return 'check-in';
  if (marked === 'made-up') return 'make-up';
  return marked === 'to-confirm' ? 'to-confirm' : null;
}

/** The month of the book in which a study stands, by the instant at which its register closes. docs/rules.md#R-43 */
export const bookMonth = (lastCloseAtMs: number): string => monthOf(dayOfInstant(lastCloseAtMs));

interface Part {
  readonly count: number;
  readonly minutes: number;
}

export interface BookSums {
  readonly checkIn: Part;
  readonly makeUp: Part;
  /** Of both. */
  readonly minutes: number;
  /** Months that have entries, the newest first; `count` of all entries, `minutes` of those that count. */
  readonly months: readonly (Part & { readonly month: string })[];
}

/** Parts and months add up to `minutes`. */
export function sumBook(entries: readonly BookEntry[]): BookSums {
  const months = [...new Set(entries.map(({ month }) => month))].sort().reverse();
  const checkIn = partOf(entries.filter(({ kind }) => kind === 'check-in'));
  const makeUp = partOf(entries.filter(({ kind }) => kind === 'make-up'));
  return {
    checkIn,
    makeUp,
    minutes: checkIn.minutes + makeUp.minutes,
    months: months.map((month) => ({
      month,
      ...partOf(entries.filter((entry) => entry.month === month)),
    })),
  };
}

/** Tenths of an hour of study, of 60 minutes, what is begun left out: nothing is shown that was not reached. docs/rules.md#R-128 */
export const tenthsOfHours = (minutes: number): number => Math.floor(minutes / 6);

/** Tenths of an hour that are missing to the target, as the shown hours say; 0 when it is reached. */
export const missingTenths = (minutes: number, targetHours: number): number =>
  Math.max(0, targetHours * 10 - tenthsOfHours(minutes));

function partOf(entries: readonly BookEntry[]): Part {
  const counted = entries.filter(({ kind }) => kind !== 'to-confirm');
  return {
    count: entries.length,
    minutes: counted.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
