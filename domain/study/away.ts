import type { PersonSchedule } from '../shift/person-schedule';
import type { Override } from '../shift/override';
import { daysBetween, type LocalDay } from '../time/local-day';

/** Leave of so many days is a long one. docs/rules.md#R-153 */
const LONG_LEAVE_DAYS = 15;

type Changes = Pick<PersonSchedule, 'overrides'>;

/**
 * The first day from `day` on, itself included, on which the person is neither on loan elsewhere nor on
 * long leave. docs/rules.md#R-98
 */
export const backOn = ({ overrides }: Changes, day: LocalDay): LocalDay =>
  firstDayWithout(overrides.filter(keepsLongAway), day);

/** As backOn, of any leave. docs/rules.md#R-153 */
export const hereOn = ({ overrides }: Changes, day: LocalDay): LocalDay =>
  firstDayWithout(overrides.filter(keepsAway), day);

function firstDayWithout(changes: readonly Override[], day: LocalDay): LocalDay {
  const [first] = changes
    .filter((change) => covers(change, day))
    .map(({ toDay }) => toDay)
    .sort();
  return first === undefined ? day : firstDayWithout(changes, first);
}

/**
 * Whether nobody expects the person on a day: they are on loan to another organisation, or on leave by
 * their shift calendar, however short. Civil day, Asia/Shanghai. docs/rules.md#R-98, docs/rules.md#R-153
 */
export const isAwayOn = ({ overrides }: Changes, day: LocalDay): boolean =>
  overrides.some((change) => keepsAway(change) && covers(change, day));

/** As isAwayOn, of leave only that of 15 days or more. docs/rules.md#R-153 */
export const isLongAwayOn = (schedule: Changes, day: LocalDay): boolean =>
  backOn(schedule, day) !== day;

function keepsLongAway(change: Override): boolean {
  const isLongLeave =
    change.kind === 'leave' && daysBetween(change.fromDay, change.toDay) >= LONG_LEAVE_DAYS;
  return isLongLeave || isOnLoanElsewhere(change);
}

const keepsAway = (change: Override): boolean =>
  change.kind === 'leave' || isOnLoanElsewhere(change);

const isOnLoanElsewhere = (change: Override): boolean =>
  change.kind === 'on-loan' && change.crewId === null;

const covers = ({ fromDay, toDay }: Override, day: LocalDay): boolean =>
  fromDay <= day && day < toDay;
