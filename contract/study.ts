import * as v from 'valibot';
import { defineAction } from './action';
import { inBranch, self } from './allow';
import { AttendanceState, MyStudy, RollWay, Study, StudyDraft, StudyState } from './study-shapes';
import { AtMs, Count, Cursor, Day, Id, Month, Nothing, Words } from './fields';
import { ANY_MEMBER, PRESENTERS, ROSTER_KEEPERS } from './roles';
import { QuietTime, ShiftLabel, ShiftOfDay } from './shift';

const fn = 'study';

const UnreadMessage = v.strictObject({
  messageId: Id,
  atMs: AtMs,
  isToAcknowledge: v.boolean(),
});

/** The today page in one answer: fourteen days of shifts, quiet time, what is asked, what is coming. */
export const today = defineAction({
  fn,
  name: 'today',
  allow: self(),
  input: Nothing,
  output: v.strictObject({
    nowMs: AtMs,
    crewName: v.nullable(v.string()),
    days: v.array(ShiftOfDay),
    quiet: v.nullable(QuietTime),
    /**
     * Messages that came since the inbox was on the screen, as far as the server has heard up to a
     * minute ago, and must-reads not acknowledged; at most 50. The phone knows better what it showed.
     */
    unread: v.array(UnreadMessage),
    studies: v.array(MyStudy),
  }),
  errors: [],
});

/** My studies: what is open now, or those of a month that are over. */
export const myStudies = defineAction({
  fn,
  name: 'myStudies',
  allow: self(),
  input: v.strictObject({ month: v.optional(Month) }),
  output: v.strictObject({ nowMs: AtMs, studies: v.array(MyStudy) }),
  errors: [],
});

export const studyDetail = defineAction({
  fn,
  name: 'studyDetail',
  allow: inBranch('study', ANY_MEMBER),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({
    nowMs: AtMs,
    study: Study,
    /** null for an officer who is not in the audience. */
    mine: v.nullable(MyStudy),
    canPresent: v.boolean(),
    canEdit: v.boolean(),
  }),
  errors: [],
});

/** Says which sitting I come to, or asks for leave before it starts. */
export const reply = defineAction({
  fn,
  name: 'reply',
  allow: self(),
  input: v.strictObject({
    studyId: Id,
    reply: v.variant('kind', [
      v.strictObject({ kind: v.literal('coming'), sittingId: Id }),
      v.strictObject({ kind: v.literal('excused'), reason: Words(100) }),
      v.strictObject({ kind: v.literal('none') }),
    ]),
  }),
  output: v.strictObject({ mine: MyStudy }),
  errors: ['study-cancelled', 'sitting-over', 'already-in', 'too-late-to-excuse'],
});

/**
 * Enters the caller in the register of a sitting.
 * `scan`: the payload of the presenter's QR; `typed`: its six digits.
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
      payload: v.pipe(v.string(), v.maxLength(200)),
      claimedAtMs: v.optional(AtMs),
    }),
    v.strictObject({
      way: v.literal('typed'),
      studyId: Id,
      sittingId: Id,
      digits: v.pipe(v.string(), v.regex(/^\d{6}$/u)),
    }),
  ]),
  output: v.strictObject({
    studyId: Id,
    sittingId: Id,
    topic: v.string(),
    place: v.string(),
    state: v.picklist(['attended', 'late', 'to-confirm']),
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
  allow: self(),
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
      }),
    ),
    raw: v.strictObject({ attended: Count, asked: Count }),
    fair: v.strictObject({ attended: Count, couldAttend: Count }),
    minutesAsked: Count,
  }),
  errors: [],
});

// ---- officers

/** Creates or replaces a draft. The phone chooses the id, so that a retry makes one study. */
export const saveDraft = defineAction({
  fn,
  name: 'saveDraft',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id), studyId: Id, draft: StudyDraft }),
  output: v.strictObject({ study: Study }),
  errors: [
    /** A sitting ends before it starts, opens after it closes, or starts in the past. detail.sitting */
    'bad-sitting',
    'bad-audience',
    /** Already published: use changeStudy. */
    'already-published',
  ],
});

export const publishStudy = defineAction({
  fn,
  name: 'publishStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id }),
  output: v.strictObject({ study: Study, expected: Count }),
  errors: ['bad-sitting', 'study-cancelled', 'nobody-in-audience'],
});

