import * as v from 'valibot';
import { AtMs, Day } from '../fields';

export const ShiftKind = v.picklist(['day', 'evening', 'night', 'rest', 'study-day']);
export type ShiftKind = v.InferOutput<typeof ShiftKind>;

/** Which one character stands in the chip; texts are in miniprogram/text. */
export const ShiftLabel = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,23}$/u));

/** One day of a person's shifts. Minutes count from 00:00 of `day` and may pass 1440. */
export const ShiftOfDay = v.strictObject({
  day: Day,
  label: ShiftLabel,
  kind: ShiftKind,
  startMinute: v.nullable(v.number()),
  endMinute: v.nullable(v.number()),
  /** Set when a personal change put it there. */
  override: v.nullable(v.picklist(['swap', 'leave', 'training', 'on-loan', 'changed-hours'])),
});
export type ShiftOfDay = v.InferOutput<typeof ShiftOfDay>;

/** Quiet time now: until when, and why; see domain/shift. */
export const QuietTime = v.strictObject({
  untilAtMs: AtMs,
  reason: v.picklist(['after-night', 'before-early', 'night', 'own-window', 'on-duty']),
  label: v.nullable(ShiftLabel),
});
export type QuietTime = v.InferOutput<typeof QuietTime>;

/** How a sitting meets a person's day. */
export const Fit = v.picklist(['free', 'on-duty', 'asleep', 'after-night', 'unknown']);
export type Fit = v.InferOutput<typeof Fit>;
