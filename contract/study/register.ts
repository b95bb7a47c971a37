import * as v from 'valibot';
import { Exported } from '../branch/exported';
import { LEAVE_VERDICTS } from '../../domain/study/leave';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { OFFICERS, PRESENTERS, ROSTER_KEEPERS } from '../roles';
import { ShiftOfDay } from '../roster/shift';
import { LEAVE_STANDINGS, RollLeave } from './leave-shapes';
import { MyMakeUp } from './make-up-shapes';
import {
  ATTENDANCE_STATES,
  AttendanceState,
  Gone,
  Scanned,
  ShownRollWay,
  Study,
} from './study-shapes';

const fn = 'study';

/** What the presenter's phone shows: this and the next slots, so that a weak network does not freeze it. */
export const presenterCodes = defineAction({
  fn,
  name: 'presenterCodes',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, sittingId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    topic: v.string(),
    place: v.string(),
    startAtMs: AtMs,
    opensAtMs: AtMs,
    closesAtMs: AtMs,
    slots: v.array(v.strictObject({ startAtMs: AtMs, payload: v.string(), digits: v.string() })),
  }),
  errors: ['closed', 'study-cancelled'],
});

export const RollLine = v.strictObject({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  shift: v.nullable(ShiftOfDay),
  state: AttendanceState,
  /** Where they were entered; asked by sitting also, of who is not in, where they mean to come. */
  sittingId: v.nullable(Id),
  way: v.nullable(ShownRollWay),
  atMs: v.nullable(AtMs),
  /** By the phone's clock, of an offline scan: what an officer confirms or refuses. */
  claimedAtMs: v.nullable(AtMs),
  /**
   * Of an offline scan: when its code came on the screen, and how many others handed in a scan of the
   * same one; absent where it was not kept, and to phones before 0.2.0.
   */
  code: v.optional(v.strictObject({ shownAtMs: AtMs, others: Count })),
  /** What they have to make up, or have; absent where nothing, and to phones before 0.2.0. */
  makeUp: v.optional(MyMakeUp),
  reason: v.nullable(v.string()),
  /** A reason of leave, not said here, that the reader may open; absent where there is none. docs/rules.md#R-152 */
  hasReason: v.optional(v.boolean()),
  /** When that leave was asked, also where its reason is said; absent to phones before 0.3.0. */
  leaveAskedAtMs: v.optional(AtMs),
  /** Leave asked beforehand, to who may answer it; absent to phones before 0.2.0. */
  leave: v.optional(RollLeave),
  /** Leave asked beforehand that can still be declined; absent where not, and to phones before 0.3.0. */
  isLeaveOpen: v.optional(v.boolean()),
  markedBy: v.nullable(v.string()),
  corrections: v.array(
    v.strictObject({
      from: AttendanceState,
      to: AttendanceState,
      /** null: the person came after they had been marked. */
      reason: v.nullable(v.string()),
      byName: v.string(),
      atMs: AtMs,
    }),
  ),
});
export type RollLine = v.InferOutput<typeof RollLine>;

export const GoneFromRoll = v.strictObject({
  memberId: Id,
  name: v.string(),
  crewName: v.nullable(v.string()),
  gone: Gone,
});
export type GoneFromRoll = v.InferOutput<typeof GoneFromRoll>;

export const roll = defineAction({
  fn,
  name: 'roll',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({
    studyId: Id,
    sittingId: v.optional(Id),
    /** While the register is open: as people stand to the sitting, see `sittingId` of a line. */
    isBySitting: v.optional(v.boolean()),
    /** The phone opens reasons of leave one by one; absent from phones before 0.3.0. docs/rules.md#R-152 */
    opensReasons: v.optional(v.boolean()),
  }),
  output: v.strictObject({
    nowMs: AtMs,
    study: Study,
    isFinal: v.boolean(),
    lines: v.array(RollLine),
    /** Whom it asks no more since they left its branch, by name; none of them is in a line. Since 0.4.0. */
    gone: v.optional(v.array(GoneFromRoll)),
  }),
  errors: [],
});

