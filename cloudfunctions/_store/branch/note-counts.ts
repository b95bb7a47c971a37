import * as v from 'valibot';
import { Count } from '../../../contract/fields';
import type { Interval } from '../../../domain/time/interval';
import { NoteDocument, NOTES } from '../note/note-document';
import type { Reading } from '../together';

/** How many notes of a branch, handed in first within the interval, are of each type and state. docs/rules.md#R-113 */
export function noteCountsReading(branchId: string, { startAtMs, endAtMs }: Interval): Reading {
  return {
    from: NOTES.collection,
    pipeline: [
      {
        $match: {
          branchId,
          state: { $ne: 'taken-back' },
          firstAtMs: { $gte: startAtMs, $lt: endAtMs },
        },
      },
      { $group: { _id: { type: '$type', state: '$state' }, count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ],
  };
}

const { type, state } = NoteDocument.entries;
const Counted = v.object({ _id: v.object({ type, state }), count: Count });

export const noteCountsIn = (rows: readonly unknown[]) =>
  v.parse(v.array(Counted), rows).map(({ _id, count }) => ({ ..._id, count }));
