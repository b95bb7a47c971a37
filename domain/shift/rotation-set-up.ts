import type { LocalDay } from '../time/local-day';
import { addDays, dayNumberOf, dayOfNumber, modulo } from '../time/local-day';
import { cycleSlotsOn } from './each-roster-day';
import type { CrewId, CycleDay, Rotation, RotationId } from './rotation';
import type { RotationPreset } from './rotation-presets';

/** "On this day this crew works the shift with this label": what the committee office knows. */
export interface SetUpAnswer {
  readonly day: LocalDay;
  readonly label: string;
  readonly crewId: CrewId;
}

/** Anything with a cycle and a step between crews: a preset, or an own pattern. */
export type Pattern = Pick<RotationPreset, 'days' | 'crewCount' | 'crewStep' | 'daysCounted'>;

export type SetUp =
  | { readonly kind: 'settled'; readonly rotation: Rotation }
  | {
      /** Several rotations fit; asking who works `label` on `day` tells more of them apart. */
      readonly kind: 'ask-more';
      readonly day: LocalDay;
      readonly label: string;
      /** Fitting rotations, the likeliest first: the answered shift is the crew's first of its kind in a row. */
      readonly candidates: readonly Rotation[];
    }
  | { readonly kind: 'refused'; readonly reason: SetUpRefusal };

export type SetUpRefusal =
  | { readonly code: 'wrong-crew-count'; readonly given: number; readonly expected: number }
  | { readonly code: 'crew-twice' }
  | { readonly code: 'label-not-in-pattern'; readonly label: string }
  | { readonly code: 'crew-not-listed'; readonly crewId: CrewId }
  | { readonly code: 'answers-contradict' };

/** The label to ask for first, "who is on the white shift today?"; undefined when nothing is to ask. */
export function firstQuestionOf(pattern: Pattern): string | undefined {
  if (pattern.crewCount === 0) return undefined;
  const slots = pattern.days.flat().filter((slot) => slot.kind !== 'rest');
  return (slots.find((slot) => slot.kind === 'day') ?? slots[0])?.label;
}

/**
 * The rotation that fits the answers, without anyone counting cycle days. Crews are given in their
 * order; each stands one step further in the cycle than the crew before, or, when no answer fits
 * that, one step behind. A pattern whose crews all work the same days needs no answer.
 * docs/rules.md#R-14
 */
export function rotationFromAnswers(
  pattern: Pattern,
  named: {
    readonly id: RotationId;
    readonly crewIds: readonly CrewId[];
    readonly validFromDay: LocalDay;
  },
  answers: readonly SetUpAnswer[],
): SetUp {
  const refusal = refusalOf(pattern, named.crewIds, answers);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal };
  const first = answers[0];
  const anchorDay = first?.day ?? named.validFromDay;
  const fitting = (direction: 1 | -1) =>
    startsOf(pattern)
      .map((start) => rotationAt(pattern, named, anchorDay, start, direction))
      .filter((rotation) => answers.every((answer) => fits(rotation, answer)));
  const ahead = fitting(1);
  const candidates = ahead.length > 0 ? ahead : fitting(-1);
  if (first !== undefined) candidates.sort((a, b) => runLength(a, first) - runLength(b, first));
  const likeliest = candidates[0];
  if (likeliest === undefined) return { kind: 'refused', reason: { code: 'answers-contradict' } };
  const label = firstQuestionOf(pattern);
  const question =
    answers.length === 0 && label !== undefined
      ? { day: anchorDay, label }
      : questionFor(pattern, candidates, addDays(anchorDay, 1));
  if (question === undefined) return { kind: 'settled', rotation: likeliest };
  return { kind: 'ask-more', ...question, candidates };
}

/** One day of the preview: the slots of each crew, crews in the order of the rotation. */
export interface PreviewDay {
  readonly day: LocalDay;
  readonly crews: readonly { readonly crewId: CrewId; readonly slots: CycleDay }[];
}

