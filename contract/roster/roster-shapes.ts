import { LEAVE_KINDS } from '../../domain/shift/override';
import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../fields';
import { MAX_SHIFT_MINUTES, MAX_SHIFTS_A_DAY, MAX_START_MINUTE } from '../../domain/shift/rotation';
import { growing, growingOr } from '../growing';
import { ShiftKind, ShiftLabel, ShownOverrideKind, ShownShiftKind } from './shift';

const StartMinute = v.pipe(Count, v.maxValue(MAX_START_MINUTE - 1));
const DurationMinutes = v.pipe(Count, v.maxValue(MAX_SHIFT_MINUTES));

const hours = { startMinute: StartMinute, durationMinutes: DurationMinutes };
export const Slot = v.strictObject({ label: ShiftLabel, kind: ShiftKind, ...hours });

/** As an answer names it. */
export const ShownSlot = v.strictObject({ label: ShiftLabel, kind: ShownShiftKind, ...hours });

/** A day of a person: none or several shifts, and why. */
export const CalendarDay = v.strictObject({
  day: Day,
  slots: v.array(ShownSlot),
  source: growingOr(['rotation', 'calendar', 'override'], 'unknown'),
  override: v.nullable(ShownOverrideKind),
  overrideId: v.nullable(v.string()),
});
export type CalendarDay = v.InferOutput<typeof CalendarDay>;

/** Longer than what the phone chooses: the change of a swap is `<swapId>-<day>`. */
export const OverrideId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,80}$/u));

/** A personal change; civil days [fromDay, toDay). */
const days = { fromDay: Day, toDay: Day };
export const ChangeDraft = v.variant('kind', [
  v.strictObject({
    kind: v.literal('leave'),
    ...days,
    leaveKind: v.picklist(LEAVE_KINDS),
  }),
  v.strictObject({ kind: v.literal('training'), ...days, slot: Slot }),
  v.strictObject({ kind: v.literal('on-loan'), ...days, crewId: v.nullable(Id) }),
  v.strictObject({
    kind: v.literal('changed-hours'),
    ...days,
    slots: v.pipe(v.array(Slot), v.maxLength(MAX_SHIFTS_A_DAY)),
  }),
]);
export type ChangeDraft = v.InferOutput<typeof ChangeDraft>;

export const Change = v.strictObject({
  overrideId: v.string(),
  kind: ShownOverrideKind,
  ...days,
  leaveKind: v.nullable(v.string()),
  crewName: v.nullable(v.string()),
  withName: v.nullable(v.string()),
  slots: v.array(ShownSlot),
  isRemovable: v.boolean(),
});
export type Change = v.InferOutput<typeof Change>;

export const Swap = v.strictObject({
  swapId: Id,
  state: growing(['proposed', 'agreed', 'declined', 'withdrawn']),
  proposerId: Id,
  proposerName: v.string(),
  partnerId: Id,
  partnerName: v.string(),
  days: v.array(Day),
  /** What each works instead, by day; empty for swaps of before this was kept. */
  takes: v.array(
    v.strictObject({ day: Day, proposer: v.array(ShownSlot), partner: v.array(ShownSlot) }),
  ),
  reason: v.nullable(v.string()),
  proposedAtMs: AtMs,
  seenByName: v.nullable(v.string()),
});
export type Swap = v.InferOutput<typeof Swap>;
