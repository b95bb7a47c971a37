import type { OutputOf } from '../../../../contract/action';
import type { saveRotation } from '../../../../contract/roster/rotations';
import { MAX_CYCLE_DAYS } from '../../../../domain/shift/rotation';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import type { LocalDay } from '../../../../domain/time/local-day';
import type { Shown, Placeholder } from '../../../state/shown';
import { PRESET_TEXT, slotHours } from '../../../text/roster';
import { shiftName } from '../../../text/shift';
import { dayText, fullDayText } from '../../../text/when';
import { checkStep, type CheckStep } from './check-step.view';
import { crewStep, nameStep, type CrewStep, type NameStep } from './crew-step.view';
import { chipOf, type Chip } from './cycle-chips';
import { placeStep, type PlaceStep } from './place-step.view';
import type { Answers, Crew, Preset, Preview, Setup } from './set-up';

interface PresetStep {
  readonly kind: 'presets';
  readonly current: readonly {
    readonly key: string;
    readonly name: string;
    readonly note: string;
  }[];
  /** Beside drawing an own one. */
  readonly ownNote: string;
  readonly presets: readonly {
    readonly presetId: RotationPresetId;
    readonly name: string;
    readonly note: string;
    readonly chips: readonly Chip[];
  }[];
}

interface QuestionStep {
  readonly kind: 'question';
  readonly title: string;
  readonly note: string;
  readonly crews: readonly Crew[];
}

export type RotationView =
  | Placeholder
  | PresetStep
  | { readonly kind: 'draw' }
  | CrewStep
  | NameStep
  | QuestionStep
  | PlaceStep
  | CheckStep;

export const opening: RotationView = { kind: 'loading' };
export const unknownSetup: Shown<Setup> = { kind: 'loading' };

/** How many of a cycle are drawn beside its name. */
const MOST_CHIPS = 10;

/** @param preview of these answers; null while it is asked for, or before everything is settled */
export function toView(state: Shown<Setup>, given: Answers, preview: Preview | null): RotationView {
  if (state.kind !== 'known') return state;
  const { today } = state.output;
  const { chosen } = given;
  if (chosen === null) return presetStep(state.output);
  if (chosen.kind === 'own' && chosen.pattern === null) return { kind: 'draw' };
  const preset = presetOf(state.output, given);
  if (given.isNaming) return nameStep(given);
  if (!given.areCrewsSettled) return crewStep(state.output, given, chosen, preset);
  if (
    chosen.kind === 'own' &&
    chosen.pattern !== null &&
    given.places.length < given.crews.length
  ) {
    return placeStep(given, chosen.pattern, today);
  }
  const question = asked(state, given, preview);
  if (question !== undefined && preset !== undefined) {
    return questionStep(preset, question, candidatesOf(given, preview), today);
  }
  return preview === null ? { kind: 'loading' } : checkStep(preview, chosen, given, today);
}

/** Before there is anything to set up. */
export const NO_STEP = -1;

/** How far the set-up has come; while something is asked for, as far as `before`. */
export function stepOf({ kind }: RotationView, before: number): number {
  return kind === 'loading' ? before : STEPS.findIndex((kinds) => kinds.includes(kind));
}

const STEPS: readonly (readonly RotationView['kind'][])[] = [
  ['presets', 'draw'],
  ['crews', 'names'],
  ['question', 'place'],
  ['check'],
];

/** The known pattern that was picked; undefined for an own one. */
export function presetOf({ presets }: Setup, { chosen }: Answers): Preset | undefined {
  const presetId = chosen?.kind === 'preset' ? chosen.presetId : undefined;
  return presets.find((preset) => preset.presetId === presetId);
}

interface Question {
  readonly day: LocalDay;
  readonly label: string;
}

/** Which shift the answer of the present step is about; undefined when nothing is to be asked. */
export function asked(
  state: Shown<Setup>,
  given: Answers,
  preview: Preview | null,
): Question | undefined {
  if (state.kind !== 'known') return undefined;
  if (preview !== null) return preview.next ?? undefined;
  const label = presetOf(state.output, given)?.firstQuestion ?? null;
  if (label === null || given.answers.length > 0) return undefined;
  return { day: state.output.today, label };
}

function candidatesOf({ crews }: Answers, preview: Preview | null): readonly Crew[] {
  if (!preview?.next) return crews;
  return preview.next.candidates.flatMap((id) => crews.filter(({ crewId }) => crewId === id));
}

function presetStep({ rotations: known, presets, today }: Setup): PresetStep {
  return {
    kind: 'presets',
    current: known.map(({ rotationId, name, validFromDay, isCurrent, crews }) => ({
      key: rotationId,
      name,
      note: `${crews.map((crew) => crew.name).join('、')} · ${isCurrent ? '正在用' : `${fullDayText(validFromDay, today)}起`}`,
    })),
    ownNote: `上面都不是：一天一天点着排，最长 ${MAX_CYCLE_DAYS} 天一轮`,
    presets: presets.flatMap((preset) => presetChoice(preset)),
  };
}

/** One that only newer versions know cannot be named, nor chosen. */
function presetChoice(preset: Preset): PresetStep['presets'] {
  const { presetId } = preset;
  if (presetId === 'newer') return [];
  const days = preset.days.slice(0, MOST_CHIPS);
  return [
    {
      presetId,
      name: PRESET_TEXT[presetId],
      note: presetNote(preset),
      chips: days.map((slots, index) => chipOf(`${presetId}-${index}`, slots)),
    },
  ];
}

function presetNote({ cycleDays, crewCount }: Preset): string {
  return crewCount === 0 ? '几个值都可以' : `${crewCount} 个值，${cycleDays} 天一轮`;
}

function questionStep(
  preset: Preset,
  { day, label }: Question,
  crews: readonly Crew[],
  today: LocalDay,
): QuestionStep {
  const slot = preset.days.flat().find((each) => each.label === label);
  const name = slot === undefined ? '这个班' : shiftName(slot);
  return {
    kind: 'question',
    title: `${dayText(day, today)}${name}是哪一值？`,
    note: slot === undefined ? '' : `${name} ${slotHours(slot)}`,
    crews,
  };
}

export function savedText({ people, movedDeliveries }: OutputOf<typeof saveRotation>): string {
  const moved = movedDeliveries === 0 ? '' : `，${movedDeliveries} 条还没送的消息跟着改了时间`;
  return `已保存，${people} 人按新的班走${moved}。`;
}
