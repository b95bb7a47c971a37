import type { OutputOf } from '../../../../contract/action';
import type { previewRotation, RotationDraft, rotations } from '../../../../contract/rotations';
import type { ShiftKind } from '../../../../contract/shift';
import type { RotationPresetId } from '../../../../domain/shift/rotation-presets';
import type { LocalDay } from '../../../../domain/time/local-day';
import type { Shown, Waiting } from '../../../state/shown';
import { PRESET_TEXT, slotHours } from '../../../text/roster';
import { shiftCharacter, shiftName } from '../../../text/shift';
import { dayText, fullDayText, WEEKDAYS } from '../../../text/when';
import { weekdayOf } from '../../../../domain/time/local-day';

export type Setup = OutputOf<typeof rotations>;
export type Preview = OutputOf<typeof previewRotation>;
export type Preset = Setup['presets'][number];
export interface Crew {
  readonly crewId: string;
  readonly name: string;
}

/** What has been settled so far; a step is over when its part is there. */
export interface Answers {
  readonly presetId: RotationPresetId | null;
  readonly crews: readonly Crew[];
  readonly areCrewsSettled: boolean;
  readonly answers: RotationDraft['answers'];
  readonly validFromDay: LocalDay;
}

export const nothingAnswered = (today: LocalDay): Answers => ({
  presetId: null,
  crews: [],
  areCrewsSettled: false,
  answers: [],
  validFromDay: today,
});

interface Chip {
  readonly key: string;
  readonly kind: ShiftKind | '';
  readonly character: string;
}

interface PresetRow {
  readonly presetId: RotationPresetId;
  readonly name: string;
  readonly note: string;
  readonly chips: readonly Chip[];
}

interface CrewChoice {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly crews: readonly Crew[];
}

export type RotationView =
  | Waiting
  | {
      readonly kind: 'presets';
      readonly current: readonly {
        readonly key: string;
        readonly name: string;
        readonly note: string;
      }[];
      readonly presets: readonly PresetRow[];
    }
  | {
      readonly kind: 'crews';
      readonly title: string;
      readonly note: string;
      readonly choices: readonly CrewChoice[];
    }
  | {
      readonly kind: 'question';
      readonly title: string;
      readonly note: string;
      readonly crews: readonly Crew[];
    }
  | {
      readonly kind: 'check';
      readonly title: string;
      readonly note: string;
      readonly validFromDay: LocalDay;
      readonly validFromText: string;
      readonly crewNames: readonly string[];
      readonly rows: readonly {
        readonly day: string;
        readonly date: string;
        readonly weekday: string;
        readonly isToday: boolean;
        readonly chips: readonly Chip[];
        readonly label: string;
      }[];
      readonly warning: string;
    };

export const opening: RotationView = { kind: 'loading' };
export const unknownSetup: Shown<Setup> = { kind: 'loading' };

/** Names that crews usually have, in order; further ones are numbered. */
const CREW_NAMES = ['一值', '二值', '三值', '四值', '五值', '六值'];
/** How many of a cycle are drawn beside its name. */
const MOST_CHIPS = 10;

/** @param preview of these answers; null while it is asked for, or before everything is settled */
export function toView(state: Shown<Setup>, given: Answers, preview: Preview | null): RotationView {
  if (state.kind !== 'known') return state;
  const { presets, today } = state.output;
  const preset = presets.find(({ presetId }) => presetId === given.presetId);
  if (preset === undefined) return presetStep(state.output);
  if (!given.areCrewsSettled) return crewStep(state.output, preset);
  if (given.answers.length === 0 && preset.firstQuestion !== null) {
    return questionStep(preset, preset.firstQuestion, given.crews, today, today);
  }
  if (preview === null) return { kind: 'loading' };
  const { next } = preview;
  if (next !== null) {
    const crews = next.candidates.flatMap((id) =>
      given.crews.filter(({ crewId }) => crewId === id),
    );
    return questionStep(preset, next.label, crews, next.day, today);
  }
  return checkStep(preview, preset, given, today);
}

/** The draft that the answers make; a preset and crews must be settled. */
export function draftOf(rotationId: string, given: Answers): RotationDraft | undefined {
  if (given.presetId === null || given.crews.length === 0) return undefined;
  return {
    rotationId,
    name: PRESET_TEXT[given.presetId],
    pattern: { kind: 'preset', presetId: given.presetId },
    crews: given.crews.map((crew) => ({ ...crew })),
    validFromDay: given.validFromDay,
    answers: [...given.answers],
  };
}

/** Which shift the answer of the present step is about. */
export function asked(
  state: Shown<Setup>,
  given: Answers,
  preview: Preview | null,
): { readonly day: LocalDay; readonly label: string } | undefined {
  if (state.kind !== 'known') return undefined;
  if (preview?.next) return preview.next;
  const preset = state.output.presets.find(({ presetId }) => presetId === given.presetId);
  const label = preset?.firstQuestion ?? null;
  return label === null ? undefined : { day: state.output.today, label };
}

