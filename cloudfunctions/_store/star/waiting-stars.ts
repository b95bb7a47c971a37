import { holdsOneOf, OFFICERS, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import { monthBefore } from '../../../domain/star/star-month';
import { monthBeside } from '../../../domain/time/local-day';
import { fitting } from '../database';
import type { Reading } from '../together';
import { hasStake } from './own-matter';
import { STAR_MONTHS, type StarMonthDocument } from './star-month-document';

/** A step of a month that an officer does next. docs/rules.md#R-298 */
export interface WaitingStar {
  readonly what: 'list' | 'poll' | 'decision' | 'objections';
  readonly month: string;
  /** Of objections; else 1. */
  readonly count: number;
  readonly sinceAtMs: number;
}

interface Actor {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/** What was not brought to its end by then is left. */
const MOST_MONTHS = 3;

/** Of the month that lasts and the two before it, what is not over. docs/rules.md#R-298 */
export const starsReading = (branchId: string, nowMs: number): Reading => ({
  from: STAR_MONTHS.collection,
  pipeline: [
    {
      $match: {
        branchId,
        month: { $gte: monthBeside(monthBefore(nowMs), -1) },
        state: { $in: ['preparing', 'listed', 'counted', 'public'] },
      },
    },
    { $limit: MOST_MONTHS },
  ],
});

/** Those of these months that wait for this officer of their branch, none of which is their own matter. Instants. docs/rules.md#R-298, docs/rules.md#R-284 */
export const starsWaitingFor = (
  actor: Actor,
  stars: readonly unknown[],
  nowMs: number,
): readonly WaitingStar[] =>
  fitting(STAR_MONTHS, stars).flatMap((star) => {
    const waits = waitsIn(star, actor, nowMs);
    return waits === null ? [] : [{ month: star.month, ...waits }];
  });

function waitsIn(
  star: StarMonthDocument,
  { memberId, roles }: Actor,
  nowMs: number,
): Omit<WaitingStar, 'month'> | null {
  const { state, plan, list, result, decision } = star;
  if (hasStake(star, memberId)) return null;
  if (state === 'public') return objectionsFor(star, { memberId, roles });
  if (!holdsOneOf(roles, ROSTER_KEEPERS)) return null;
  if (state === 'preparing') {
    const sinceAtMs = plan.nominationsUntilAtMs;
    return sinceAtMs <= nowMs ? { what: 'list', count: 1, sinceAtMs } : null;
  }
  if (state === 'listed' && list !== null) {
    return { what: 'poll', count: 1, sinceAtMs: list.frozenAtMs };
  }
  if (state !== 'counted' || result === null) return null;
  const sinceAtMs = Math.max(result.closedAtMs, lastAnswerMs(star));
  if (result.next === 'run-off') return { what: 'poll', count: 1, sinceAtMs };
  return decision === null ? { what: 'decision', count: 1, sinceAtMs } : null;
}

/** Nobody answers their own. docs/rules.md#R-162 */
function objectionsFor(star: StarMonthDocument, { memberId, roles }: Actor) {
  if (!holdsOneOf(roles, OFFICERS)) return null;
  const open = star.objections.filter(
    ({ answer, by }) => answer === null && by.memberId !== memberId,
  );
  if (open.length === 0) return null;
  const sinceAtMs = Math.min(...open.map(({ atMs }) => atMs));
  return { what: 'objections' as const, count: open.length, sinceAtMs };
}

/** Of an objection that was upheld: the committee decides anew from then on. */
const lastAnswerMs = ({ objections }: StarMonthDocument): number =>
  Math.max(0, ...objections.map(({ answer }) => answer?.atMs ?? 0));
