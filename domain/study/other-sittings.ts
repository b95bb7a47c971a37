import type { PersonSchedule } from '../shift/person-schedule';
import type { Interval } from '../time/interval';
import { cleanWords } from '../words/clean-words';
import { chanceOf, piecesAround } from './can-come';

/** What a person has said to another study, or what was entered; `chosen`: coming to, or in by, one sitting. */
export type OwnAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-coming' }
  | { readonly kind: 'chosen'; readonly sittingId: string };

/**
 * The sittings of another study that they are asked to which take a person's time: the one they have
 * chosen or been in; none when they are on leave from it; else every one that they can come to by
 * their rota, because which of them it will be is not known. docs/rules.md#R-148
 */
export function sittingsTaking<S extends Interval & { readonly sittingId: string }>(
  schedule: PersonSchedule,
  sittings: readonly S[],
  answer: OwnAnswer,
): readonly S[] {
  switch (answer.kind) {
    case 'not-coming':
      return [];
    case 'chosen':
      return sittings.filter(({ sittingId }) => sittingId === answer.sittingId);
    case 'none':
      return sittings.filter(
        (sitting) => chanceOf(piecesAround(schedule, sitting), sitting).hindrance === null,
      );
  }
}

/** Whether two places, as they were written, are one room. docs/rules.md#R-148 */
export function isSamePlace(one: string, other: string): boolean {
  const place = cleanWords(one);
  return place !== '' && place === cleanWords(other);
}
