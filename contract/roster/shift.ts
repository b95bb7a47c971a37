import { SHIFT_KINDS } from '../../domain/shift/rotation';
import * as v from 'valibot';
import { AtMs, Day } from '../fields';
import { growing, growingOr } from '../growing';

export const ShiftKind = v.picklist(SHIFT_KINDS);
export type ShiftKind = v.InferOutput<typeof ShiftKind>;

/** As an answer names it. */
export const ShownShiftKind = growing(SHIFT_KINDS);
export type ShownShiftKind = v.InferOutput<typeof ShownShiftKind>;

/** Personal changes by which a day differs from the pattern. */
export const ShownOverrideKind = growing(['leave', 'training', 'on-loan', 'swap', 'changed-hours']);

/** Which one character stands in the chip; texts are in miniprogram/text. */
export const ShiftLabel = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,23}$/u));

/** One day of a person's shifts. Minutes count from 00:00 of `day` and may pass 1440. */
export const ShiftOfDay = v.strictObject({
  day: Day,
  label: ShiftLabel,
  kind: ShownShiftKind,
  startMinute: v.nullable(v.number()),
  endMinute: v.nullable(v.number()),
  /** Set when a personal change put it there. */
  override: v.nullable(ShownOverrideKind),
});
export type ShiftOfDay = v.InferOutput<typeof ShiftOfDay>;

/** Quiet time now: until when, and why; see domain/shift. */
export const QuietTime = v.strictObject({
  untilAtMs: AtMs,
  reason: growing(['after-night', 'before-early', 'night', 'own-window', 'on-duty']),
  label: v.nullable(ShiftLabel),
});
export type QuietTime = v.InferOutput<typeof QuietTime>;

/** How a sitting meets a person's day. */
export const Fit = growingOr(['free', 'on-duty', 'asleep', 'after-night'], 'unknown');
export type Fit = v.InferOutput<typeof Fit>;
