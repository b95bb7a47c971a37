import type { PersonSchedule } from '../shift/person-schedule';
import type { Override } from '../shift/override';
import { dayOfInstant, daysBetween, type LocalDay } from '../time/local-day';
import type { SittingTimes } from './sitting';

/** Leave of so many days keeps away; of a shorter one the person says so themselves. docs/rules.md#R-98 */
const LONG_LEAVE_DAYS = 15;

type Changes = Pick<PersonSchedule, 'overrides'>;

/**
 * Whether nobody expects the person in any of the sittings: on the day of each they are on loan to
 * another organisation, or on leave of 15 days or more. Civil days of the starts, Asia/Shanghai;
 * false without sittings. docs/rules.md#R-98
 */
export function isAwayThroughout(
  schedule: Changes,
  sittings: readonly Pick<SittingTimes, 'startAtMs'>[],
): boolean {
  return (
    sittings.length > 0 &&
    sittings.every(({ startAtMs }) => isAwayOn(schedule, dayOfInstant(startAtMs)))
  );
}

/** The first day from `day` on, itself included, on which the person is not away. docs/rules.md#R-98 */
export function backOn({ overrides }: Changes, day: LocalDay): LocalDay {
  const away = overrides.filter((change) => keepsAway(change) && covers(change, day));
  const [first] = away.map(({ toDay }) => toDay).sort();
  return first === undefined ? day : backOn({ overrides }, first);
}

export function isAwayOn(schedule: Changes, day: LocalDay): boolean {
  return backOn(schedule, day) !== day;
}

function keepsAway(change: Override): boolean {
  if (change.kind === 'on-loan') return change.crewId === null;
  return change.kind === 'leave' && daysBetween(change.fromDay, change.toDay) >= LONG_LEAVE_DAYS;
}

const covers = ({ fromDay, toDay }: Override, day: LocalDay): boolean =>
  fromDay <= day && day < toDay;
