import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { MAKE_UP_WAYS } from '../../../contract/study/make-up-shapes';
import { ROLL_WAYS } from '../../../contract/study/study-shapes';
import { LEAVE_VERDICTS } from '../../../domain/study/leave';
import { MAKE_UP_CAUSES } from '../../../domain/study/make-up';
import { documentKind } from '../document-kind';

const By = v.object({ memberId: Id, name: v.string() });

const AttendanceRecord = v.object({
  sittingId: Id,
  state: v.picklist(['attended', 'late', 'to-confirm', 'excused', 'absent']),
  way: v.picklist(ROLL_WAYS),
  /** By the server's clock. */
  atMs: AtMs,
  /** By the phone's clock, of a scan that waited for a network. */
  claimedAtMs: v.nullable(AtMs),
  /** Start of the slot whose code such a scan saw: the same for all who saw one picture; since 0.2.0. */
  slotAtMs: v.optional(AtMs),
  markedBy: v.nullable(By),
  reason: v.nullable(v.string()),
  /** Of the call that entered it: its retry is answered alike. */
  requestId: v.string(),
});
export type AttendanceRecord = v.InferOutput<typeof AttendanceRecord>;

const Marked = v.picklist([
  'attended',
  'late',
  'excused',
  'on-duty',
  'asleep',
  'made-up',
  'absent',
  'to-confirm',
]);

const Correction = v.object({
  from: v.picklist([...Marked.options, 'expected']),
  /** As `from` when the person came, and what an officer had entered stands until one decides. */
  to: Marked,
  /** null: the person came after something had been entered. */
  reason: v.nullable(v.string()),
  by: By,
  atMs: AtMs,
  requestId: v.string(),
  /** How and to which sitting, of an entry that the person made by coming; since 0.2.0. */
  arrival: v.optional(
    v.object({ sittingId: Id, way: v.picklist(['scan', 'typed', 'scanned-by-presenter']) }),
  ),
});
export type Correction = v.InferOutput<typeof Correction>;

const LeaveAnswer = v.object({
  verdict: v.picklist(LEAVE_VERDICTS),
  reason: v.string(),
  by: By,
  atMs: AtMs,
  requestId: v.string(),
});

export const Leave = v.object({
  kind: v.literal('excused'),
  reason: v.string(),
  atMs: AtMs,
  /** Asked again after it was declined: it counts once it is granted. docs/rules.md#R-105 */
  needsGrant: v.exactOptional(v.literal(true)),
  /** What an officer said of it. */
  answer: v.exactOptional(LeaveAnswer),
});
export type Leave = v.InferOutput<typeof Leave>;

const Reply = v.variant('kind', [
  v.object({ kind: v.literal('coming'), sittingId: Id, atMs: AtMs }),
  Leave,
]);
export type Reply = v.InferOutput<typeof Reply>;

/** Making up what the person could not attend: beside the record, never over it. docs/rules.md#R-103 */
const MakeUp = v.object({
  cause: v.picklist(MAKE_UP_CAUSES),
  openedAtMs: AtMs,
  /** Of one that an officer opened. */
  openedBy: v.exactOptional(v.object({ ...By.entries, reason: v.string() })),
  /** Nothing is said of it before: the person is away until then. */
  startsAtMs: AtMs,
  /** At this instant it is over; put off by a change of shifts, never brought forward. */
  untilAtMs: AtMs,
  /** Ids of the questions that were answered rightly at last; of tries nothing is kept. */
  right: v.array(Id),
  note: v.exactOptional(
    v.object({
      text: v.string(),
      atMs: AtMs,
      /** What WeChat said of the words; absent before they were given to it. */
      check: v.exactOptional(v.picklist(['pass', 'to-look-at'])),
    }),
  ),
  doneAtMs: v.exactOptional(AtMs),
  way: v.exactOptional(v.picklist(MAKE_UP_WAYS)),
  /** What it earned when it was done. */
  minutes: v.exactOptional(Count),
});
export type MakeUp = v.InferOutput<typeof MakeUp>;

export const AttendanceDocument = v.object({
  /** `<studyId>_<memberId>` */
  _id: v.string(),
  studyId: Id,
  memberId: Id,
  branchId: Id,
  /** Name, group and crew as they were when the line was made. */
  name: v.string(),
  groupId: v.nullable(Id),
  crewId: v.nullable(Id),
  /** Revision of the study that this line agrees with. */
  studyRevision: Count,
  lastCloseAtMs: AtMs,
  /** False when the audience was changed away from the person. */
  isExpected: v.boolean(),
  /** Since when it asks nobody, because the person left the branch with nothing entered; since 0.4.0. docs/rules.md#R-362 */
  goneAtMs: v.exactOptional(AtMs),
  /** Whether the last word on the line is that the person took part; kept for counting. */
  isIn: v.boolean(),
  reply: v.nullable(Reply),
  /** When the person decided what `reply` says, also that it says nothing; absent before releases that kept it. */
  decidedAtMs: v.optional(AtMs),
  /** Answers for days that are not those of the study any more, and the change that took them. docs/rules.md#R-73 */
  pastReplies: v.exactOptional(v.array(v.object({ reply: Reply, studyRevision: Count }))),
  /** Leave that was declined before the person said something else. docs/rules.md#R-105 */
  declined: v.exactOptional(Leave),
  /** The first thing entered; all that comes later is a correction beside it. */
  record: v.nullable(AttendanceRecord),
  /** Wrong typed codes by sitting. */
  wrongTyped: v.record(v.string(), Count),
  corrections: v.array(Correction),
  /** Noted once the register was final: duty kept them from every sitting. Absent before. docs/rules.md#R-72 */
  wasOnDuty: v.exactOptional(v.boolean()),
  /** Noted with it, since 0.3.0: sleep did. docs/rules.md#R-119 */
  wasAsleep: v.exactOptional(v.boolean()),
  /** Likewise: on loan elsewhere or on long leave during every sitting. docs/rules.md#R-98 */
  wasAway: v.exactOptional(v.boolean()),
  makeUp: v.exactOptional(MakeUp),
  /** Counted up by every write of a record, correction or make-up. */
  version: Count,
  schemaVersion: v.literal(1),
});
export type AttendanceDocument = v.InferOutput<typeof AttendanceDocument>;

/** Whether the register shows the line: of who is asked no longer, only a record. */
export const isInRegister = ({ isExpected, record }: AttendanceDocument): boolean =>
  isExpected || record !== null;

export const ATTENDANCES = documentKind('attendances', AttendanceDocument);
/** `<studyId>_<memberId>` */
export const lineId = (studyId: string, memberId: string) => `${studyId}_${memberId}`;

export interface NewLine {
  readonly studyId: string;
  readonly branchId: string;
  readonly studyRevision: number;
  readonly lastCloseAtMs: number;
  readonly memberId: string;
  readonly name: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
}

/** A line on which nothing has been entered. */
export function emptyLine(line: NewLine): AttendanceDocument {
  return {
    _id: lineId(line.studyId, line.memberId),
    ...line,
    isExpected: true,
    isIn: false,
    reply: null,
    record: null,
    wrongTyped: {},
    corrections: [],
    version: 0,
    schemaVersion: 1,
  };
}
