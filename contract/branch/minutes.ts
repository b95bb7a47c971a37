import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { AtMs, Count, Id, Words } from '../fields';
import { OFFICERS, ROSTER_KEEPERS } from '../roles';
import { ShownStudyKind } from '../study/study-shapes';
import { Exported } from './exported';

const fn = 'branch';

/** Most characters of minutes: what was said, and what was decided, one a line. */
export const MINUTES_CHARACTERS = { text: 2000, decisions: 800 } as const;

const Written = v.strictObject({
  text: v.string(),
  decisions: v.nullable(v.string()),
  byName: v.string(),
  atMs: AtMs,
});
export type Written = v.InferOutput<typeof Written>;

/** What was written of a meeting, with its register, which nobody has to write down again. */
export const Minutes = v.strictObject({
  nowMs: AtMs,
  topic: v.string(),
  kind: ShownStudyKind,
  branchName: v.string(),
  startAtMs: AtMs,
  places: v.array(v.string()),
  /**
   * Where there are several, each that was held or is to be, by start, and once the register is final who
   * was there. Absent: there is one, or from functions before 0.4.0.
   */
  sittings: v.optional(
    v.array(v.strictObject({ startAtMs: AtMs, place: v.string(), came: v.array(v.string()) })),
  ),
  /** Whether it has begun; before, there is nothing to write. */
  hasBegun: v.boolean(),
  /** Of the final register, names by what stands there; null: it is not final. */
  register: v.nullable(
    v.strictObject({
      asked: Count,
      /** Who was there. */
      came: v.array(v.string()),
      /** Absent before 0.3.0; such phones read them as what the register says but for the make-up. */
      madeUp: v.optional(v.array(v.string())),
      onLeave: v.array(v.string()),
      onDuty: v.array(v.string()),
      /** Absent before 0.3.0; such phones read them as on duty. */
      asleep: v.optional(v.array(v.string())),
      missed: v.array(v.string()),
      toConfirm: v.array(v.string()),
    }),
  ),
  /** Counted up by every save; 0: nothing is written. */
  revision: Count,
  written: v.nullable(Written),
  /** Newest first. */
  earlier: v.array(Written),
});
export type Minutes = v.InferOutput<typeof Minutes>;

export const minutes = defineAction({
  fn,
  name: 'minutes',
  allow: inBranch('study', OFFICERS),
  input: v.strictObject({ studyId: Id }),
  output: Minutes,
  errors: [],
});

/** Another version, after exactly the revision that the officer has before them. docs/rules.md#R-117 */
export const saveMinutes = defineAction({
  fn,
  name: 'saveMinutes',
  allow: inBranch('study', ROSTER_KEEPERS),
  input: v.strictObject({
    studyId: Id,
    revision: Count,
    text: Words(MINUTES_CHARACTERS.text),
    decisions: v.optional(Words(MINUTES_CHARACTERS.decisions)),
  }),
  output: v.strictObject({ revision: Count }),
  errors: [
    /** Somebody else has saved since. */
    'changed-meanwhile',
    'not-begun',
  ],
});

/** As a document to print and sign, with what is written so far; `exportId` is chosen by the phone and names it again. */
export const exportMinutes = defineAction({
  fn,
  name: 'exportMinutes',
  allow: inBranch('study', OFFICERS),
  input: v.strictObject({ exportId: Id, studyId: Id }),
  output: Exported,
  errors: [],
});

export const minutesActions = { minutes, saveMinutes, exportMinutes } as const;
