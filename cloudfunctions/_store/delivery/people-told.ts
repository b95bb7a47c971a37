import type { Stage } from '../together';

const mapped = (input: unknown, into: unknown) => ({ $map: { input, as: 'each', in: into } });

/**
 * A row for each person whom a delivery names and who has not acknowledged it, in `person`: who, since
 * when, and what became of the message; null while nothing is known.
 * @param fields of the delivery, as `$project` has them
 * @param sinceAtMs of a group, which is `$$this`; for whom it came too late since it was written
 */
export function peopleTold(
  fields: Readonly<Record<string, unknown>>,
  sinceAtMs: unknown,
): readonly Stage[] {
  const as = (memberId: string, outcome: string | null, atMs = sinceAtMs) => ({
    memberId,
    outcome,
    atMs,
  });
  const known = mapped({ $objectToArray: '$$this.outcomes' }, as('$$each.k', '$$each.v'));
  const waiting = {
    $concatArrays: [
      mapped('$$this.subscribe', as('$$each', null)),
      mapped('$$this.inboxOnly', as('$$each.memberId', null)),
    ],
  };
  const ofGroup = { $cond: [{ $eq: ['$$this.state', 'done'] }, known, waiting] };
  const ofGroups = {
    $reduce: {
      input: '$groups',
      initialValue: [],
      in: { $concatArrays: ['$$value', ofGroup] },
    },
  };
  const tooLate = mapped('$tooLate', as('$$each', 'too-late', '$createdAtMs'));
  return [
    {
      $project: {
        ...fields,
        memberIds: 1,
        acknowledged: mapped({ $objectToArray: '$acks' }, '$$each.k'),
        person: { $concatArrays: [ofGroups, tooLate] },
      },
    },
    { $unwind: '$person' },
    {
      $match: {
        $expr: {
          $and: [
            { $in: ['$person.memberId', '$memberIds'] },
            { $not: { $in: ['$person.memberId', '$acknowledged'] } },
          ],
        },
      },
    },
  ];
}