/** One line of the roll with the reasons of leave that the reader may know; the person sees who read them. docs/rules.md#R-152 */
export const openLine = defineAction({
  fn,
  name: 'openLine',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, memberId: Id }),
  output: v.strictObject({ line: RollLine }),
  errors: [],
});

/** Whose own code was scanned, for the presenter to look at before they are entered. Changes nothing. */
export const whoseCode = defineAction({
  fn,
  name: 'whoseCode',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, payload: Scanned }),
  output: v.strictObject({
    memberId: Id,
    name: v.string(),
    groupName: v.nullable(v.string()),
    crewName: v.nullable(v.string()),
  }),
  errors: ['not-a-code', 'code-stale', 'not-invited', 'own-line'],
});

/** Enters whose own rotating code the presenter scanned, up to a minute ago. */
export const admit = defineAction({
  fn,
  name: 'admit',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, sittingId: Id, payload: Scanned }),
  output: v.strictObject({ line: RollLine, wasIn: v.boolean() }),
  errors: [
    'not-a-code',
    'code-stale',
    'not-invited',
    'not-open-yet',
    'closed',
    'study-cancelled',
    'own-line',
  ],
});

/**
 * What stood on the officer's phone when they decided: where something else has been entered since,
 * they look again. Absent from phones before 0.2.0, and where only newer versions know the state.
 */
const Seen = v.optional(v.picklist(ATTENDANCE_STATES));

/** Enters a member by name with a reason, while the register is open. */
export const markByHand = defineAction({
  fn,
  name: 'markByHand',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({
    studyId: Id,
    sittingId: Id,
    memberId: Id,
    state: v.picklist(['attended', 'late', 'excused', 'absent']),
    seen: Seen,
    reason: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ line: RollLine }),
  errors: [
    'not-invited',
    'not-open-yet',
    'register-final',
    'study-cancelled',
    'too-many-corrections',
    /** Nobody enters themselves by hand: another presenter does, or they check in. */
    'own-line',
    'changed-meanwhile',
  ],
});

/**
 * Grants leave that was asked beforehand, or declines it while the person could still come; the
 * person is told. `askedAtMs` and `seen`: which leave stood on the officer's phone, and how.
 */
export const answerLeave = defineAction({
  fn,
  name: 'answerLeave',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    memberId: Id,
    askedAtMs: AtMs,
    seen: v.picklist(LEAVE_STANDINGS),
    verdict: v.picklist(LEAVE_VERDICTS),
    reason: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ line: RollLine }),
  errors: [
    'own-line',
    'study-cancelled',
    'register-final',
    /** The person has said something else since, or asked anew. */
    'leave-withdrawn',
    /** Another officer has answered otherwise, or entered the person. */
    'changed-meanwhile',
    /** The last sitting has begun: the person could not come any more. */
    'too-late-to-decline',
  ],
});

/** Closes a sitting before its time; the last one makes the register final. */
export const closeSitting = defineAction({
  fn,
  name: 'closeSitting',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, sittingId: Id }),
  output: v.strictObject({ study: Study }),
  errors: ['not-open-yet', 'study-cancelled'],
});

/** After closing: an entry with name, time and reason beside the record, never over it. */
export const correct = defineAction({
  fn,
  name: 'correct',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    memberId: Id,
    to: v.picklist(['attended', 'late', 'excused', 'on-duty', 'asleep', 'made-up', 'absent']),
    seen: Seen,
    reason: Words(MOST_CHARACTERS.reason),
  }),
  output: v.strictObject({ line: RollLine }),
  errors: ['not-invited', 'register-open', 'too-many-corrections', 'own-line', 'changed-meanwhile'],
});

/** Makes the register as a sheet; `exportId` is chosen by the phone and names it again. */
export const exportRegister = defineAction({
  fn,
  name: 'exportRegister',
  allow: inBranch('study', OFFICERS),
  input: v.strictObject({ exportId: Id, studyId: Id }),
  output: Exported,
  errors: [],
});

export const registerActions = {
  presenterCodes,
  roll,
  openLine,
  whoseCode,
  admit,
  markByHand,
  closeSitting,
  correct,
  answerLeave,
  exportRegister,
} as const;
