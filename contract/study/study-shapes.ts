import * as v from 'valibot';
import { STUDY_KINDS } from '../../domain/study/study-kinds';
import { AtMs, Count, Id, Words } from '../fields';
import { Fit, ShiftOfDay } from '../roster/shift';

export const StudyKind = v.picklist(STUDY_KINDS);
export type StudyKind = v.InferOutput<typeof StudyKind>;

export const StudyState = v.picklist(['draft', 'published', 'cancelled']);

export const AttendanceState = v.picklist([
  'attended',
  'late',
  'excused',
  'on-duty',
  'made-up',
  'absent',
  /** Scanned while offline; the secretary has to confirm it. */
  'to-confirm',
  /** The register is still open and the person is not in. */
  'expected',
]);
export type AttendanceState = v.InferOutput<typeof AttendanceState>;

/** How somebody came into the register. */
export const RollWay = v.picklist([
  'scan',
  'typed',
  'scanned-by-presenter',
  'by-hand',
  'offline-scan',
]);
export type RollWay = v.InferOutput<typeof RollWay>;

export const Audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('branch') }),
  v.strictObject({
    kind: v.literal('groups'),
    groupIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(30)),
  }),
  v.strictObject({
    kind: v.literal('crews'),
    crewIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(30)),
  }),
  v.strictObject({
    kind: v.literal('people'),
    memberIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)),
  }),
]);
export type Audience = v.InferOutput<typeof Audience>;

/** Something to read beforehand: public material only (docs/rules.md#R-30). */
export const Material = v.strictObject({
  title: Words(60),
  kind: v.picklist(['article', 'document', 'pictures']),
  url: v.pipe(v.string(), v.regex(/^https:\/\/[^\s]{1,500}$/u)),
  minutes: v.pipe(Count, v.maxValue(600)),
  isMustRead: v.boolean(),
});
export type Material = v.InferOutput<typeof Material>;

export const SittingDraft = v.strictObject({
  sittingId: Id,
  place: Words(40),
  startAtMs: AtMs,
  endAtMs: AtMs,
  opensAtMs: AtMs,
  lateAfterAtMs: AtMs,
  closesAtMs: AtMs,
});
export type SittingDraft = v.InferOutput<typeof SittingDraft>;

export const StudyDraft = v.strictObject({
  topic: Words(40),
  why: v.optional(Words(500)),
  kind: StudyKind,
  minutes: v.pipe(Count, v.minValue(5), v.maxValue(480)),
  audience: Audience,
  materials: v.pipe(v.array(Material), v.maxLength(10)),
  sittings: v.pipe(v.array(SittingDraft), v.minLength(1), v.maxLength(12)),
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
  kind: StudyKind,
  minutes: Count,
  audience: Audience,
  materials: v.array(Material),
  sittings: v.array(Sitting),
  state: StudyState,
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
  kind: StudyKind,
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
});
export type MyStudy = v.InferOutput<typeof MyStudy>;
