import type { PersonSchedule } from '../shift/person-schedule';
import { dayOfInstant } from '../time/local-day';
import type { KeptBy } from './attendance';
import { isAwayOn } from './away';
import type { SittingTimes } from './sitting';
import { fitOf } from './sitting-fit';

/** What is said of somebody whom several things kept. docs/rules.md#R-119 */
const SAID_FIRST: readonly KeptBy[] = ['asleep', 'on-duty', 'away'];

/**
 * What keeps somebody from a sitting, from its start to its end: a shift; being away on the day of its
 * start (Asia/Shanghai); or sleep as rota and organisation have it. Hours of sleep that people set for
 * themselves keep nobody, and make nobody come. null: nothing. docs/rules.md#R-119
 */
export function keptFrom(schedule: PersonSchedule, sitting: SittingTimes): KeptBy | null {
  const { roster, memberships, overrides } = schedule;
  const fit = fitOf({ roster, memberships, overrides }, sitting);
  if (fit === 'on-duty') return 'on-duty';
  if (isAwayOn(schedule, dayOfInstant(sitting.startAtMs))) return 'away';
  return fit === 'asleep' || fit === 'after-night' ? 'asleep' : null;
}

/**
 * What kept somebody from every sitting, one by this and another by that included; null: they could
 * have come to one, or there is none. docs/rules.md#R-119
 */
export function keptFromAll(
  schedule: PersonSchedule,
  sittings: readonly SittingTimes[],
): KeptBy | null {
  const each = sittings.map((sitting) => keptFrom(schedule, sitting));
  if (each.includes(null)) return null;
  return SAID_FIRST.find((one) => each.includes(one)) ?? null;
}
