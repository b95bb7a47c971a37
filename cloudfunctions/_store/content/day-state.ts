import { cellState, type CellState } from '../../../domain/content/channel/calendar';
import type { ContentChannel } from '../../../domain/content/channel/item';
import type { LocalDay } from '../../../domain/time/local-day';
import type { ItemDocument } from './item-document';

/** Those in the issue of the day, or meant for it. */
export const itemsOfDay = (
  channel: ContentChannel,
  day: LocalDay,
  found: readonly ItemDocument[],
): readonly ItemDocument[] =>
  found.filter((item) => item.channel === channel && (item.issueDay ?? item.forDay) === day);

/** How far a day is, by the items around it. docs/rules.md#R-225 */
export function stateOfDay(
  channel: ContentChannel,
  day: LocalDay,
  found: readonly ItemDocument[],
  today: LocalDay,
): CellState {
  const ofDay = itemsOfDay(channel, day, found).map(({ state, issueDay }) => {
    return { state, isInIssue: issueDay !== null };
  });
  return cellState(channel, day, ofDay, today);
}
