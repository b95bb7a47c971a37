import * as v from 'valibot';
import { STUDY_KINDS } from '../../domain/study/study-kinds';
import { AtMs, Count, Id, Words } from '../fields';
import { MOST_CHARACTERS, MOST_MATERIALS, STUDY_MINUTES } from '../limits';
import { MAX_SITTINGS } from '../../domain/study/sitting';
import { growing } from '../growing';
import { Audience, ShownAudience } from '../people/audience';
import { Fit, ShiftOfDay } from '../roster/shift';
import { MyLeave } from './leave-shapes';
import { MyMakeUp } from './make-up-shapes';

export const StudyKind = v.picklist(STUDY_KINDS);
export type StudyKind = v.InferOutput<typeof StudyKind>;

/** As an answer names it. */
export const ShownStudyKind = growing(STUDY_KINDS);
export type ShownStudyKind = v.InferOutput<typeof ShownStudyKind>;

export const STUDY_STATES = ['draft', 'published', 'cancelled'] as const;
export const ShownStudyState = growing(STUDY_STATES);

export const ATTENDANCE_STATES = [
  'attended',
  'late',
  'excused',
  'on-duty',
  'asleep',
  'made-up',
  'absent',
  /** Scanned while offline; the secretary has to confirm it. */
  'to-confirm',
  /** The register is still open and the person is not in. */
  'expected',
] as const;
export const AttendanceState = growing(ATTENDANCE_STATES);
export type AttendanceState = v.InferOutput<typeof AttendanceState>;

/** Where somebody is whom a register asks no more since they left its branch: in another one, or not known. docs/rules.md#R-362 */
export const Gone = growing(['moved', 'left']);
export type Gone = v.InferOutput<typeof Gone>;

/** How somebody came into the register. */
export const ROLL_WAYS = [
  'scan',
  'typed',
  'scanned-by-presenter',
  'by-hand',
  'offline-scan',
] as const;
export const ShownRollWay = growing(ROLL_WAYS);
export type ShownRollWay = v.InferOutput<typeof ShownRollWay>;

/** Something to read beforehand: public material only (docs/rules.md#R-30). */
const material = {
  url: v.pipe(v.string(), v.regex(/^https:\/\/[^\s]{1,500}$/u)),
  minutes: v.pipe(Count, v.maxValue(600)),
  isMustRead: v.boolean(),
};
const MATERIAL_KINDS = ['article', 'document', 'pictures'] as const;
export const Material = v.strictObject({
  ...material,
  title: Words(MOST_CHARACTERS.material),
  kind: v.picklist(MATERIAL_KINDS),
});
export type Material = v.InferOutput<typeof Material>;

/** As an answer names it. */
export const ShownMaterial = v.strictObject({
  ...material,
  title: v.string(),
  kind: growing(MATERIAL_KINDS),
});
export type ShownMaterial = v.InferOutput<typeof ShownMaterial>;

/** The text of a code that a phone has scanned, whatever it says. */
export const Scanned = v.pipe(v.string(), v.maxLength(200));

export const SittingDraft = v.strictObject({
  sittingId: Id,
  place: Words(MOST_CHARACTERS.title),
  startAtMs: AtMs,
  endAtMs: AtMs,
  opensAtMs: AtMs,
  lateAfterAtMs: AtMs,
  closesAtMs: AtMs,
});
export type SittingDraft = v.InferOutput<typeof SittingDraft>;

export const StudyDraft = v.strictObject({
  topic: Words(MOST_CHARACTERS.title),
  why: v.optional(Words(MOST_CHARACTERS.body)),
  kind: StudyKind,
  minutes: v.pipe(Count, v.minValue(STUDY_MINUTES.least), v.maxValue(STUDY_MINUTES.most)),
  audience: Audience,
  materials: v.pipe(v.array(Material), v.maxLength(MOST_MATERIALS)),
  sittings: v.pipe(v.array(SittingDraft), v.minLength(1), v.maxLength(MAX_SITTINGS)),
});
export type StudyDraft = v.InferOutput<typeof StudyDraft>;

/** A sitting as anybody may see it: no secret. */
const Sitting = v.strictObject({
  ...SittingDraft.entries,
  place: v.string(),
  /** Closed by hand before closesAtMs. */
  closedAtMs: v.nullable(AtMs),
});

export const Study = v.strictObject({
  studyId: Id,
  branchId: Id,
  branchName: v.string(),
  topic: v.string(),
  why: v.nullable(v.string()),
  kind: ShownStudyKind,
  minutes: Count,
  audience: ShownAudience,
  materials: v.array(ShownMaterial),
  sittings: v.array(Sitting),
  state: ShownStudyState,
  cancelReason: v.nullable(v.string()),
  revision: Count,
  expected: Count,
  createdByName: v.string(),
});
export type Study = v.InferOutput<typeof Study>;

/** A study as it stands for one member. */
export const MyStudy = v.strictObject({
  studyId: Id,
  topic: v.string(),
  kind: ShownStudyKind,
  minutes: Count,
  isCancelled: v.boolean(),
  cancelReason: v.nullable(v.string()),
  state: AttendanceState,
  atMs: v.nullable(AtMs),
  chosenSittingId: v.nullable(Id),
  repliedAtMs: v.nullable(AtMs),
  excuseReason: v.nullable(v.string()),
  /** Days of mine are shown in the list by the chip of that day. */
  sittings: v.array(
    v.strictObject({
      sittingId: Id,
      place: v.string(),
      startAtMs: AtMs,
      endAtMs: AtMs,
      opensAtMs: AtMs,
      lateAfterAtMs: AtMs,
      closesAtMs: AtMs,
      fit: Fit,
      shift: v.nullable(ShiftOfDay),
    }),
  ),
  /** Where there is one; absent also to phones before 0.2.0. */
  makeUp: v.optional(MyMakeUp),
  /** Where my state follows from leave that I have asked for; absent also to phones before 0.3.0. */
  leave: v.optional(MyLeave),
  /** Excused by the calendar, or on loan: nobody asked for it, nobody entered it. docs/rules.md#R-153 */
  isAway: v.optional(v.boolean()),
});
export type MyStudy = v.InferOutput<typeof MyStudy>;
