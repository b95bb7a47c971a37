import type { InputOf } from '../../../../../contract/action';
import type { planSittings } from '../../../../../contract/study/planning';
import { cleanWords } from '../../../../../domain/words/clean-words';
import type { Clashes } from '../own-clashes.view';
import { clashText } from './clash.view';
import type { Plan } from './sitting-plan.view';

/** What is asked about sittings: of whom, and of which study they are. */
export type Asked = Pick<
  InputOf<typeof planSittings>,
  'branchId' | 'studyId' | 'kind' | 'audience'
>;

/** A sitting of the form. */
export interface Held {
  readonly sittingId: string;
  readonly place: string;
  readonly startAtMs: number;
  readonly endAtMs: number;
}

type Weighed = Extract<InputOf<typeof planSittings>['ask'], { kind: 'weigh' }>['sittings'];

/** Those that can be weighed, in the order of the answer. */
export function heldIn(sittings: readonly Held[]): readonly Held[] {
  return sittings
    .filter(({ startAtMs, endAtMs }) => startAtMs < endAtMs)
    .sort((a, b) => a.startAtMs - b.startAtMs);
}

/** Of a draft those that have not begun: to the others nobody can come any more. */
export const aheadIn = (sittings: readonly Held[], nowMs: number): readonly Held[] =>
  heldIn(sittings).filter(({ startAtMs }) => startAtMs > nowMs);

/** That some of them are not counted, their time being over; '' where all are. */
export function overText(sittings: readonly Held[], ahead: readonly Held[]): string {
  const over = heldIn(sittings).length - ahead.length;
  if (over === 0) return '';
  return ahead.length === 0
    ? '时间已经过了，换个时间才能看谁能来。'
    : `有 ${over} 场的时间已经过了，没有算在内。`;
}

export const toWeighed = (sittings: readonly Held[]): Weighed =>
  sittings.map(({ place, startAtMs, endAtMs }) => ({ startAtMs, endAtMs, ...placeOf(place) }));

/** Texts for each of these sittings, which stand in the order of the answer. */
export const clashesOf = (plan: Plan, sittings: readonly Held[]): Clashes =>
  Object.fromEntries(
    sittings.map(({ sittingId }, at) => [
      sittingId,
      (plan.sittings[at]?.clashes ?? []).map(clashText),
    ]),
  );

/** As the contract takes it: nothing while none is written. */
export function placeOf(words = ''): { readonly place?: string } {
  const place = cleanWords(words);
  return place === '' ? {} : { place };
}

/** When sittings are, and for whom. */
export const timesKey = (asked: Asked, sittings: readonly Omit<Held, 'sittingId' | 'place'>[]) =>
  JSON.stringify([asked, sittings.map(({ startAtMs, endAtMs }) => [startAtMs, endAtMs])]);

export const placesKey = (sittings: readonly Pick<Held, 'place'>[]): string =>
  JSON.stringify(sittings.map(({ place }) => cleanWords(place)));

/** What was found at some times, which a place that is written afterwards does not change. */
export interface Found {
  readonly times: string;
  readonly isFewest: Plan['isFewest'];
  readonly holidays: Plan['holidays'];
}
export const nothingFound: Found = { times: '', isFewest: null, holidays: [] };

/** Sittings as they were weighed, with what is known of them since they were found. */
export const withFound = (plan: Plan, times: string, found: Found): Plan =>
  found.times === times ? { ...plan, isFewest: found.isFewest, holidays: found.holidays } : plan;
