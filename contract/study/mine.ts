import * as v from 'valibot';
import { bareCode } from '../../domain/words/bare-code';
import { defineAction } from '../action';
import { ownReading, self } from '../allow';
import { AtMs, Count, Id, Month, Nothing, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { growing } from '../growing';
import { NoteOfStudy } from '../note/note-shapes';
import { MyLeave } from './leave-shapes';
import { AttendanceState, Gone, MyStudy, Scanned, Study } from './study-shapes';

const fn = 'study';

/** My studies: what is open now, or those of a month that are over. */
export const myStudies = defineAction({
  fn,
  name: 'myStudies',
  allow: ownReading(),
  input: v.strictObject({ month: v.optional(Month) }),
  output: v.strictObject({ nowMs: AtMs, studies: v.array(MyStudy) }),
  errors: [],
});

export const studyDetail = defineAction({
  fn,
  name: 'studyDetail',
  /** Of another branch only the line that one has there. docs/rules.md#R-362 */
  allow: self(),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    study: Study,
    /** null for an officer who is not in the audience. */
    mine: v.nullable(MyStudy),
    /** It asks me no more; since 0.4.0. */
    gone: v.optional(Gone),
    /** It is of a branch that I have left: no note on it is taken there any more; since 0.4.0. docs/rules.md#R-362 */
    isElsewhere: v.optional(v.boolean()),
    /** As in `mine`, where phones before 0.3.0 read it. */
    leave: v.optional(MyLeave),
    /** What I have handed in of it and not taken back, the newest first. Since 0.4.0. docs/rules.md#R-288 */
    notes: v.optional(v.array(NoteOfStudy)),
    canPresent: v.boolean(),
    canEdit: v.boolean(),
  }),
  errors: [],
});

/**
 * Says which sitting I come to, or asks for leave before it starts. `decidedAtMs`: when the person
 * decided, by the phone's clock moved by what `nowMs` showed it to be off; absent: now.
 */
export const reply = defineAction({
  fn,
  name: 'reply',
  allow: self(),
  input: v.strictObject({
    studyId: Id,
    reply: v.variant('kind', [
      v.strictObject({ kind: v.literal('coming'), sittingId: Id }),
      v.strictObject({ kind: v.literal('excused'), reason: Words(MOST_CHARACTERS.reason) }),
      v.strictObject({ kind: v.literal('none') }),
    ]),
    decidedAtMs: v.optional(AtMs),
  }),
  output: v.strictObject({ mine: MyStudy }),
  errors: [
    'study-cancelled',
    'sitting-over',
    'already-in',
    'too-late-to-excuse',
    /** Something decided later stands. */
    'decided-since',
    /** Decided for a day that the study has left since. */
    'asked-again',
  ],
});

/**
 * Enters the caller in the register of a sitting.
 * `scan`: the payload of the presenter's QR; `typed`: its digits, six or more.
 * `claimedAtMs` is given only by the outbox of a phone that was offline when it scanned: the instant
 * of the scan, by the phone's clock moved by what the last `nowMs` of the server showed it to be off.
 */
export const checkIn = defineAction({
  fn,
  name: 'checkIn',
  allow: self(),
  input: v.variant('way', [
    v.strictObject({
      way: v.literal('scan'),
      payload: Scanned,
      claimedAtMs: v.optional(AtMs),
    }),
    v.strictObject({
      way: v.literal('typed'),
      studyId: Id,
      sittingId: Id,
      digits: v.pipe(v.string(), v.transform(bareCode), v.regex(/^\d{6,10}$/u)),
    }),
  ]),
  output: v.strictObject({
    studyId: Id,
    sittingId: Id,
    topic: v.string(),
    place: v.string(),
    state: growing(['attended', 'late', 'to-confirm']),
    atMs: AtMs,
    /** The caller was in before this call; nothing was written again. */
    wasIn: v.boolean(),
  }),
  errors: [
    /** The QR is none of ours. */
    'not-a-code',
    /** The code has expired or was guessed; nothing was written. detail.triesLeft for typed codes. */
    'code-stale',
    /** detail.opensAtMs. */
    'not-open-yet',
    /** detail.closedAtMs. */
    'closed',
    /** The sitting is of a study the caller is not in the audience of. */
    'not-invited',
    'study-cancelled',
    /** Five wrong typed codes in this sitting: only scanning works now. */
    'typing-locked',
    /** The sitting has codes of `digits`, and fewer were typed; costs no try. */
    'more-digits',
    /** The person came after an officer had marked them missing, and an officer has decided about that. */
    'officer-decided',
  ],
});

/** Codes of the member's own rotating QR, for a presenter to scan. Empty outside open sittings. */
export const myCode = defineAction({
  fn,
  name: 'myCode',
  allow: self(),
  input: Nothing,
  output: v.strictObject({
    nowMs: AtMs,
    slots: v.array(v.strictObject({ startAtMs: AtMs, payload: v.string() })),
  }),
  errors: [],
});

/** My register of a month, with raw and fair rate and their sums. */
export const myAttendance = defineAction({
  fn,
  name: 'myAttendance',
  allow: ownReading(),
  input: v.strictObject({ month: Month }),
  output: v.strictObject({
    entries: v.array(
      v.strictObject({
        studyId: Id,
        topic: v.string(),
        startAtMs: AtMs,
        minutes: Count,
        state: AttendanceState,
        atMs: v.nullable(AtMs),
        reason: v.nullable(v.string()),
        /** As in MyStudy. */
        leave: v.optional(MyLeave),
        isAway: v.optional(v.boolean()),
        /** It asked me until I left its branch, and counts nowhere; not to phones before 0.2.0, since 0.4.0. */
        gone: v.optional(Gone),
        /** What I wrote when I asked for leave, whatever became of it; absent to phones before 0.3.0. */
        leaveReason: v.optional(v.string()),
      }),
    ),
    raw: v.strictObject({ attended: Count, asked: Count }),
    fair: v.strictObject({ attended: Count, couldAttend: Count }),
    minutesAsked: Count,
  }),
  errors: [],
});

export const studyActions = {
  myStudies,
  studyDetail,
  reply,
  checkIn,
  myCode,
  myAttendance,
} as const;