/** What a rotation means for `count` days from `fromDay`, for checking before it is saved. The cycle alone: no calendar. */
export function previewOfRotation(
  rotation: Rotation,
  fromDay: LocalDay,
  count: number,
): readonly PreviewDay[] {
  const first = dayNumberOf(fromDay);
  return Array.from({ length: count }, (_, index) => ({
    day: dayOfNumber(first + index),
    crews: rotation.crews.map(({ crewId }) => ({
      crewId,
      slots: cycleSlotsOn(rotation, crewId, first + index),
    })),
  }));
}

function refusalOf(
  { crewCount, days }: Pattern,
  crewIds: readonly CrewId[],
  answers: readonly SetUpAnswer[],
): SetUpRefusal | undefined {
  const expected = crewCount === 0 ? Math.max(1, crewIds.length) : crewCount;
  if (crewIds.length !== expected) {
    return { code: 'wrong-crew-count', given: crewIds.length, expected };
  }
  if (new Set(crewIds).size !== crewIds.length) return { code: 'crew-twice' };
  for (const { label, crewId } of answers) {
    const isInPattern = days.some((slots) => slots.some((slot) => slot.label === label));
    if (!isInPattern) return { code: 'label-not-in-pattern', label };
    if (!crewIds.includes(crewId)) return { code: 'crew-not-listed', crewId };
  }
  return undefined;
}

/** Where in the cycle the first crew can stand on the anchor day. */
function startsOf({ days, crewCount }: Pattern): readonly number[] {
  return crewCount === 0 ? [0] : days.map((_, index) => index);
}

function rotationAt(
  { days, crewStep, daysCounted }: Pattern,
  named: {
    readonly id: RotationId;
    readonly crewIds: readonly CrewId[];
    readonly validFromDay: LocalDay;
  },
  anchorDay: LocalDay,
  start: number,
  direction: 1 | -1,
): Rotation {
  const crews = named.crewIds.map((crewId, index) => ({
    crewId,
    offset: modulo(start + direction * index * crewStep, days.length),
  }));
  const { id, validFromDay } = named;
  return { id, cycleDays: days.length, days, crews, anchorDay, validFromDay, daysCounted };
}

function fits(rotation: Rotation, { day, label, crewId }: SetUpAnswer): boolean {
  const slots = cycleSlotsOn(rotation, crewId, dayNumberOf(day));
  return slots.some((slot) => slot.label === label);
}

/** For how many days before its day the answer would have been true as well. */
function runLength(rotation: Rotation, answer: SetUpAnswer): number {
  let days = 0;
  while (
    days < rotation.cycleDays &&
    fits(rotation, { ...answer, day: addDays(answer.day, -days - 1) })
  ) {
    days += 1;
  }
  return days;
}

/** How far ahead people know by heart who works when. */
const DAYS_KNOWN_BY_HEART = 7;

/**
 * The day and label whose answer leaves the fewest possibilities, of equal ones the nearest day;
 * undefined when the candidates are all alike.
 */
function questionFor(
  pattern: Pattern,
  candidates: readonly Rotation[],
  fromDay: LocalDay,
): { readonly day: LocalDay; readonly label: string } | undefined {
  const first = firstQuestionOf(pattern);
  if (first === undefined) return undefined;
  const others = pattern.days.flat().filter((slot) => slot.kind !== 'rest');
  const labels = [...new Set([first, ...others.map((slot) => slot.label)])];
  let best: { day: LocalDay; label: string } | undefined;
  let mostAnswers = 1;
  for (let ahead = 0; ahead < pattern.days.length; ahead += 1) {
    if (best !== undefined && ahead >= DAYS_KNOWN_BY_HEART) break;
    const day = addDays(fromDay, ahead);
    for (const label of labels) {
      const answers = new Set(candidates.map((rotation) => crewsWorking(rotation, day, label)));
      if (answers.size <= mostAnswers) continue;
      mostAnswers = answers.size;
      best = { day, label };
    }
  }
  return best;
}

function crewsWorking(rotation: Rotation, day: LocalDay, label: string): string {
  const crews = rotation.crews.filter(({ crewId }) => fits(rotation, { day, label, crewId }));
  return crews.map(({ crewId }) => crewId).join();
}