function presetStep({ rotations: known, presets, today }: Setup): RotationView {
  return {
    kind: 'presets',
    current: known.map(({ rotationId, name, validFromDay, isCurrent, crews }) => ({
      key: rotationId,
      name,
      note: `${crews.map((crew) => crew.name).join('、')} · ${isCurrent ? '正在用' : `${fullDayText(validFromDay, today)}起`}`,
    })),
    presets: presets.map((preset) => ({
      presetId: preset.presetId,
      name: PRESET_TEXT[preset.presetId],
      note: presetNote(preset),
      chips: preset.days
        .slice(0, MOST_CHIPS)
        .map((slots, index) => chipOf(`${preset.presetId}-${index}`, slots)),
    })),
  };
}

function presetNote({ cycleDays, crewCount }: Preset): string {
  return crewCount === 0 ? '几个值都可以' : `${crewCount} 个值，${cycleDays} 天一轮`;
}

/** Crews that rotate already and are as many come first: a new pattern for the same people. */
function crewStep({ rotations: known }: Setup, preset: Preset): RotationView {
  const { crewCount, presetId } = preset;
  const sets = known
    .filter(({ crews }) => crewCount === 0 || crews.length === crewCount)
    .map(({ rotationId, name, crews }) => ({
      key: rotationId,
      name: crews.length === 1 ? name : `${name}的 ${crews.length} 个值`,
      note: crews.map((crew) => crew.name).join('、'),
      crews: crews.map((crew) => ({ crewId: crew.crewId, name: crew.name })),
    }));
  const fresh = freshCrews(presetId, crewCount === 0 ? 1 : crewCount);
  return {
    kind: 'crews',
    title: '是哪几个值？',
    note: `${PRESET_TEXT[presetId]} · ${presetNote(preset)}`,
    choices: [
      ...distinct(sets),
      {
        key: 'fresh',
        name: fresh.length === 1 ? '新的一个值' : `新的 ${fresh.length} 个值`,
        note: fresh.map(({ name }) => name).join('、'),
        crews: fresh,
      },
    ],
  };
}

/** Several patterns of the same crews, over time, are one choice. */
function distinct(sets: readonly CrewChoice[]): readonly CrewChoice[] {
  const keyOf = ({ crews }: CrewChoice) => crews.map(({ crewId }) => crewId).join();
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

function freshCrews(presetId: RotationPresetId, count: number): readonly Crew[] {
  return Array.from({ length: count }, (_, index) => ({
    crewId: `${presetId}-${index + 1}`,
    name: count === 1 ? PRESET_TEXT[presetId] : (CREW_NAMES[index] ?? `${index + 1} 值`),
  }));
}

function questionStep(
  preset: Preset,
  label: string,
  crews: readonly Crew[],
  day: LocalDay,
  today: LocalDay,
): RotationView {
  const slot = preset.days.flat().find((each) => each.label === label);
  const name = slot === undefined ? '这个班' : shiftName(slot);
  return {
    kind: 'question',
    title: `${dayText(day, today)}${name}是哪一值？`,
    note: slot === undefined ? '' : `${name} ${slotHours(slot)}`,
    crews,
  };
}

function checkStep(
  preview: Preview,
  preset: Preset,
  given: Answers,
  today: LocalDay,
): RotationView {
  return {
    kind: 'check',
    title: '看看这 14 天对不对',
    note: `${PRESET_TEXT[preset.presetId]} · ${given.crews.length} 个值`,
    validFromDay: given.validFromDay,
    validFromText: fullDayText(given.validFromDay, today),
    crewNames: given.crews.map(({ name }) => name),
    rows: preview.days.map(({ day, crews }) => ({
      day,
      date: String(Number(day.slice(8))),
      weekday: WEEKDAYS[weekdayOf(day) - 1] ?? '',
      isToday: day === today,
      chips: given.crews.map(({ crewId }) =>
        chipOf(crewId, crews.find((crew) => crew.crewId === crewId)?.slots ?? []),
      ),
      label: `${fullDayText(day, today)}：${crews
        .map(({ crewId, slots }) => {
          const name = given.crews.find((crew) => crew.crewId === crewId)?.name ?? '';
          return `${name}${slots.map(shiftName).join('、')}`;
        })
        .join('，')}`,
    })),
    warning:
      preview.uncoveredMinutes === 0
        ? ''
        : `一轮里有 ${Math.round(preview.uncoveredMinutes / 60)} 小时没有人在岗，看看是不是这样。`,
  };
}

function chipOf(key: string, slots: Preset['days'][number]): Chip {
  const slot = slots[0];
  return slot === undefined
    ? { key, kind: 'rest', character: '休' }
    : { key, kind: slot.kind, character: shiftCharacter(slot) };
}
