import * as v from 'valibot';
import { AtMs, Count, Day, Id } from '../../../contract/fields';
import { OverrideId } from '../../../contract/roster/roster-shapes';
import { LEAVE_KINDS } from '../../../domain/shift/override';
import { LABEL_SHAPE, SHIFT_KINDS, type Rotation } from '../../../domain/shift/rotation';

const Minutes = v.pipe(v.number(), v.safeInteger());

export const ShiftSlotDocument = v.object({
  label: v.pipe(v.string(), v.regex(LABEL_SHAPE)),
  kind: v.picklist(SHIFT_KINDS),
  startMinute: Minutes,
  durationMinutes: Minutes,
});
export const CycleDayDocument = v.array(ShiftSlotDocument);

const days = { id: OverrideId, fromDay: Day, toDay: Day };

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

/** A rotation of domain/shift with the names that people see; its id is the document's. */
export const RotationDocument = v.object({
  _id: Id,
  name: v.string(),
  cycleDays: Count,
  days: v.array(CycleDayDocument),
  crews: v.array(v.object({ crewId: Id, name: v.string(), offset: Count })),
  anchorDay: Day,
  validFromDay: Day,
  daysCounted: v.picklist(['every-day', 'workdays']),
  /** Absent: it was there from the beginning. */
  savedAtMs: v.exactOptional(AtMs),
  schemaVersion: v.literal(1),
});
export type RotationDocument = v.InferOutput<typeof RotationDocument>;

export function rotationOf({ _id, ...document }: RotationDocument): Rotation {
  const { cycleDays, days, crews, anchorDay, validFromDay, daysCounted } = document;
  return { id: _id, cycleDays, days, crews, anchorDay, validFromDay, daysCounted };
}
