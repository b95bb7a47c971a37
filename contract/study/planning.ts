import * as v from 'valibot';
import { MOST_PLANNED_DAYS } from '../../domain/study/candidate-starts';
import { MAX_SITTINGS } from '../../domain/study/sitting';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Day, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS, STUDY_MINUTES } from '../limits';
import { Preview } from '../notice/notice-shapes';
import { Audience } from '../people/audience';
import { ROSTER_KEEPERS } from '../roles';
import { ShiftOfDay } from '../roster/shift';
import { StudyKind } from './study-shapes';

const fn = 'study';

const MINUTES_OF_DAY = 24 * 60;

/** When a place is open, and for how long people meet. */
export const SittingWish = v.strictObject({
  fromDay: Day,
  days: v.pipe(Count, v.minValue(1), v.maxValue(MOST_PLANNED_DAYS)),
  /** Of each day. */
  startMinute: v.pipe(Count, v.maxValue(MINUTES_OF_DAY)),
  endMinute: v.pipe(Count, v.maxValue(MINUTES_OF_DAY)),
  minutes: v.pipe(Count, v.minValue(STUDY_MINUTES.least), v.maxValue(STUDY_MINUTES.most)),
});
export type SittingWish = v.InferOutput<typeof SittingWish>;

const times = { startAtMs: AtMs, endAtMs: AtMs };

/** Where people meet, where that has been written. */
const place = v.optional(Words(MOST_CHARACTERS.title));

/**
 * Why somebody cannot come; `away`: on leave or on loan to another organisation; `elsewhere`: at a
 * sitting of another study.
 */
const HINDRANCES = ['on-duty', 'after-night', 'asleep', 'away', 'elsewhere'] as const;
export const ShownHindrance = growing(HINDRANCES);
export type ShownHindrance = v.InferOutput<typeof ShownHindrance>;

/**
 * A stretch of a crew's day around a sitting, by the minutes of the sitting's day; may pass 0 and 1440.
 * `meeting`: some of the crew are at a sitting of another study, which may lie over other stretches.
 */
const Stretch = v.strictObject({
  startMinute: v.number(),
  endMinute: v.number(),
  state: growing(['on-duty', 'office-hours', 'asleep', 'meeting']),
});

const CrewAtSitting = v.strictObject({
  /** null: people without a crew. */
  crewId: v.nullable(Id),
  crewName: v.nullable(v.string()),
  people: Count,
  /** How many of them can come: leave and changes of their own counted. */
  canCome: Count,
  /** By the pattern of the crew; `elsewhere`: none can come, some because of another study. */
  hindrance: v.nullable(ShownHindrance),
  /** By its pattern: whether the sitting lies in the handover after a shift, or before one. */
  shiftBeside: v.nullable(growing(['after-shift', 'before-shift'])),
  shift: v.nullable(ShiftOfDay),
  stretches: v.array(Stretch),
});
export type CrewAtSitting = v.InferOutput<typeof CrewAtSitting>;

/** A sitting of another published study at the same time. docs/rules.md#R-148 */
const Clash = v.strictObject({
  ...times,
  /** null: of another branch. */
  topic: v.nullable(v.string()),
  branchName: v.string(),
  place: v.string(),
  /** Of who is asked, those who go there. */
  people: Count,
  /** Whether it is in the same room. */
  isSamePlace: v.boolean(),
});
export type Clash = v.InferOutput<typeof Clash>;

/**
 * Either finds the fewest sittings within a wish such that everybody can come to one awake and off
 * duty, of a meeting that votes the one to which most of the entitled can; or looks at sittings as
 * they stand. Writes nothing.
 */
export const planSittings = defineAction({
  fn,
  name: 'planSittings',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    /** The study itself, where it is published already: it is not in its own way. */
    studyId: v.optional(Id),
    kind: StudyKind,
    audience: Audience,
    ask: v.variant('kind', [
      v.strictObject({ kind: v.literal('find'), wish: SittingWish, place }),
      v.strictObject({
        kind: v.literal('weigh'),
        sittings: v.pipe(
          v.array(v.strictObject({ ...times, place })),
          v.minLength(1),
          v.maxLength(MAX_SITTINGS),
        ),
      }),
    ]),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    total: Count,
    /** Of them, who can come to one of the sittings at least. */
    canCome: Count,
    /** Of what was found: no fewer would do. null: not known, or nothing was looked for. */
    isFewest: v.nullable(v.boolean()),
    /** Holidays within the wish on which nothing was looked for. docs/rules.md#R-151 */
    holidays: v.array(Day),
    sittings: v.array(
      v.strictObject({
        ...times,
        canCome: Count,
        /** Of the entitled, when the meeting votes. */
        entitled: v.nullable(Count),
        crews: v.array(CrewAtSitting),
        /** What else is held then that concerns who is asked, or the room. */
        clashes: v.array(Clash),
      }),
    ),
    left: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        why: ShownHindrance,
        /** The first day on which they are back. */
        backDay: v.nullable(Day),
      }),
    ),
    /** Of a meeting that votes: how many of the entitled must be there, and for an election. */
    quorum: v.nullable(v.strictObject({ entitled: Count, needed: Count, neededToElect: Count })),
  }),
  errors: [
    'bad-audience',
    'nobody-in-audience',
    /** A sitting does not end after its start, or is longer than one can be. detail.index */
    'bad-sitting',
    /** The place is not open for as long as a sitting takes, or only in the past. */
    'no-such-time',
  ],
});

/**
 * Who is told of a draft when and why once it is published, and who hears of it too late. Writes
 * nothing.
 */
export const previewPublication = defineAction({
  fn,
  name: 'previewPublication',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    ...Preview.entries,
    /**
     * Who could come to a sitting, and hears of the study less than an hour before the last such, or
     * later; of who has no account nobody. docs/rules.md#R-96
     */
    late: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** When they hear of it; null: it does not ring for them before. */
        atMs: v.nullable(AtMs),
        /** The last sitting that they could come to. */
        startAtMs: AtMs,
      }),
    ),
  }),
  errors: ['bad-sitting', 'study-cancelled', 'already-published', 'nobody-in-audience'],
});

export const studyPlanningActions = { planSittings, previewPublication } as const;
