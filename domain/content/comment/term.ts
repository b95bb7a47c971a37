import { addDays, type LocalDay } from '../../time/local-day';

/** Civil days, Asia/Shanghai, both within it. */
export interface Term {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  /** Whether somebody ended it before its last day. */
  readonly isEnded: boolean;
}

/** How long a term may be, and how far ahead it may begin. docs/rules.md#R-273 */
export const TERM_DAYS = { most: 366, ahead: 60 } as const;

/** Whether somebody is a commentator on a day. docs/rules.md#R-273 */
export const isInTerm = ({ fromDay, toDay, isEnded }: Term, day: LocalDay): boolean =>
  !isEnded && fromDay <= day && day <= toDay;

/** Whether a term can begin anew: it ends on or after its first day and today, and is not too long or far off. */
export function isGoodTerm({ fromDay, toDay }: Omit<Term, 'isEnded'>, today: LocalDay): boolean {
  return (
    fromDay >= today &&
    fromDay <= toDay &&
    fromDay <= addDays(today, TERM_DAYS.ahead) &&
    toDay < addDays(fromDay, TERM_DAYS.most)
  );
}

/** Whether two terms share a day. */
export const overlaps = (a: Omit<Term, 'isEnded'>, b: Term): boolean =>
  !b.isEnded && a.fromDay <= b.toDay && b.fromDay <= a.toDay;
