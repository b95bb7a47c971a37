import type { OutputOf } from '../../../../contract/action';
import type { whoLooked } from '../../../../contract/branch/audit';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { lookedWords, type LookedWords } from '../../../text/looked';
import { rolesText } from '../../../text/roles';
import { clockOf, dateText } from '../../../text/when';

type Entry = OutputOf<typeof whoLooked>['entries'][number];

export interface LookedRow extends LookedWords {
  readonly entryId: string;
  readonly initial: string;
  readonly who: string;
  readonly roles: string;
  readonly when: string;
  /** Of somebody else, who can be asked what for. */
  readonly canAsk: boolean;
}

/** Rows of the list, newest first; in an export the same as lines. */
export function toLookedRow(entry: Entry): LookedRow {
  const { entryId, atMs, byName, byRoles, isMyself } = entry;
  return {
    entryId,
    initial: byName.slice(0, 1),
    who: isMyself ? '你自己' : byName,
    roles: isMyself ? '' : rolesText(byRoles),
    canAsk: !isMyself,
    when: `${dateText(dayOfInstant(atMs))} ${clockOf(atMs)}`,
    ...lookedWords(entry.what, entry.count),
  };
}

export const lookedText = (entry: Entry): string => {
  const { when, who, badge, what, note } = toLookedRow(entry);
  return `${when} ${who} ${badge.text} ${what}${note === '' ? '' : `（${note}）`}`;
};
