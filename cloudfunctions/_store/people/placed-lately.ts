import { addDays, type LocalDay } from '../../../domain/time/local-day';
import type { Member } from './member-document';

/** Nobody is asked so far ahead that more days lie between a study's publication and its end. */
const LATELY_DAYS = 92;

/**
 * Whether a member came into branch, group or crew so short before a day that studies may have been
 * published before; for all others every study that asks them has a line of theirs. docs/rules.md#R-32
 */
export function wasPlacedLately(
  { joinedDay, placedDay = joinedDay, crewHistory }: Member,
  day: LocalDay,
): boolean {
  const since = addDays(day, -LATELY_DAYS);
  const days = [joinedDay, placedDay, ...crewHistory.map(({ fromDay }) => fromDay)];
  return days.some((placed) => since <= placed && placed <= day);
}
