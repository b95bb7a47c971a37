import type { OutputOf } from '../../../../contract/action';
import type {
  previewRotation,
  RotationDraft,
  rotations,
} from '../../../../contract/roster/rotations';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import type { LocalDay } from '../../../../domain/time/local-day';
import type { OwnPattern } from './own-pattern/own-form';

export type Setup = OutputOf<typeof rotations>;
export type Preview = OutputOf<typeof previewRotation>;
export type Preset = Setup['presets'][number];
export interface Crew {
  readonly crewId: string;
  readonly name: string;
}

/** A known pattern, or one's own; an own one that is still being drawn is null. */
export type Chosen =
  | { readonly kind: 'preset'; readonly presetId: RotationPresetId }
  | { readonly kind: 'own'; readonly pattern: OwnPattern | null };

/** What has been settled so far; a step is over when its part is there. */
export interface Answers {
  /** Of this set-up: a retry saves it once, and the ids of new crews follow from it. */
  readonly rotationId: string;
  readonly chosen: Chosen | null;
  /** How many new crews there are to be; null: as many as the pattern wants. */
  readonly freshCount: number | null;
  readonly crews: readonly Crew[];
  readonly areCrewsSettled: boolean;
  readonly isNaming: boolean;
  readonly answers: RotationDraft['answers'];
  /** Of an own pattern: on which cycle day, from 0, the first crews stand on `placeDay`. */
  readonly places: readonly number[];
  readonly placeDay: LocalDay;
  readonly validFromDay: LocalDay;
}

export const nothingAnswered = (rotationId: string, today: LocalDay): Answers => ({
  rotationId,
  chosen: null,
  freshCount: null,
  crews: [],
  areCrewsSettled: false,
  isNaming: false,
  answers: [],
  places: [],
  placeDay: today,
  validFromDay: today,
});

/** Another first day; what was said of places is asked anew while it is being said. */
export function withFirstDay(given: Answers, validFromDay: LocalDay, today: LocalDay): Answers {
  const isPlacing = given.chosen?.kind === 'own' && given.places.length < given.crews.length;
  if (!isPlacing) return { ...given, validFromDay };
  const placeDay = validFromDay > today ? validFromDay : today;
  return { ...given, validFromDay, placeDay, places: [] };
}

/** Where to go on after the server has refused a draft. */
export function afterRefusal(given: Answers, code: string): Answers {
  switch (code) {
    case 'answers-contradict':
    case 'label-not-in-pattern':
    case 'crew-not-listed':
      return { ...given, answers: [] };
    case 'crew-twice':
      return { ...given, isNaming: true };
    case 'bad-pattern':
      return { ...given, chosen: { kind: 'own', pattern: null }, places: [] };
    default:
      return { ...given, crews: [], areCrewsSettled: false, answers: [], places: [] };
  }
}
