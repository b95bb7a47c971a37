import { inbox } from '../../../contract/notice/inbox';
import type { Swap } from '../../../contract/roster/roster-shapes';
import { myRoster } from '../../../contract/roster/roster';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { fetchAndRemember, remembered } from '../../api/remembered';

const calendarOf = (nowMs: number) => ({ month: monthOf(dayOfInstant(nowMs)) });

/** My swaps as the calendar knew them last. */
export function knownSwaps(nowMs: number): readonly Swap[] {
  return remembered(myRoster, calendarOf(nowMs))?.output.swaps ?? [];
}

/**
 * My swaps as the calendar has them: phones of 0.1.0 read the answer of the today page, which names
 * none. Asked only where there are unread messages, or the inbox or the calendar spoke of a swap, so
 * that opening the page is one call on most days.
 */
export async function readSwaps(hasUnread: boolean, nowMs: number): Promise<readonly Swap[]> {
  const known = knownSwaps(nowMs);
  const wasAsked = remembered(inbox, {})?.output.items.some(({ kind }) => kind === 'swap-proposed');
  const isOpen = known.some(({ state }) => state === 'proposed');
  if (!hasUnread && wasAsked !== true && !isOpen) return known;
  const result = await fetchAndRemember(myRoster, calendarOf(nowMs));
  return result.ok ? result.output.swaps : known;
}
