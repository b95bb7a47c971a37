import * as v from 'valibot';
import { LEAVE_VERDICTS } from '../../domain/study/leave';
import { AtMs } from '../fields';
import { growing } from '../growing';

export const LEAVE_STANDINGS = ['waiting', ...LEAVE_VERDICTS] as const;

/** How leave that was asked beforehand stands, and what an officer said of it. docs/rules.md#R-105 */
const leave = {
  standing: growing(LEAVE_STANDINGS),
  /** null: nobody has answered yet. */
  answer: v.nullable(v.strictObject({ reason: v.string(), byName: v.string(), atMs: AtMs })),
};
export const MyLeave = v.strictObject(leave);
/** As who answers it reads it. */
export const RollLeave = v.strictObject({
  ...leave,
  /** '' where it has to be opened first. docs/rules.md#R-152 */
  reason: v.string(),
  askedAtMs: AtMs,
});
export type MyLeave = v.InferOutput<typeof MyLeave>;
