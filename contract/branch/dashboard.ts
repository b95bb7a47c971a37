import * as v from 'valibot';
import { OUTCOMES } from '../../domain/branch/outcome';
import { defineAction } from '../action';
import { inBranch, self } from '../allow';
import { AtMs, Count, Cursor, Id, Month } from '../fields';
import { growing } from '../growing';
import { MOST_STUDIES_CHOSEN } from '../limits';
import { ShownNoteState, ShownNoteType } from '../note/note-shapes';
import { OFFICERS } from '../roles';
import { AttendanceState, ShownStudyKind } from '../study/study-shapes';
import { Exported } from './exported';

const fn = 'branch';

/** Of registers that are final; fair is attended / couldAttend, raw attended / asked. */
export const Sums = v.strictObject({
  asked: Count,
  attended: Count,
  couldAttend: Count,
  /** Of those left out of couldAttend: away; the others slept, or were on duty. */
  leftOutOnLeave: Count,
  /** Absent from functions and phones before 0.3.0, which know of none. */
  leftOutAsleep: v.optional(Count),
});
export type Sums = v.InferOutput<typeof Sums>;

/** A branch in a month, in figures: nobody is named. */
export const dashboard = defineAction({
  fn,
  name: 'dashboard',
  allow: inBranch('branch', OFFICERS),
  /** Without a month: the present one. */
  input: v.strictObject({ branchId: v.optional(Id), month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    branchId: Id,
    branchName: v.string(),
    month: Month,
    /** Who was asked anything that closes in the month, also what is still open. */
    people: Count,
    /** Not over yet, or so lately that duty in it has not been noted. */
    openStudies: Count,
    sums: Sums,
    studies: v.array(
      v.strictObject({
        studyId: Id,
        topic: v.string(),
        kind: ShownStudyKind,
        minutes: Count,
        startAtMs: AtMs,
        sums: Sums,
        cells: v.array(
          v.strictObject({ crewId: v.nullable(Id), attended: Count, couldAttend: Count }),
        ),
      }),
    ),
    /** Of the cells, in the order of the rotations; who had no crew comes last. */
    crews: v.array(v.strictObject({ crewId: v.nullable(Id), name: v.nullable(v.string()) })),
    /** docs/rules.md#R-139 */
    makeUps: v.strictObject({
      /** Who has one that is not done. */
      people: Count,
      /** Not done: can still be, or not any more. */
      open: Count,
      over: Count,
      done: Count,
      /** Of the open ones, the first that ends. */
      nextUntilAtMs: v.nullable(AtMs),
    }),
    /** Handed in first in the month, and not taken back. docs/rules.md#R-113 */
    notes: v.array(v.strictObject({ type: ShownNoteType, state: ShownNoteState, count: Count })),
    burden: v.strictObject({ medianMinutes: Count, highestMinutes: Count, limitMinutes: Count }),
    /** Six months up to this one, the earliest first. */
    trend: v.array(v.strictObject({ month: Month, sums: Sums })),
  }),
  errors: [],
});

/**
 * The lines behind the rates of a month, or of some of its studies and one crew: by study, crew and
 * name. Pages go on while there is a cursor, also one without a row.
 */
