import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch, ownReading, self } from '../allow';
import { AtMs, Count, Day, Id, Words } from '../fields';
import { growing } from '../growing';
import { MOST_CHARACTERS } from '../limits';
import { PRESENTERS, ROSTER_KEEPERS } from '../roles';
import { ShiftOfDay } from '../roster/shift';
import { MAKE_UP_ANSWER, MAKE_UP_NOTE_WRITE } from './make-up-answer';
import {
  MAKE_UP_NOTE,
  MakeUpContent,
  OPTIONS,
  ShownMakeUpCause,
  ShownMakeUpContent,
  ShownMakeUpWay,
} from './make-up-shapes';
import { ShownStudyKind } from './study-shapes';

const fn = 'study';

/** My make-up of a study: until when, what there is to read, and what I am asked. */
export const makeUp = defineAction({
  fn,
  name: 'makeUp',
  allow: ownReading(),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    study: v.strictObject({
      studyId: Id,
      topic: v.string(),
      kind: ShownStudyKind,
      sittings: v.array(
        v.strictObject({ startAtMs: AtMs, endAtMs: AtMs, shift: v.nullable(ShiftOfDay) }),
      ),
      createdByName: v.string(),
    }),
    cause: ShownMakeUpCause,
    /** Of one that an officer opened. */
    openedBy: v.nullable(v.strictObject({ name: v.string(), reason: v.string() })),
    /** Not before the person is back. */
    startsAtMs: AtMs,
    /** At this instant it is over. */
    untilAtMs: AtMs,
    termKind: growing(['rest-days', 'working-days']),
    /** Those of the person that count, in order. */
    countedDays: v.array(Day),
    /** From today on: a week, or a fortnight where it ends later. */
    days: v.array(ShiftOfDay),
    pieces: v.array(
      v.strictObject({
        pieceId: Id,
        title: v.string(),
        minutes: Count,
        text: v.nullable(v.string()),
        url: v.nullable(v.string()),
      }),
    ),
    questions: v.array(
      v.strictObject({
        questionId: Id,
        kind: growing(['single', 'several', 'true-false']),
        text: v.string(),
        options: v.array(v.strictObject({ optionId: Id, text: v.string() })),
      }),
    ),
    /** Questions that were answered rightly at last. */
    right: v.array(Id),
    note: v.nullable(v.strictObject({ text: v.string(), atMs: AtMs })),
    doneAtMs: v.nullable(AtMs),
    way: v.nullable(ShownMakeUpWay),
    /** Not done, and an officer has entered the person: nothing is left to make up. Absent: not so. */
    isIn: v.optional(v.boolean()),
    /** The register has them as absent, which only making it up changes. Absent: not so. */
    isAbsent: v.optional(v.boolean()),
    /** What it earns. */
    minutes: Count,
  }),
  errors: [],
});

/**
 * Answers one question; right or not, and why. `decidedAtMs`: when the person answered, by the
 * phone's clock moved by what `nowMs` showed it to be off; absent: now.
 */
export const answerMakeUp = defineAction({
  ...MAKE_UP_ANSWER,
  allow: self(),
  input: v.strictObject({
    studyId: Id,
    questionId: Id,
    chosen: v.pipe(v.array(Id), v.minLength(1), v.maxLength(OPTIONS.most)),
    decidedAtMs: v.optional(AtMs),
  }),
  output: v.strictObject({
    isRight: v.boolean(),
    rightOptionIds: v.array(Id),
    why: v.string(),
    right: v.array(Id),
    doneAtMs: v.nullable(AtMs),
    minutes: Count,
  }),
});

/** Ends the make-up with a few words of one's own; `decidedAtMs` as above, of when they were handed in. */
export const noteMakeUp = defineAction({
  ...MAKE_UP_NOTE_WRITE,
  allow: self(),
  input: v.strictObject({
    studyId: Id,
    text: v.pipe(Words(MAKE_UP_NOTE.most), v.minLength(MAKE_UP_NOTE.least)),
    decidedAtMs: v.optional(AtMs),
  }),
  output: v.strictObject({ doneAtMs: AtMs, minutes: Count }),
});

/** What an officer has written for the make-up of a study; revision 0: nothing yet. */
export const makeUpContent = defineAction({
  fn,
  name: 'makeUpContent',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    topic: v.string(),
    revision: Count,
    content: ShownMakeUpContent,
  }),
  errors: [],
});

export const saveMakeUpContent = defineAction({
  fn,
  name: 'saveMakeUpContent',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    /** The one that stood on the phone. */
    revision: Count,
    content: MakeUpContent,
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** detail.id, detail.fault */
    'bad-content',
    'study-cancelled',
    /** Somebody else saved since this phone read it. */
    'changed-meanwhile',
  ],
});

/** Who makes up a study, those who have not yet first. */
export const makeUpsOf = defineAction({
  fn,
  name: 'makeUpsOf',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    topic: v.string(),
    isFinal: v.boolean(),
    pieces: Count,
    questions: Count,
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        cause: ShownMakeUpCause,
        startsAtMs: AtMs,
        untilAtMs: AtMs,
        doneAtMs: v.nullable(AtMs),
        way: v.nullable(ShownMakeUpWay),
        openedBy: v.nullable(v.strictObject({ name: v.string(), reason: v.string() })),
        /** Their own words; null also for who is no officer. */
        note: v.nullable(v.string()),
        /** WeChat was not sure of them, or could not say: who reads them looks. Absent: not so. */
        isNoteUnsure: v.optional(v.boolean()),
      }),
    ),
    /** Absent, and without one: an officer may open it for them. */
    absent: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** How many studies they have missed in a row, 0 where it is too few to be spoken of; null to who is no officer. */
        inARow: v.nullable(Count),
        /** They had asked leave, which was refused: to who may read their leave. Absent: not so. */
        isLeaveRefused: v.optional(v.boolean()),
      }),
    ),
    canOpen: v.boolean(),
  }),
  errors: [],
});

/** Opens a make-up for a person, or opens it anew after its end. */
export const openMakeUp = defineAction({
  fn,
  name: 'openMakeUp',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id, memberId: Id, reason: Words(MOST_CHARACTERS.reason) }),
  output: v.strictObject({ untilAtMs: AtMs }),
  errors: ['not-invited', 'register-open', 'study-cancelled', 'no-longer-needed', 'own-line'],
});

export const makeUpActions = {
  makeUp,
  answerMakeUp,
  noteMakeUp,
  makeUpContent,
  saveMakeUpContent,
  makeUpsOf,
  openMakeUp,
} as const;
