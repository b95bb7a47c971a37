import { addDays, type LocalDay } from '../../time/local-day';
import { DESKS } from './desks';
import type { ContentChannel, ItemState } from './item';

/** Of a day of a channel, by what is furthest on. docs/rules.md#R-225 */
export const CELL_STATES = ['out', 'planned', 'checking', 'drafted', 'gap', 'none'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** How many days ahead, today among them, a day without anything is a gap. docs/rules.md#R-225 */
export const GAP_DAYS = 3;

const CELL_OF: Readonly<Record<ItemState, CellState | undefined>> = {
  published: 'out',
  ready: 'planned',
  'committee-check': 'checking',
  'branch-check': 'checking',
  draft: 'drafted',
  withdrawn: undefined,
};

/** What stands for a day: in its issue, or meant for it. */
interface CellItem {
  readonly state: ItemState;
  readonly isInIssue: boolean;
}

/**
 * The state of one day of a channel. A draft that is meant for it fills no gap, but what is being
 * checked does. Civil days.
 */
export function cellState(
  channel: ContentChannel,
  day: LocalDay,
  items: readonly CellItem[],
  today: LocalDay,
): CellState {
  const states = items.flatMap(({ state, isInIssue }) => {
    const cell = CELL_OF[state];
    // What is ready and meant for the day is planned only once it is in its issue.
    return cell === 'planned' && !isInIssue ? ['checking' as const] : (cell ?? []);
  });
  const best = CELL_STATES.find((each) => states.includes(each));
  const isNear = today <= day && day < addDays(today, GAP_DAYS);
  const isFilled = best === 'out' || best === 'planned' || best === 'checking';
  if (DESKS[channel].isDaily && isNear && !isFilled) return 'gap';
  return best ?? 'none';
}