export const dashboardLines = defineAction({
  fn,
  name: 'dashboardLines',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: Month,
    studyIds: v.optional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_STUDIES_CHOSEN))),
    /** null: who had none. */
    crewId: v.optional(v.nullable(Id)),
    outcome: v.optional(v.picklist(OUTCOMES)),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    /** Of all these lines, whatever outcome is asked for. */
    counts: v.strictObject({
      came: Count,
      /** Absent before 0.3.0; such phones read them as come. */
      'made-up': v.optional(Count),
      missed: Count,
      'on-leave': Count,
      'on-duty': Count,
      /** Absent before 0.3.0; such phones read them as on duty. */
      asleep: v.optional(Count),
      'to-confirm': Count,
    }),
    studies: v.array(
      v.strictObject({ studyId: Id, topic: v.string(), kind: ShownStudyKind, startAtMs: AtMs }),
    ),
    lines: v.array(
      v.strictObject({
        studyId: Id,
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        state: AttendanceState,
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Where a make-up of a month is: what is not done can still be, or not any more. docs/rules.md#R-139 */
const MAKE_UP_PARTS = ['open', 'over', 'done'] as const;
export type MakeUpPart = (typeof MAKE_UP_PARTS)[number];

/** Who was asked in a month, by crew and name, with what was asked of each. */
export const dashboardPeople = defineAction({
  fn,
  name: 'dashboardPeople',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ branchId: v.optional(Id), month: Month, cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    total: Count,
    /** Of these people. Absent from functions before 0.4.0. */
    burden: v.optional(v.strictObject({ medianMinutes: Count, highestMinutes: Count })),
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        studies: Count,
        minutes: Count,
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/**
 * Who has something left to make up, or what else is asked for, by crew and name, with what it is: by
 * the day of its study.
 */
export const dashboardMakeUps = defineAction({
  fn,
  name: 'dashboardMakeUps',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    month: Month,
    /** Absent: what is not done, whether it can still be or not. */
    part: v.optional(v.picklist(MAKE_UP_PARTS)),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    total: Count,
    /** Make-ups of the month, whatever part is asked for. Absent from functions before 0.4.0. */
    counts: v.optional(v.strictObject({ open: Count, over: Count, done: Count })),
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        makeUps: v.array(
          v.strictObject({
            studyId: Id,
            topic: v.string(),
            kind: ShownStudyKind,
            startAtMs: AtMs,
            /** At this instant it is over. */
            untilAtMs: AtMs,
            /** Absent: not done. */
            doneAtMs: v.optional(AtMs),
          }),
        ),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** How many a list has of which only the beginning is asked. */
export const SHORT_LIST = 3;

/**
 * Of people of the branch now, for each reason by crew and name: no ranking. With `isShort` only the
 * first few, for only who is sent has been looked at. docs/rules.md#R-123, docs/rules.md#R-125, docs/rules.md#R-152
 */
export const peopleToTalkTo = defineAction({
  fn,
  name: 'peopleToTalkTo',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({
    branchId: v.optional(Id),
    isShort: v.optional(v.boolean()),
    cursor: v.optional(Cursor),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    total: Count,
    /** Of all of them, each once, by what stands first; the people come in this order. Absent before 0.3.0. */
    counts: v.optional(v.strictObject({ absent: Count, kept: Count, unreached: Count })),
    people: v.array(
      v.strictObject({
        memberId: Id,
        name: v.string(),
        crewName: v.nullable(v.string()),
        /** In a row, up to now; 'on-duty' also of sleep. */
        streak: v.nullable(
          v.strictObject({
            kind: growing(['absent', 'on-duty']),
            count: Count,
            /** Of absences, of how many leave was asked and refused; absent: of none. */
            refused: v.optional(Count),
          }),
        ),
        /** By notices of this month, and why, of the newest. */
        unreached: v.nullable(
          v.strictObject({
            notices: Count,
            because: growing([
              'not-bound',
              'no-credit',
              'inbox-only',
              'unknown',
              'failed',
              'too-late',
            ]),
          }),
        ),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** All branches in a month, in the order of the roster: no ranking. docs/rules.md#R-127 */
export const officeDashboard = defineAction({
  fn,
  name: 'officeDashboard',
  allow: self(['committee-office']),
  input: v.strictObject({ month: v.optional(Month) }),
  output: v.strictObject({
    nowMs: AtMs,
    month: Month,
    limitMinutes: Count,
    branches: v.array(
      v.strictObject({
        branchId: Id,
        name: v.string(),
        /** Now, whichever month is shown. */
        members: Count,
        people: Count,
        studies: Count,
        openStudies: Count,
        sums: Sums,
        burden: v.strictObject({ medianMinutes: Count, highestMinutes: Count }),
        /** People whom notices of this month have not reached; null: another month is shown. */
        unreached: v.nullable(Count),
      }),
    ),
  }),
  errors: [],
});

/** The board of a month as a sheet, with the lines behind its figures; said in the audit trail. docs/rules.md#R-140 */
export const exportDashboard = defineAction({
  fn,
  name: 'exportDashboard',
  allow: inBranch('branch', OFFICERS),
  input: v.strictObject({ exportId: Id, branchId: v.optional(Id), month: Month }),
  output: Exported,
  errors: [],
});

export const dashboardActions = {
  dashboard,
  dashboardLines,
  dashboardPeople,
  dashboardMakeUps,
  peopleToTalkTo,
  officeDashboard,
  exportDashboard,
} as const;
