import * as v from 'valibot';
import { ROTATION_PRESET_IDS } from '../domain/shift/rotation-presets';
import { defineAction } from './action';
import { inBranch, self } from './allow';
import { AtMs, Count, Day, Id, Month, Nothing, Words } from './fields';
import { PRESENTERS } from './roles';
import { QuietTime, ShiftKind, ShiftLabel } from './shift';

const fn = 'member';

const StartMinute = v.pipe(Count, v.maxValue(2879));
const DurationMinutes = v.pipe(Count, v.maxValue(1440));

export const Slot = v.strictObject({
  label: ShiftLabel,
  kind: ShiftKind,
  startMinute: StartMinute,
  durationMinutes: DurationMinutes,
});

/** A day of a person: none or several shifts, and why. */
export const CalendarDay = v.strictObject({
  day: Day,
  slots: v.array(Slot),
  source: v.picklist(['rotation', 'calendar', 'override', 'unknown']),
  override: v.nullable(v.picklist(['leave', 'training', 'on-loan', 'swap', 'changed-hours'])),
  overrideId: v.nullable(v.string()),
});
export type CalendarDay = v.InferOutput<typeof CalendarDay>;

/** Longer than what the phone chooses: the change of a swap is `<swapId>-<day>`. */
export const OverrideId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,80}$/u));

/** A personal change; civil days [fromDay, toDay). */
const days = { fromDay: Day, toDay: Day };
export const ChangeDraft = v.variant('kind', [
  v.strictObject({
    kind: v.literal('leave'),
    ...days,
    leaveKind: v.picklist(['annual', 'sick', 'personal', 'other']),
  }),
  v.strictObject({ kind: v.literal('training'), ...days, slot: Slot }),
  v.strictObject({ kind: v.literal('on-loan'), ...days, crewId: v.nullable(Id) }),
  v.strictObject({
    kind: v.literal('changed-hours'),
    ...days,
    slots: v.pipe(v.array(Slot), v.maxLength(4)),
  }),
]);
export type ChangeDraft = v.InferOutput<typeof ChangeDraft>;

export const Change = v.strictObject({
  overrideId: v.string(),
  kind: v.picklist(['leave', 'training', 'on-loan', 'swap', 'changed-hours']),
  ...days,
  leaveKind: v.nullable(v.string()),
  crewName: v.nullable(v.string()),
  withName: v.nullable(v.string()),
  slots: v.array(Slot),
  isRemovable: v.boolean(),
});
export type Change = v.InferOutput<typeof Change>;

export const Swap = v.strictObject({
  swapId: Id,
  state: v.picklist(['proposed', 'agreed', 'declined', 'withdrawn']),
  proposerId: Id,
  proposerName: v.string(),
  partnerId: Id,
  partnerName: v.string(),
  days: v.array(Day),
  reason: v.nullable(v.string()),
  proposedAtMs: AtMs,
  seenByName: v.nullable(v.string()),
});
export type Swap = v.InferOutput<typeof Swap>;

export const myRoster = defineAction({
  fn,
  name: 'myRoster',
  allow: self(),
  input: v.strictObject({ month: Month }),
  output: v.strictObject({
    nowMs: AtMs,
    crewName: v.nullable(v.string()),
    rotationName: v.nullable(v.string()),
    /** Every day of the month. */
    days: v.array(CalendarDay),
    /** The shifts of my pattern, for the legend. */
    legend: v.array(Slot),
    /** Today and now. */
    quiet: v.nullable(QuietTime),
    /** Sleep of today, so that the page can say "quiet 08:30–15:30". */
    sleepToday: v.array(v.strictObject({ startAtMs: AtMs, endAtMs: AtMs })),
    changes: v.array(Change),
    swaps: v.array(Swap),
  }),
  errors: [],
});

/**
 * The phone chooses the id: a retry enters the change once, and other words under an id of mine
 * replace what stood there. Plans again what is pending for me. docs/rules.md#R-12, #R-65
 */
export const addChange = defineAction({
  fn,
  name: 'addChange',
  allow: self(),
  input: v.strictObject({ overrideId: Id, change: ChangeDraft }),
  output: v.strictObject({ change: Change, movedDeliveries: Count }),
  errors: [
    'end-before-start',
    /** detail.days: the longest that can be entered at once. */
    'too-long',
    'bad-hours',
    /** Another change of mine covers one of these days. */
    'contradicts',
    'unknown-crew',
    /** It ended so long ago that it would not be kept; detail.days: how long changes are. */
    'too-old',
    /** detail.most */
    'too-many-changes',
  ],
});

export const removeChange = defineAction({
  fn,
  name: 'removeChange',
  allow: self(),
  input: v.strictObject({ overrideId: OverrideId }),
  output: v.strictObject({ movedDeliveries: Count }),
  errors: ['not-removable'],
});

/** With whom of my branch I could swap this day: only those with whom a proposal would be accepted. */
export const swapPartners = defineAction({
  fn,
  name: 'swapPartners',
  allow: self(),
  input: v.strictObject({ day: Day }),
  output: v.strictObject({
    mine: v.array(Slot),
    partners: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        slots: v.array(Slot),
      }),
    ),
  }),
  errors: [],
});

