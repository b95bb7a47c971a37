import * as v from 'valibot';
import { Day, Id } from '../../contract/fields';
import { LEAVE_KINDS } from '../../domain/shift/override';
import { LABEL_SHAPE, SHIFT_KINDS } from '../../domain/shift/rotation';

const Minutes = v.pipe(v.number(), v.safeInteger());

export const ShiftSlotDocument = v.object({
  label: v.pipe(v.string(), v.regex(LABEL_SHAPE)),
  kind: v.picklist(SHIFT_KINDS),
  startMinute: Minutes,
  durationMinutes: Minutes,
});
export const CycleDayDocument = v.array(ShiftSlotDocument);

const days = { id: Id, fromDay: Day, toDay: Day };

/** A personal change, as domain/shift has it. */
export const OverrideDocument = v.variant('kind', [
  v.object({ kind: v.literal('leave'), ...days, leaveKind: v.picklist(LEAVE_KINDS) }),
  v.object({ kind: v.literal('training'), ...days, slot: ShiftSlotDocument }),
  v.object({ kind: v.literal('on-loan'), ...days, crewId: v.nullable(Id) }),
  v.object({
    kind: v.literal('swap'),
    ...days,
    swapId: Id,
    withPersonId: Id,
    slots: CycleDayDocument,
  }),
  v.object({ kind: v.literal('changed-hours'), ...days, slots: CycleDayDocument }),
]);

export const SleepPreferenceDocument = v.object({
  night: v.exactOptional(v.object({ startMinute: Minutes, lengthMinutes: Minutes })),
  afterNight: v.exactOptional(v.object({ delayMinutes: Minutes, lengthMinutes: Minutes })),
});
