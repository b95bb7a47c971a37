import * as v from 'valibot';
import { AtMs, Count, Id } from '../../../contract/fields';
import { COMMENT_CHECKERS, holdsOneOf } from '../../../contract/roles';
import { OFFICE_AFTER_DAYS } from '../../../domain/content/comment/comment';
import { isInTerm } from '../../../domain/content/comment/term';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import { COMMENTATOR_TERMS, termOf } from '../content/commentator-terms';
import { ITEM_COMMENTS } from '../content/comment-document';
import { fitting } from '../database';
import type { Member } from '../people/member-document';
import type { Reading } from '../together';

/** A line each: whoever has more to answer sees the oldest. */
const MOST_ASKING = 20;
const MOST_TERMS = 20;

const Counted = v.object({ count: Count, sinceAtMs: AtMs });
const Asking = v.object({ _id: Id, text: v.string(), waitsSinceAtMs: AtMs });

export interface WaitingComments {
  /** Null: none. */
  readonly toCheck: v.InferOutput<typeof Counted> | null;
  /** The longest waiting first; none for who is no commentator of their branch today. */
  readonly asking: readonly v.InferOutput<typeof Asking>[];
}

type Asker = Pick<Member, '_id' | 'branchId' | 'roles'>;

/** What waits under items for an officer, and for a commentator. Instants. docs/rules.md#R-270, docs/rules.md#R-272 */
export function commentReadings({ _id, branchId, roles }: Asker, nowMs: number) {
  return {
    ...(holdsOneOf(roles, COMMENT_CHECKERS) && {
      comments: toCheckReading({ _id, branchId, roles }, nowMs),
    }),
    terms: {
      from: COMMENTATOR_TERMS.collection,
      pipeline: [
        { $match: { memberId: _id, branchId, toDay: { $gte: dayOfInstant(nowMs) } } },
        { $limit: MOST_TERMS },
      ],
    },
    asking: {
      from: ITEM_COMMENTS.collection,
      pipeline: [
        { $match: { waitsFor: 'answer', branchId, waitsById: { $ne: _id } } },
        { $sort: { waitsSinceAtMs: 1, _id: 1 } },
        { $limit: MOST_ASKING },
        { $project: { text: 1, waitsSinceAtMs: 1 } },
      ],
    },
  } satisfies Readonly<Record<string, Reading>>;
}

/** Rows of these readings. */
export function waitingComments(
  rows: Readonly<Partial<Record<string, readonly unknown[]>>>,
  nowMs: number,
): WaitingComments {
  const [toCheck] = v.parse(v.array(Counted), rows['comments'] ?? []);
  const today = dayOfInstant(nowMs);
  const terms = fitting(COMMENTATOR_TERMS, rows['terms'] ?? []);
  const isCommentator = terms.some((term) => isInTerm(termOf(term), today));
  return {
    toCheck: toCheck ?? null,
    asking: isCommentator ? v.parse(v.array(Asking), rows['asking'] ?? []) : [],
  };
}

/**
 * Of the own branch; for the committee office besides, what nobody of its branch could check, and what
 * has waited for days.
 */
function toCheckReading({ _id, branchId, roles }: Asker, nowMs: number): Reading {
  const slowBeforeMs = nowMs - OFFICE_AFTER_DAYS * MS_PER_DAY;
  const ofOffice = [{ forOffice: true }, { waitsSinceAtMs: { $lte: slowBeforeMs } }];
  return {
    from: ITEM_COMMENTS.collection,
    pipeline: [
      {
        $match: {
          waitsFor: 'check',
          waitsById: { $ne: _id },
          ...(roles.includes('committee-office')
            ? { $or: [{ branchId }, ...ofOffice] }
            : { branchId }),
        },
      },
      { $group: { _id: null, count: { $sum: 1 }, sinceAtMs: { $min: '$waitsSinceAtMs' } } },
    ],
  };
}
