import * as v from 'valibot';
import { DECISIONS, NEXT_BETWEEN_EQUALS, POLL_OUTCOMES } from '../../domain/star/after-vote';
import { EVIDENCE_KINDS, GONE } from '../../domain/star/nomination';
import {
  PUBLIC_DAYS,
  STANDING_BARS,
  STAR_STATES,
  STAR_STEPS,
  STEP_STATES,
} from '../../domain/star/star-month';
import { AtMs, Count, Day, Id, Month } from '../fields';
import { growing } from '../growing';

/** 'not-begun': nobody has begun the month yet. */
export const ShownStarState = growing(['not-begun', ...STAR_STATES]);
export type ShownStarState = v.InferOutput<typeof ShownStarState>;
export const ShownStarStep = growing(STAR_STEPS);
export type ShownStarStep = v.InferOutput<typeof ShownStarStep>;
export const ShownStepState = growing(STEP_STATES);
export type ShownStepState = v.InferOutput<typeof ShownStepState>;
export const ShownBar = growing(STANDING_BARS);
export type ShownBar = v.InferOutput<typeof ShownBar>;
/** Why who has agreed to stand does not: a rule of the month, or that they are of the branch no more. docs/rules.md#R-350 */
export const ShownOut = growing([...STANDING_BARS, ...GONE]);
export type ShownOut = v.InferOutput<typeof ShownOut>;

/** A record beside a nomination. docs/rules.md#R-169 */
export const ShownEvidence = v.strictObject({
  kind: growing(EVIDENCE_KINDS),
  /** Of the study, for a make-up too; of the note. Absent where it was kept in words only. */
  id: v.optional(Id),
  title: v.string(),
  day: Day,
});
export type ShownEvidence = v.InferOutput<typeof ShownEvidence>;

const WHEN = {
  nominationsUntilAtMs: AtMs,
  /** Of the special meeting of the branch; null: not set. */
  meetingAtMs: v.nullable(AtMs),
  /** Of the committee of the branch; null: not set. */
  decisionAtMs: v.nullable(AtMs),
  publicDays: v.pipe(Count, v.minValue(PUBLIC_DAYS.least), v.maxValue(PUBLIC_DAYS.most)),
};

/** What a branch sets for a month. docs/rules.md#R-155 */
export const StarPlan = v.strictObject({
  ...WHEN,
  /** Who may not stand. docs/rules.md#R-157 */
  bars: v.pipe(v.array(v.picklist(STANDING_BARS)), v.maxLength(STANDING_BARS.length)),
});

export const ShownPlan = v.strictObject({ ...WHEN, bars: v.array(ShownBar) });
export type ShownPlan = v.InferOutput<typeof ShownPlan>;

/** What a month has come to since its votes, as the whole branch reads it. docs/rules.md#R-162 */
export const StarSince = v.strictObject({
  state: ShownStarState,
  /** null: none was held. */
  newestPollId: v.nullable(Id),
  /** The newest that was counted: later ones are open, or were called off. null: none was. */
  countedPollId: v.nullable(Id),
  /** What that one has come to. */
  counted: v.nullable(growing(POLL_OUTCOMES)),
  /** What its ballot has promised between equals. Absent where nobody is, and where it was counted before 0.3.0. docs/rules.md#R-177 */
  next: v.optional(growing(NEXT_BETWEEN_EQUALS)),
  /** Of the committee; null: none, or taken back since. */
  decision: v.nullable(
    v.strictObject({ outcome: growing(DECISIONS), reason: v.nullable(v.string()) }),
  ),
  /** Whom the committee has accepted. */
  stars: v.array(v.string()),
  publicUntilAtMs: v.nullable(AtMs),
  /** An objection waits for its answer, and the announcement for both. */
  isHeld: v.boolean(),
  /** An objection to whom that poll has chosen was right: the notice was taken back, whatever came of it since. */
  isTakenBack: v.boolean(),
  ended: v.nullable(v.strictObject({ atMs: AtMs, reason: v.nullable(v.string()) })),
});
export type StarSince = v.InferOutput<typeof StarSince>;

/** Of which branch and month an action is; without a branch, the caller's own. */
export const OF_MONTH = { branchId: v.optional(Id), month: Month } as const;
