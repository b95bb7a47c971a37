import { MS_PER_DAY } from '../time/local-day';

/** What is stored of people. */
export const KEPT_THINGS = [
  'audit-entry',
  'data-ask',
  'notice',
  'swap',
  'bind-try',
  'export',
  'roster-piece',
  'shift-change',
  'attendance',
  'note',
] as const;
export type KeptThing = (typeof KEPT_THINGS)[number];

const YEAR_DAYS = 365;

/** For how long an office may have them kept. */
export const CHOSEN_THINGS = ['audit-entry', 'data-ask', 'notice', 'swap'] as const;
export type ChosenThing = (typeof CHOSEN_THINGS)[number];

/** In years: as it comes, and between which an office chooses. docs/rules.md#R-292 */
export const KEPT_YEARS: Readonly<
  Record<ChosenThing, { readonly usual: number; readonly least: number; readonly most: number }>
> = {
  'audit-entry': { usual: 3, least: 3, most: 10 },
  'data-ask': { usual: 3, least: 3, most: 10 },
  notice: { usual: 2, least: 1, most: 5 },
  swap: { usual: 2, least: 1, most: 5 },
};

export const isChosen = (thing: KeptThing): thing is ChosenThing =>
  CHOSEN_THINGS.some((each) => each === thing);

/** What an office has chosen; of the others as they come. */
export type YearsKept = (thing: ChosenThing) => number;

/** Personal changes of shifts are kept this long after their end. docs/rules.md#R-65 */
export const CHANGES_KEPT_DAYS = 60;

const KEPT_DAYS: Readonly<Record<Exclude<KeptThing, ChosenThing>, number | null>> = {
  'bind-try': 30,
  export: 1,
  'roster-piece': 1,
  'shift-change': CHANGES_KEPT_DAYS,
  attendance: null,
  note: null,
};

/**
 * For how many days each is kept after it was last of use; null: as long as the branch keeps its
 * records, which no clock ends. docs/rules.md#R-142
 */
export const daysKept = (thing: KeptThing, years: YearsKept): number | null =>
  isChosen(thing) ? years(thing) * YEAR_DAYS : KEPT_DAYS[thing];

/** What was last of use before this instant is forgotten; null: nothing is. */
export function forgottenBefore(thing: KeptThing, nowMs: number, years: YearsKept): number | null {
  const days = daysKept(thing, years);
  return days === null ? null : nowMs - days * MS_PER_DAY;
}
