import * as v from 'valibot';
import { AtMs, Id } from '../../../contract/fields';
import { ATTENDANCES } from '../study/attendance-document';
import { STUDIES } from '../study/studies';
import type { Reading } from '../together';

/** When somebody said of a study whether they come; of who has come, now. */
const Answer = v.object({ studyId: Id, atMs: AtMs });
export type Answer = v.InferOutput<typeof Answer>;
const Answered = v.object({ _id: Id, answers: v.array(Answer) });

/**
 * Who has answered, or come to, which study that is not over, and when: what was written before they have
 * heard of. Also an answer that a change has taken since. docs/rules.md#R-73
 * @param branchId null: of all branches
 */
export function answeredReading(branchId: string | null, nowMs: number): Reading {
  const decidedAtMs = { $ifNull: ['$line.decidedAtMs', '$line.reply.atMs'] };
  const answeredAtMs = { $cond: ['$line.isIn', nowMs, decidedAtMs] };
  return {
    from: STUDIES.collection,
    pipeline: [
      {
        $match: {
          ...(branchId !== null && { branchId }),
          state: 'published',
          lastCloseAtMs: { $gte: nowMs },
        },
      },
      { $project: { _id: 1 } },
      {
        $lookup: {
          from: ATTENDANCES.collection,
          localField: '_id',
          foreignField: 'studyId',
          as: 'line',
        },
      },
      { $unwind: '$line' },
      {
        $match: {
          $or: [
            { 'line.isIn': true },
            { 'line.reply': { $ne: null } },
            { 'line.decidedAtMs': { $exists: true } },
          ],
        },
      },
      {
        $group: {
          _id: '$line.memberId',
          answers: { $push: { studyId: '$_id', atMs: answeredAtMs } },
        },
      },
    ],
  };
}

export const answeredIn = (rows: readonly unknown[]): ReadonlyMap<string, readonly Answer[]> =>
  new Map(v.parse(v.array(Answered), rows).map(({ _id, answers }) => [_id, answers]));
