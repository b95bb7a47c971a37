import type { Detail, ErrorOf } from '../../../contract/action';
import type { RotationDraft, saveRotation } from '../../../contract/roster/rotations';
import { checkRotation, type RotationProblem } from '../../../domain/shift/check-rotation';
import type { CrewId, Rotation } from '../../../domain/shift/rotation';
import { ROTATION_PRESETS } from '../../../domain/shift/rotation-presets';
import {
  previewOfRotation,
  rotationFromAnswers,
  type Pattern,
  type SetUpRefusal,
} from '../../../domain/shift/rotation-set-up';
import type { UncoveredHours } from '../../../domain/shift/uncovered-hours';
import type { LocalDay } from '../../../domain/time/local-day';

export type DraftOutcome =
  | {
      readonly kind: 'settled';
      readonly rotation: Rotation;
      readonly uncovered: readonly UncoveredHours[];
    }
  | {
      readonly kind: 'ask-more';
      readonly day: LocalDay;
      readonly label: string;
      /** Crews that would answer it, the likeliest first. */
      readonly candidates: readonly CrewId[];
    }
  | {
      readonly kind: 'refused';
      readonly code: Exclude<ErrorOf<typeof saveRotation>, 'not-settled' | 'already-valid'>;
      readonly detail?: Detail;
    };

type OwnPattern = Extract<RotationDraft['pattern'], { kind: 'own' }>;

/** The rotation that a draft describes, or the next question, or what is wrong. docs/rules.md#R-14, #R-04 */
export function rotationOfDraft(draft: RotationDraft): DraftOutcome {
  const { pattern, crews } = draft;
  const names = new Set(crews.map(({ name }) => name));
  if (names.size < crews.length) return { kind: 'refused', code: 'crew-twice' };
  if (pattern.kind === 'preset') return fromAnswers(ROTATION_PRESETS[pattern.presetId], draft);
  // The pattern in itself, before anybody is placed in it.
  const alone = checked(ownRotation(draft, pattern, [0]));
  if (alone.kind === 'refused') return alone;
  if (pattern.offsets !== undefined) {
    if (pattern.offsets.length !== crews.length) return badPattern('offsets-missing');
    return checked(ownRotation(draft, pattern, pattern.offsets));
  }
  const even = evenlySpread(pattern, crews.length);
  return even === undefined ? badPattern('offsets-missing') : fromAnswers(even, draft);
}

function fromAnswers(
  pattern: Pattern,
  { rotationId, crews, validFromDay, answers }: RotationDraft,
): DraftOutcome {
  const crewIds = crews.map(({ crewId }) => crewId);
  const setUp = rotationFromAnswers(pattern, { id: rotationId, crewIds, validFromDay }, answers);
  switch (setUp.kind) {
    case 'refused':
      return refused(setUp.reason);
    case 'settled':
      return checked(setUp.rotation);
    case 'ask-more': {
      const { day, label, candidates } = setUp;
      const working = candidates.flatMap((rotation) => crewsWorking(rotation, day, label));
      return { kind: 'ask-more', day, label, candidates: [...new Set(working)] };
    }
  }
}

/** Who works the shift with this label on this day, by the cycle alone. */
function crewsWorking(rotation: Rotation, day: LocalDay, label: string): CrewId[] {
  return previewOfRotation(rotation, day, 1)
    .flatMap(({ crews }) => crews)
    .filter(({ slots }) => slots.some((slot) => slot.label === label))
    .map(({ crewId }) => crewId);
}

function ownRotation(
  { rotationId, crews, validFromDay }: RotationDraft,
  { days, daysCounted }: OwnPattern,
  offsets: readonly number[],
): Rotation {
  return {
    id: rotationId,
    cycleDays: days.length,
    days,
    crews: crews.flatMap(({ crewId }, index) => {
      const offset = offsets[index];
      return offset === undefined ? [] : [{ crewId, offset }];
    }),
    anchorDay: validFromDay,
    validFromDay,
    daysCounted,
  };
}

/** The own pattern as one that answers can settle; undefined when the crews do not divide its cycle. */
function evenlySpread({ days, daysCounted }: OwnPattern, crewCount: number): Pattern | undefined {
  // A cycle of one day is the same for everybody: nothing is to be asked.
  if (days.length === 1) return { days, daysCounted, crewCount: 0, crewStep: 0 };
  if (days.length % crewCount !== 0) return undefined;
  return { days, daysCounted, crewCount, crewStep: days.length / crewCount };
}

function checked(input: Rotation): DraftOutcome {
  const check = checkRotation(input);
  if (check.kind === 'valid') {
    return { kind: 'settled', rotation: check.rotation, uncovered: check.uncovered };
  }
  const [first] = check.problems;
  if (first?.code === 'crew-twice') return { kind: 'refused', code: 'crew-twice' };
  return badPattern(first?.code ?? 'cycle-length', first);
}

function badPattern(
  code: RotationProblem['code'] | 'offsets-missing',
  problem?: RotationProblem,
): Extract<DraftOutcome, { kind: 'refused' }> {
  const day = problem !== undefined && 'cycleDay' in problem ? { day: problem.cycleDay } : {};
  return { kind: 'refused', code: 'bad-pattern', detail: { problem: code, ...day } };
}

function refused(reason: SetUpRefusal): DraftOutcome {
  return reason.code === 'wrong-crew-count'
    ? { kind: 'refused', code: reason.code, detail: { wanted: reason.expected } }
    : { kind: 'refused', code: reason.code };
}
