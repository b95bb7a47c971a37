import * as v from 'valibot';
import { ROTATION_PRESET_IDS } from '../../domain/shift/rotation-presets';
import { defineAction } from '../action';
import { self } from '../allow';
import { Count, Day, Id, Nothing, Words } from '../fields';
import { MOST_CHARACTERS, MOST_CREWS } from '../limits';
import { growing } from '../growing';
import { ShownSlot, Slot } from './roster-shapes';
import { ShiftLabel } from './shift';

const fn = 'member';

const Pattern = v.variant('kind', [
  v.strictObject({ kind: v.literal('preset'), presetId: v.picklist(ROTATION_PRESET_IDS) }),
  v.strictObject({
    kind: v.literal('own'),
    /** Wider than a pattern can be, so that the refusal can say how long it may be: bad-pattern. */
    days: v.pipe(v.array(v.pipe(v.array(Slot), v.maxLength(8))), v.maxLength(400)),
    daysCounted: v.picklist(['every-day', 'workdays']),
    /**
     * On which day of the cycle, from 0, each crew stands on validFromDay, in the order of the crews.
     * Absent: the crews are spread evenly over the cycle and the answers place them.
     */
    offsets: v.optional(v.pipe(v.array(Count), v.maxLength(MOST_CREWS))),
  }),
]);

export const RotationDraft = v.strictObject({
  /** Chosen by the phone for a new one; ids of new crews follow from it, so no two set-ups share any. */
  rotationId: Id,
  name: Words(MOST_CHARACTERS.unit),
  pattern: Pattern,
  crews: v.pipe(
    v.array(v.strictObject({ crewId: Id, name: Words(MOST_CHARACTERS.crew) })),
    v.minLength(1),
    v.maxLength(MOST_CREWS),
  ),
  validFromDay: Day,
  /** "On this day, this shift is worked by this crew": enough of them settle every offset. */
  answers: v.pipe(
    v.array(v.strictObject({ day: Day, label: ShiftLabel, crewId: Id })),
    v.maxLength(MOST_CREWS),
  ),
});
export type RotationDraft = v.InferOutput<typeof RotationDraft>;

const rotationErrors = [
  /** detail.wanted: how many crews this pattern has. */
  'wrong-crew-count',
  'crew-twice',
  'label-not-in-pattern',
  'crew-not-listed',
  'answers-contradict',
  /**
   * detail.problem: the first thing wrong with an own pattern, as domain/shift/check-rotation codes
   * it, or offsets-missing when the crews cannot be spread evenly; detail.day: the cycle day, from 0.
   */
  'bad-pattern',
] as const;

export const rotations = defineAction({
  fn,
  name: 'rotations',
  allow: self(['committee-office']),
  input: Nothing,
  output: v.strictObject({
    today: Day,
    rotations: v.array(
      v.strictObject({
        rotationId: Id,
        name: v.string(),
        cycleDays: Count,
        validFromDay: Day,
        isCurrent: v.boolean(),
        crews: v.array(
          v.strictObject({ crewId: Id, name: v.string(), slotsToday: v.array(ShownSlot) }),
        ),
      }),
    ),
    presets: v.array(
      v.strictObject({
        presetId: growing(ROTATION_PRESET_IDS),
        cycleDays: Count,
        /** 0: any number. */
        crewCount: Count,
        days: v.array(v.array(ShownSlot)),
        /** Label of the shift that is asked for: "which crew works it today?"; null: nothing to ask. */
        firstQuestion: v.nullable(ShiftLabel),
      }),
    ),
  }),
  errors: [],
});

/** Writes nothing. Either fourteen days to check, or one more question. */
export const previewRotation = defineAction({
  fn,
  name: 'previewRotation',
  allow: self(['committee-office']),
  input: v.strictObject({ draft: RotationDraft }),
  output: v.strictObject({
    next: v.nullable(v.strictObject({ day: Day, label: ShiftLabel, candidates: v.array(Id) })),
    days: v.array(
      v.strictObject({
        day: Day,
        crews: v.array(v.strictObject({ crewId: Id, slots: v.array(ShownSlot) })),
      }),
    ),
    /**
     * Hours of one cycle from the first of these days on in which nobody works, though the pattern
     * goes around the clock; minutes count from the 00:00 of `day`.
     */
    uncovered: v.array(v.strictObject({ day: Day, startMinute: Count, endMinute: Count })),
  }),
  errors: rotationErrors,
});

/**
 * Valid from its day on, also a past one; earlier patterns stay for earlier days, and of two from
 * the same day the later saved counts. Everything pending of
 * its people is planned again. Can be repeated. docs/rules.md#R-66
 */
export const saveRotation = defineAction({
  fn,
  name: 'saveRotation',
  allow: self(['committee-office']),
  input: v.strictObject({ draft: RotationDraft }),
  output: v.strictObject({ rotationId: Id, people: Count, movedDeliveries: Count }),
  errors: [
    ...rotationErrors,
    /** The answers leave more than one possibility. */
    'not-settled',
    /** Another rotation with this id is already valid; a change is a rotation of its own. */
    'already-valid',
  ],
});

/** Setting up rotations: the committee office. */
export const rotationActions = { rotations, previewRotation, saveRotation } as const;
