import * as v from 'valibot';
import { Count, Id } from '../../../contract/fields';
import { collection, command } from '../database';
import { ATTENDANCES } from './attendance-document';

export interface StudyCounts {
  readonly expected: number;
  /** Who was there; who made it up stands beside them. docs/rules.md#R-103 */
  readonly attended: number;
  readonly madeUp: number;
}

/** Who is in the register, who was there and who made up, by study; studies without lines are left out. */
export async function countsOf(
  studyIds: readonly string[],
): Promise<ReadonlyMap<string, StudyCounts>> {
  if (studyIds.length === 0) return new Map();
  const studyId = command.in(studyIds);
  const counted = await collection(ATTENDANCES).group(
    command.anyOf({ studyId, isExpected: true }, { studyId, isIn: true }),
    {
      _id: '$studyId',
      expected: { $sum: 1 },
      attended: { $sum: { $cond: [WAS_THERE, 1, 0] } },
      isIn: { $sum: { $cond: ['$isIn', 1, 0] } },
    },
  );
  const rows = v.parse(Counted, counted);
  return new Map(
    rows.map(({ _id, expected, attended, isIn }) => [
      _id,
      { expected, attended, madeUp: isIn - attended },
    ]),
  );
}

/** What was entered last, as `markedState` of domain/study says but for a make-up. */
const ENTERED = { $ifNull: [{ $arrayElemAt: ['$corrections.to', -1] }, '$record.state'] };
const WAS_THERE = { $or: [{ $eq: [ENTERED, 'attended'] }, { $eq: [ENTERED, 'late'] }] };

const Counted = v.array(v.object({ _id: Id, expected: Count, attended: Count, isIn: Count }));
