import { KEPT_YEARS, type ChosenThing } from '../people/retention';
import { DEFAULT_CREDIT, type MakeUpCredit } from '../study/make-up';
import type { StudyKind } from '../study/study-kinds';
import { DEFAULT_YEARLY_HOURS, type YearlyHours } from '../study/yearly-hours';
import { LEDGER_KINDS, MEETING_RULES, PERIODS, type Frequency, type KindFrequency } from './ledger';

export const FREQUENCIES = [...PERIODS, 'none'] as const satisfies readonly Frequency[];

/** Hours of study in a year that can be asked for. docs/rules.md#R-290 */
export const HOURS_ASKED = { least: 1, most: 400 } as const;

/** What an office sets, for all branches or for one; null, and what is in no list: not set. docs/rules.md#R-290 */
export interface Norms {
  readonly hours: Readonly<Record<keyof YearlyHours, number | null>>;
  readonly meetings: readonly KindFrequency[];
  /** The two of the whole organisation. */
  readonly credit: MakeUpCredit | null;
  readonly keptYears: readonly { readonly thing: ChosenThing; readonly years: number }[];
}

/** A version holds from its month until a newer one does, and is never changed. docs/rules.md#R-291 */
export interface NormsVersion extends Norms {
  readonly version: number;
  readonly fromMonth: string;
}

/** What holds of two scopes; null: nothing was set. */
export interface NormsHeld {
  readonly own: Norms | null;
  readonly common: Norms | null;
}

export const NO_NORMS: Norms = {
  hours: { member: null, officer: null },
  meetings: [],
  credit: null,
  keptYears: [],
};

/** Of the versions of one scope, or of other rules that are set so, the one that holds in a month. docs/rules.md#R-291 */
export function normsOfMonth<V extends Pick<NormsVersion, 'version' | 'fromMonth'>>(
  versions: readonly V[],
  month: string,
): V | null {
  return versions
    .filter(({ fromMonth }) => fromMonth <= month)
    .reduce<V | null>(
      (best, each) => (best === null || each.version > best.version ? each : best),
      null,
    );
}

/** The month whose norms hold for the hours of a year: its last, or the present one. docs/rules.md#R-291 */
export const monthOfYear = (year: number, thisMonth: string): string =>
  thisMonth < `${year}-12` ? thisMonth : `${year}-12`;

/** `isSet`: by the office; otherwise they are the default. docs/rules.md#R-129 */
export function hoursAsked(
  { own, common }: NormsHeld,
  as: keyof YearlyHours,
): { readonly hours: number; readonly isSet: boolean } {
  const set = own?.hours[as] ?? common?.hours[as] ?? null;
  return { hours: set ?? DEFAULT_YEARLY_HOURS[as], isSet: set !== null };
}

/** How often a branch holds a kind of meeting. docs/rules.md#R-138 */
export function frequencyOf({ own, common }: NormsHeld, kind: StudyKind): Frequency {
  const setBy = (norms: Norms | null) => norms?.meetings.find((each) => each.kind === kind)?.every;
  const byRule = MEETING_RULES.find((rule) => rule.kind === kind)?.every;
  return setBy(own) ?? setBy(common) ?? byRule ?? 'none';
}

/** docs/rules.md#R-103 */
export const creditOf = (common: Norms | null): MakeUpCredit => common?.credit ?? DEFAULT_CREDIT;

/** docs/rules.md#R-292 */
export const yearsKept = (common: Norms | null, thing: ChosenThing): number =>
  common?.keptYears.find((each) => each.thing === thing)?.years ?? KEPT_YEARS[thing].usual;

/** Each kind once, in the order of the ledger. */
export const frequenciesOf = (held: NormsHeld): readonly KindFrequency[] =>
  LEDGER_KINDS.map((kind) => ({ kind, every: frequencyOf(held, kind) }));