/** Changes a published study; people already in keep their record. */
export const changeStudy = defineAction({
  fn,
  name: 'changeStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    revision: Count,
    draft: StudyDraft,
    /** Tells everybody of a change of mere words, too; what concerns them is told in any case. */
    isToldToAll: v.optional(v.boolean()),
  }),
  output: v.strictObject({ study: Study, expected: Count }),
  errors: [
    'bad-sitting',
    'bad-audience',
    'study-cancelled',
    /** Somebody else changed it since this phone read it. */
    'changed-meanwhile',
    /** A sitting where somebody is already in cannot be removed. detail.sitting */
    'sitting-in-use',
    /** The register is final; only corrections are possible. */
    'register-final',
  ],
});

export const cancelStudy = defineAction({
  fn,
  name: 'cancelStudy',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({ studyId: Id, reason: Words(100) }),
  output: v.strictObject({ study: Study }),
  errors: ['register-final'],
});

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
  sittingId: v.nullable(Id),
  way: v.nullable(RollWay),
  atMs: v.nullable(AtMs),
  /** By the phone's clock, of an offline scan: what an officer confirms or refuses. */
  claimedAtMs: v.nullable(AtMs),
  reason: v.nullable(v.string()),
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

export const roll = defineAction({
  fn,
  name: 'roll',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({ studyId: Id, sittingId: v.optional(Id) }),
  output: v.strictObject({
    nowMs: AtMs,
    study: Study,
    isFinal: v.boolean(),
    lines: v.array(RollLine),
  }),
  errors: [],
});

/** The presenter scans the member's own rotating code. */
export const admit = defineAction({
  fn,
  name: 'admit',
  allow: inBranch('study', PRESENTERS),
  input: v.strictObject({
    studyId: Id,
    sittingId: Id,
    payload: v.pipe(v.string(), v.maxLength(200)),
  }),
  output: v.strictObject({ line: RollLine, wasIn: v.boolean() }),
  errors: ['not-a-code', 'code-stale', 'not-invited', 'not-open-yet', 'closed', 'study-cancelled'],
});

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
    reason: Words(100),
  }),
  output: v.strictObject({ line: RollLine }),
  errors: [
    'not-invited',
    'not-open-yet',
    'register-final',
    'study-cancelled',
    'too-many-corrections',
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
    to: v.picklist(['attended', 'late', 'excused', 'on-duty', 'made-up', 'absent']),
    reason: Words(100),
  }),
  output: v.strictObject({ line: RollLine }),
  errors: ['not-invited', 'register-open', 'too-many-corrections'],
});

/** Studies of a branch with their counts, newest first. */
export const branchStudies = defineAction({
  fn,
  name: 'branchStudies',
  allow: inBranch('branch', PRESENTERS),
  input: v.strictObject({ branchId: v.optional(Id), cursor: v.optional(Cursor) }),
  output: v.strictObject({
    nowMs: AtMs,
    studies: v.array(
      v.strictObject({
        studyId: Id,
        topic: v.string(),
        kind: v.string(),
        state: StudyState,
        firstStartAtMs: v.nullable(AtMs),
        sittings: Count,
        expected: Count,
        attended: Count,
        isFinal: v.boolean(),
      }),
    ),
    nextCursor: v.nullable(Cursor),
  }),
  errors: [],
});

/** Who is in reach of a draft: crews, groups and people of the branch, to choose an audience from. */
export const audienceChoices = defineAction({
  fn,
  name: 'audienceChoices',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: v.strictObject({
    total: Count,
    groups: v.array(v.strictObject({ groupId: Id, name: v.string(), count: Count })),
    crews: v.array(v.strictObject({ crewId: Id, name: v.string(), count: Count })),
    today: v.array(v.strictObject({ crewId: Id, day: Day, label: ShiftLabel })),
  }),
  errors: [],
});

export const studyActions = {
  today,
  myStudies,
  studyDetail,
  reply,
  checkIn,
  myCode,
  myAttendance,
  saveDraft,
  publishStudy,
  changeStudy,
  cancelStudy,
  presenterCodes,
  roll,
  admit,
  markByHand,
  closeSitting,
  correct,
  branchStudies,
  audienceChoices,
} as const;
