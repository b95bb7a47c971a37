import type { RotationDraft } from '../../../../contract/roster/rotations';
import { daysBetween, modulo } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { PRESET_TEXT } from '../../../text/roster';
import { nameOf } from './naming.view';
import { slotsOf } from './own-pattern/own-form';
import type { Answers } from './set-up';

/** The draft that the answers make; undefined while something is missing. */
export function draftOf(given: Answers): RotationDraft | undefined {
  const { rotationId, chosen, crews, validFromDay } = given;
  if (chosen === null || !given.areCrewsSettled || given.isNaming) return undefined;
  const named = crews.map(({ crewId, name }) => ({ crewId, name: cleanWords(name) }));
  const base = { rotationId, crews: named, validFromDay };
  if (chosen.kind === 'preset') {
    const { presetId } = chosen;
    const name = PRESET_TEXT[presetId];
    const pattern = { kind: 'preset', presetId } as const;
    return { ...base, name, pattern, answers: [...given.answers] };
  }
  if (chosen.pattern === null || given.places.length < crews.length) return undefined;
  const { days, daysCounted } = chosen.pattern;
  const offsets = offsetsOf(given, days.length);
  return {
    ...base,
    name: nameOf(chosen, crews.length),
    pattern: { kind: 'own', days: days.map(slotsOf), daysCounted, offsets },
    answers: [],
  };
}

/** Places are known of the day that was asked about, offsets are those of the first day. */
function offsetsOf({ places, placeDay, validFromDay }: Answers, cycleDays: number): number[] {
  const ahead = daysBetween(placeDay, validFromDay);
  return places.map((place) => modulo(place + ahead, cycleDays));
}
