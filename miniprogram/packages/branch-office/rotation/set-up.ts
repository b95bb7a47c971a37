import type { OutputOf } from '../../../../contract/action';
import type {
  previewRotation,
  RotationDraft,
  rotations,
} from '../../../../contract/roster/rotations';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import { daysBetween, modulo, type LocalDay } from '../../../../domain/time/local-day';
import { numberText, PRESET_TEXT } from '../../../text/roster';
import { slotsOf, type OwnPattern } from './own-pattern/own-form';

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

/** Crews without names or with equal ones cannot be told apart; '' when they can. */
export function namesProblem(crews: readonly Crew[]): string {
  const names = crews.map(({ name }) => name.trim());
  if (names.includes('')) return '有的班组还没有名字，写上。';
  return new Set(names).size < names.length ? '有两个班组名字一样，改一个。' : '';
}

/** The draft that the answers make; undefined while something is missing. */
export function draftOf(given: Answers): RotationDraft | undefined {
  const { rotationId, chosen, crews, validFromDay } = given;
  if (chosen === null || !given.areCrewsSettled || given.isNaming) return undefined;
  const named = crews.map(({ crewId, name }) => ({ crewId, name: name.trim() }));
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

/** '四值三倒' for an own pattern that was not named. */
export function nameOf(chosen: Chosen, crewCount: number): string {
  if (chosen.kind === 'preset') return PRESET_TEXT[chosen.presetId];
  const { name = '', days = [] } = chosen.pattern ?? {};
  if (name !== '') return name;
  const labels = new Set(
    days.flatMap((slots) => slots.filter(({ kind }) => !NOT_TURNED.includes(kind)).map(labelOf)),
  );
  const shifts = labels.size === 2 ? '两' : numberText(labels.size);
  return crewCount === 1 ? '自定义班' : `${numberText(crewCount)}值${shifts}倒`;
}

const NOT_TURNED: readonly string[] = ['rest', 'study-day'];
const labelOf = ({ label }: { readonly label: string }): string => label;
