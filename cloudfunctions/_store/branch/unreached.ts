import * as v from 'valibot';
import { Day, Id } from '../../../contract/fields';
import { NOTICE_KINDS } from '../../../domain/notice/kind-names';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import { inInbox } from '../delivery/deliveries';
import { DELIVERIES, type Outcome } from '../delivery/delivery-document';
import { peopleTold } from '../delivery/people-told';
import { unboundAccount } from '../people/member-document';
import type { Reading } from '../together';
import { ofBranchNow } from './streaks';

/** Somebody whom notices of a month have not reached, by any way. docs/rules.md#R-125 */
export interface Unreached {
  readonly memberId: string;
  readonly branchId: string;
  readonly name: string;
  readonly crewId: string | null;
  readonly notices: number;
  /** Of the newest of them; `not-bound` outweighs what became of a message. */
  readonly because: 'not-bound' | (typeof NOT_SENT)[number];
}

/** What is for all of an audience: neither between two people nor a reminder of one's own days. */
const KINDS = NOTICE_KINDS.filter(
  (kind) => KIND_RULES[kind].isPrivate !== true && KIND_RULES[kind].templateKey !== 'reminder',
);
const NOT_SENT = [
  'no-credit',
  'inbox-only',
  'unknown',
  'failed',
  'too-late',
] as const satisfies readonly Outcome[];
/** So long a notice may wait in an inbox before its reader counts as not reached. */
const PATIENCE_MS = MS_PER_DAY;

/**
 * Notices of a branch from `fromMs` on, that stand, by person.
 * @param branchId null: of all branches
 */
export function unreachedReading(branchId: string | null, fromMs: number, nowMs: number): Reading {
  return {
    from: DELIVERIES.collection,
    pipeline: [
      {
        $match: {
          ...(branchId !== null && { branchId }),
          createdAtMs: { $gte: fromMs, $lte: nowMs - PATIENCE_MS },
          kind: { $in: KINDS },
          ...inInbox,
        },
      },
      ...peopleTold({}, { $ifNull: ['$$this.sentAtMs', '$$this.atMs'] }),
      {
        $match: {
          'person.outcome': { $in: NOT_SENT },
          'person.atMs': { $lte: nowMs - PATIENCE_MS },
        },
      },
      { $sort: { 'person.atMs': -1 } },
      { $group: { _id: '$person.memberId', notices: { $push: '$person' } } },
      ...ofBranchNow(branchId),
      {
        $project: {
          branchId: '$member.branchId',
          name: '$member.name',
          account: '$member.account',
          crewHistory: '$member.crewHistory',
          notices: {
            $filter: {
              input: '$notices',
              as: 'notice',
              cond: { $gt: ['$$notice.atMs', { $ifNull: ['$member.inboxSeenAtMs', 0] }] },
            },
          },
        },
      },
      { $match: { 'notices.0': { $exists: true } } },
      { $project: { branchId: 1, name: 1, account: 1, crewHistory: 1, 'notices.outcome': 1 } },
    ],
  };
}

const Row = v.object({
  _id: Id,
  branchId: Id,
  name: v.string(),
  account: v.string(),
  crewHistory: v.array(v.object({ crewId: v.nullable(Id), fromDay: Day })),
  notices: v.array(v.object({ outcome: v.picklist(NOT_SENT) })),
});

export function unreachedIn(rows: readonly unknown[], nowMs: number): readonly Unreached[] {
  const today = dayOfInstant(nowMs);
  return v.parse(v.array(Row), rows).map(({ _id, account, crewHistory, notices, ...person }) => ({
    ...person,
    memberId: _id,
    crewId: crewHistory.filter(({ fromDay }) => fromDay <= today).at(-1)?.crewId ?? null,
    notices: notices.length,
    because: account === unboundAccount(_id) ? 'not-bound' : (notices[0]?.outcome ?? 'unknown'),
  }));
}
