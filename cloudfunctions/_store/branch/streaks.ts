import * as v from 'valibot';
import { Id } from '../../../contract/fields';
import { streakOf, type Streak } from '../../../domain/branch/needs-a-word';
import { MEMBERS } from '../people/member-document';
import { ATTENDANCES } from '../study/attendance-document';
import type { Reading, Stage } from '../together';
import { finalStateOf, LEAVE_IS_NONE, linesOf, SAID, Saying } from './counted-lines';
import type { MonthStudy } from './month-studies';

/** Somebody who is of the branch now, with the crew in which they were asked last. */
interface Streaking {
  readonly memberId: string;
  readonly name: string;
  readonly crewId: string | null;
  readonly streak: Streak;
}

/**
 * Who is of the branch now: joins `member`, whose id is the `_id` of the row.
 * @param branchId null: of any branch
 */
export const ofBranchNow = (branchId: string | null): readonly Stage[] => [
  { $lookup: { from: MEMBERS.collection, localField: '_id', foreignField: '_id', as: 'member' } },
  { $addFields: { member: { $arrayElemAt: ['$member', 0] } } },
  {
    $match: {
      'member.leftDay': null,
      'member.branchId': branchId ?? { $exists: true },
    },
  },
];

/**
 * The last lines, newest first, of people who were in neither of the last two: nobody else can have
 * a streak. Of an open register only coming is known.
 */
export function streaksReading(branchId: string, studies: readonly MonthStudy[]): Reading {
  const decided = studies.filter(({ isDecided }) => isDecided).map(({ studyId }) => studyId);
  const says = { isIn: '$isIn', isLeaveRefused: LEAVE_IS_NONE, ...SAID };
  return {
    from: ATTENDANCES.collection,
    pipeline: [
      ...linesOf(studies),
      { $match: { $or: [{ studyId: { $in: decided } }, { isIn: true }] } },
      { $sort: { lastCloseAtMs: -1, _id: 1 } },
      { $group: { _id: '$memberId', crewId: { $first: '$crewId' }, lines: { $push: says } } },
      { $match: { 'lines.0.isIn': false, 'lines.1.isIn': false } },
      ...ofBranchNow(branchId),
      { $project: { crewId: 1, lines: 1, name: '$member.name' } },
    ],
  };
}

const Row = v.object({
  _id: Id,
  name: v.string(),
  crewId: v.nullable(Id),
  lines: v.array(v.object({ isLeaveRefused: v.boolean(), ...Saying })),
});

export function streaksIn(rows: readonly unknown[]): readonly Streaking[] {
  return v.parse(v.array(Row), rows).flatMap(({ _id, name, crewId, lines }) => {
    const streak = streakOf(
      lines.map((line) => ({
        state: finalStateOf(line),
        isLeaveRefused: line.isLeaveRefused,
      })),
    );
    return streak === undefined ? [] : [{ memberId: _id, name, crewId, streak }];
  });
}
