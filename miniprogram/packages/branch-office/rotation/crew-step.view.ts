import { MOST_CREWS } from '../../../../contract/limits';
import { MINUTES_PER_DAY } from '../../../../domain/time/local-day';
import { numberText, PRESET_TEXT } from '../../../text/roster';
import { nameOf } from './naming.view';
import type { Answers, Chosen, Crew, Preset, Setup } from './set-up';

interface CrewChoice {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly crews: readonly Crew[];
}

export interface CrewStep {
  readonly kind: 'crews';
  readonly title: string;
  readonly note: string;
  /** Crews that rotate already and get this pattern from a day on. */
  readonly existing: readonly CrewChoice[];
  /** New ones, by how they are called. */
  readonly fresh: readonly CrewChoice[];
  /** Names to start from when none of these are wanted. */
  readonly ownNames: readonly Crew[];
  /** How many new ones; 0 when the pattern says it. */
  readonly count: number;
  readonly countText: string;
  readonly canLess: boolean;
  readonly canMore: boolean;
}

export interface NameStep {
  readonly kind: 'names';
  readonly title: string;
  readonly note: string;
  readonly crews: readonly Crew[];
}

/** The contract takes no more. */
const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;
const numbered = (index: number): string => numberText(index + 1);
const stemmed = (index: number): string => STEMS[index] ?? numbered(index);

/** How crews are usually called. */
const STYLES: readonly ((index: number) => string)[] = [
  (index) => `${numbered(index)}值`,
  (index) => `${stemmed(index)}值`,
  (index) => `${numbered(index)}班`,
  (index) => `${stemmed(index)}班`,
];

/** @param preset undefined for an own pattern */
export function crewStep(
  { rotations: known }: Setup,
  given: Answers,
  chosen: Chosen,
  preset: Preset | undefined,
): CrewStep {
  const wanted = preset?.crewCount ?? 0;
  const count = freshCountOf(given, chosen, preset);
  const sets = known
    .filter(({ crews }) => wanted === 0 || crews.length === wanted)
    .map(({ rotationId, name, crews }) => ({
      key: rotationId,
      name: crews.length === 1 ? name : `${name}的 ${crews.length} 个值`,
      note: crews.map((crew) => crew.name).join('、'),
      crews: crews.map((crew) => ({ crewId: crew.crewId, name: crew.name })),
    }));
  const taken = new Set(known.flatMap(({ crews }) => crews.map(({ name }) => name)));
  const styles = stylesOf(chosen, count)
    .map((names) => freshCrews(given.rotationId, names))
    .filter((crews) => crews.every(({ name }) => !taken.has(name)));
  return {
    kind: 'crews',
    title: '哪些班组这样倒？',
    note: preset === undefined ? nameOf(chosen, count) : nameOf(chosen, preset.crewCount),
    existing: distinct(sets),
    fresh: styles.map((crews) => ({
      key: crews.map(({ name }) => name).join(),
      name: crews.map(({ name }) => name).join('、'),
      note: '',
      crews,
    })),
    ownNames:
      styles[0] ??
      freshCrews(
        given.rotationId,
        Array.from({ length: count }, () => ''),
      ),
    count: wanted === 0 ? count : 0,
    countText: `${count} 个`,
    canLess: count > 1,
    canMore: count < MOST_CREWS,
  };
}

export function nameStep({ crews }: Answers): NameStep {
  return {
    kind: 'names',
    title: '班组叫什么',
    note: '班表、看板、名单上都这样叫。改了名，人和以前的班都不变。',
    crews,
  };
}

/** How many new crews there are to be: said so, or wanted by the pattern. */
export function freshCountOf(
  { freshCount }: Answers,
  chosen: Chosen,
  preset: Preset | undefined,
): number {
  if (preset !== undefined && preset.crewCount > 0) return preset.crewCount;
  return freshCount ?? usualCountOf(chosen);
}

/** As many as it takes to have somebody on shift around the clock, each on one day of the cycle. */
function usualCountOf(chosen: Chosen): number {
  if (chosen.kind === 'preset' || chosen.pattern === null) return 1;
  const { days } = chosen.pattern;
  const slots = days.flat().filter(({ kind }) => kind !== 'study-day');
  const worked = slots.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const hasNights = slots.some(({ kind }) => kind === 'night');
  if (!hasNights || worked === 0) return 1;
  const whole = Math.round((days.length * MINUTES_PER_DAY) / worked);
  return Math.min(MOST_CREWS, Math.max(1, whole));
}

function stylesOf(chosen: Chosen, count: number): readonly (readonly string[])[] {
  const ofPreset = chosen.kind === 'preset' && count === 1 ? [[PRESET_TEXT[chosen.presetId]]] : [];
  const named = STYLES.map((name) => Array.from({ length: count }, (_, index) => name(index)));
  return [...ofPreset, ...named];
}

function freshCrews(rotationId: string, names: readonly string[]): readonly Crew[] {
  return names.map((name, index) => ({ crewId: `${rotationId}-${index + 1}`, name }));
}

/** Several patterns of the same crews, over time, are one choice: the newest. */
function distinct(sets: readonly CrewChoice[]): readonly CrewChoice[] {
  const keyOf = ({ crews }: CrewChoice) => crews.map(({ crewId }) => crewId).join();
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}
