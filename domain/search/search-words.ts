import type { LocalDay } from '../time/local-day';
import { inCapitals, WHITE_AND_DOTS } from '../words/bare-name';
import { cleanWords } from '../words/clean-words';
import { askedWhen, isOf, type AskedWhen, type DayWriting } from './asked-when';

/** What is searched for: characters as they are compared, and UTF-16 units as they are typed. docs/rules.md#R-262 */
export const SEARCH_LIMITS = { least: 2, most: 40 } as const;

interface SearchPart {
  readonly form: string;
  /** Where it is a day, a month or a year, things of it are found too. */
  readonly when: AskedWhen | undefined;
}

/** Parts that all have to fit. */
export type Search = readonly SearchPart[];

export type ReadSearch =
  | { readonly kind: 'search'; readonly parts: Search }
  | { readonly kind: 'refused'; readonly reason: 'nothing' | 'too-short' | 'too-long' };

const DIGIT = /^\d$/u;
const DASHES = /[\u2010-\u2015\u2212]/gu;

/**
 * A text as it is compared, never kept: without white and what nobody sees, in capitals, of full width
 * and of half alike; a dot stays between digits only. docs/rules.md#R-261
 */
export function searchForm(text: string): string {
  return inCapitals(text)
    .replace(/\s/gu, '')
    .replace(DASHES, '-')
    .replace(WHITE_AND_DOTS, (dot: string, at: number, whole: string) =>
      dot === '.' && DIGIT.test(whole.charAt(at - 1)) && DIGIT.test(whole.charAt(at + 1))
        ? '.'
        : '',
    )
    .normalize('NFKC');
}

/** What was typed, cut at white; a day that is typed with white in it is one part. docs/rules.md#R-262 */
export function readSearch(text: string, writing: DayWriting): ReadSearch {
  if (text.length > SEARCH_LIMITS.most) return { kind: 'refused', reason: 'too-long' };
  const words = cleanWords(text);
  const form = searchForm(words);
  if (form === '') return { kind: 'refused', reason: 'nothing' };
  const when = askedWhen(form, writing);
  if (when !== undefined) return { kind: 'search', parts: [{ form, when }] };
  if (Array.from(form).length < SEARCH_LIMITS.least) {
    return { kind: 'refused', reason: 'too-short' };
  }
  const parts = words
    .split(/\s+/u)
    .map(searchForm)
    .filter((part) => part !== '')
    .map((part) => ({ form: part, when: askedWhen(part, writing) }));
  return { kind: 'search', parts };
}

/**
 * The day for which something is found: of its days the first that was asked for, else its first;
 * undefined where not every part is in its texts or is one of its days. docs/rules.md#R-261
 */
export function foundOn(
  search: Search,
  texts: readonly (string | null)[],
  days: readonly LocalDay[],
): LocalDay | undefined {
  const forms = texts.map((text) => searchForm(text ?? ''));
  const isOn = ({ when }: SearchPart, day: LocalDay) => when !== undefined && isOf(when, day);
  const fits = search.every(
    (part) => forms.some((form) => form.includes(part.form)) || days.some((day) => isOn(part, day)),
  );
  if (!fits) return undefined;
  return days.find((day) => search.some((part) => isOn(part, day))) ?? days[0];
}