export const proposeSwap = defineAction({
  fn,
  name: 'proposeSwap',
  allow: self(),
  input: v.strictObject({
    swapId: Id,
    partnerId: Id,
    days: v.pipe(v.array(Day), v.minLength(1), v.maxLength(14)),
    reason: v.nullable(Words(100)),
  }),
  output: v.strictObject({ swap: Swap }),
  errors: [
    'swap-with-self',
    'unknown-partner',
    'nothing-to-swap',
    'day-past',
    /** One of the two would work two shifts that meet; detail.day. */
    'shifts-collide',
    'contradicts',
    /** Nobody knows what one of the two works on one of the days. */
    'shifts-not-known',
    /** Of my proposals so many are still open; detail.most. */
    'too-many-swaps',
  ],
});

/**
 * The partner agrees or declines, either side withdraws, also what was agreed, until the first day
 * begins. Agreeing asks everything again that proposing did. Can be repeated. docs/rules.md#R-13
 */
export const answerSwap = defineAction({
  fn,
  name: 'answerSwap',
  allow: self(),
  input: v.strictObject({ swapId: Id, answer: v.picklist(['agree', 'decline', 'withdraw']) }),
  output: v.strictObject({ swap: Swap, movedDeliveries: Count }),
  errors: [
    'not-yours-to-answer',
    'already-answered',
    'day-past',
    'shifts-collide',
    'contradicts',
    'nothing-to-swap',
    'shifts-not-known',
    'too-many-changes',
  ],
});

/** Agreed swaps of a branch whose last day is not over, the nearest first. */
export const branchSwaps = defineAction({
  fn,
  name: 'branchSwaps',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({ swaps: v.array(Swap) }),
  errors: [],
});

/** Refused with not-allowed for a swap of one's own. */
export const markSwapSeen = defineAction({
  fn,
  name: 'markSwapSeen',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), swapId: Id }),
  output: v.strictObject({ swap: Swap }),
  errors: ['not-agreed'],
});

/** An officer says no to a swap, also to one that is agreed, until its first day begins. docs/rules.md#R-13 */
export const declineSwap = defineAction({
  fn,
  name: 'declineSwap',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), swapId: Id }),
  output: v.strictObject({ swap: Swap, movedDeliveries: Count }),
  errors: ['already-answered', 'day-past'],
});

/** Who is on duty, resting, asleep or free at an instant; people without a crew stand last. */
export const crewBoard = defineAction({
  fn,
  name: 'crewBoard',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), atMs: v.optional(AtMs) }),
  output: v.strictObject({
    nowMs: AtMs,
    atMs: AtMs,
    crews: v.array(
      v.strictObject({
        crewId: v.nullable(Id),
        crewName: v.nullable(v.string()),
        /** Of the crew's pattern on the day of `atMs`. */
        slots: v.array(Slot),
        people: v.array(
          v.strictObject({
            memberId: Id,
            name: v.string(),
            state: v.picklist(['on-duty', 'resting-after-night', 'asleep', 'free', 'unknown']),
            /** End of the state; null when it lasts for two days or more, or is unknown. */
            untilAtMs: v.nullable(AtMs),
            override: v.nullable(v.string()),
          }),
        ),
      }),
    ),
  }),
  errors: [],
});

// ---- setting up rotations: the committee office

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
    offsets: v.optional(v.pipe(v.array(Count), v.maxLength(20))),
  }),
]);
export type RotationPattern = v.InferOutput<typeof Pattern>;

export const RotationDraft = v.strictObject({
  /** Chosen by the phone for a new one. */
  rotationId: Id,
  name: Words(20),
  pattern: Pattern,
  crews: v.pipe(
    v.array(v.strictObject({ crewId: Id, name: Words(12) })),
    v.minLength(1),
    v.maxLength(20),
  ),
  validFromDay: Day,
  /** "On this day, this shift is worked by this crew": enough of them settle every offset. */
  answers: v.pipe(
    v.array(v.strictObject({ day: Day, label: ShiftLabel, crewId: Id })),
    v.maxLength(20),
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
        crews: v.array(v.strictObject({ crewId: Id, name: v.string(), slotsToday: v.array(Slot) })),
      }),
    ),
    presets: v.array(
      v.strictObject({
        presetId: v.picklist(ROTATION_PRESET_IDS),
        cycleDays: Count,
        /** 0: any number. */
        crewCount: Count,
        days: v.array(v.array(Slot)),
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
        crews: v.array(v.strictObject({ crewId: Id, slots: v.array(Slot) })),
      }),
    ),
    /** Minutes of one cycle in which nobody works, though the pattern goes around the clock. */
    uncoveredMinutes: Count,
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

export const rosterActions = {
  myRoster,
  addChange,
  removeChange,
  swapPartners,
  proposeSwap,
  answerSwap,
  branchSwaps,
  markSwapSeen,
  declineSwap,
  crewBoard,
  rotations,
  previewRotation,
  saveRotation,
} as const;
