import type { Interval } from '../time/interval';
import { MS_PER_DAY } from '../time/local-day';
import { isReachable, LONGEST_QUIET_DAYS, quietUntil } from './availability';
import type { PersonSchedule } from './person-schedule';
import type { PersonState } from './piece';
import { timelineOf } from './timeline';

/**
 * The stretch [startAtMs, endAtMs) around the instant in which a person is out of reach, and what they do
 * at it; null when free or in office hours. At most 7 days to either side. docs/rules.md#R-22
 */
export function quietAround(
  schedule: PersonSchedule,
  atMs: number,
): (Interval & { readonly state: Exclude<PersonState, 'free'> }) | null {
  const quiet = quietUntil(schedule, atMs);
  if (quiet === null || quiet.now.state === 'free') return null;
  const earliestAtMs = atMs - LONGEST_QUIET_DAYS * MS_PER_DAY;
  const before = timelineOf(schedule, { startAtMs: earliestAtMs, endAtMs: atMs });
  const startAtMs = before.filter(isReachable).at(-1)?.endAtMs ?? earliestAtMs;
  return { startAtMs, endAtMs: quiet.untilAtMs, state: quiet.now.state };
}
