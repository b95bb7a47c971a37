import * as v from 'valibot';
import { Count, Day, Id } from '../../contract/fields';
import type { Rotation } from '../../domain/shift/rotation';
import { collection, command } from './database';
import { CycleDayDocument } from './shift-documents';

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
  schemaVersion: v.literal(1),
});
export type RotationDocument = v.InferOutput<typeof RotationDocument>;

const documents = () => collection('rotations', RotationDocument);

export const rotations = {
  /** Every rotation, past ones too, by id: an organisation has a handful. */
  all: () => documents().find({ _id: command.neq('') }, { orderBy: { _id: 'asc' } }),
} as const;

export function rotationOf({ _id, ...document }: RotationDocument): Rotation {
  const { cycleDays, days, crews, anchorDay, validFromDay, daysCounted } = document;
  return { id: _id, cycleDays, days, crews, anchorDay, validFromDay, daysCounted };
}
