import type { OutputOf } from '../../../../contract/action';
import type { whoLooked } from '../../../../contract/branch/audit';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Badge } from '../../../text/fit';
import { rolesText } from '../../../text/roles';
import { clockOf, dateText } from '../../../text/when';

type Entry = OutputOf<typeof whoLooked>['entries'][number];

export interface LookedRow {
  readonly entryId: string;
  readonly initial: string;
  readonly who: string;
  readonly roles: string;
  readonly when: string;
  readonly badge: Badge;
  readonly what: string;
}

const SAW: Badge = { text: '看', tone: 'plain' };
const EXPORTED: Badge = { text: '导出', tone: 'warn' };
const CHANGED: Badge = { text: '改', tone: 'plain' };

/** Rows of the list, newest first; in an export the same as lines. */
export function toLookedRow(entry: Entry): LookedRow {
  const { entryId, atMs, byName, byRoles, isMyself } = entry;
  return {
    entryId,
    initial: byName.slice(0, 1),
    who: isMyself ? '你自己' : byName,
    roles: isMyself ? '' : rolesText(byRoles),
    when: `${dateText(dayOfInstant(atMs))} ${clockOf(atMs)}`,
    ...whatText(entry),
  };
}

export const lookedText = (entry: Entry): string => {
  const { when, who, badge, what } = toLookedRow(entry);
  return `${when} ${who} ${badge.text} ${what}`;
};

function whatText({ what, count }: Entry): Pick<LookedRow, 'badge' | 'what'> {
  switch (what.kind) {
    case 'saw-record-book':
      return { badge: SAW, what: `你的 ${what.year} 年学习记录本` };
    case 'exported-record-book':
      return { badge: EXPORTED, what: `你的 ${what.year} 年学习记录本` };
    case 'exported-register':
      return { badge: EXPORTED, what: `《${what.topic}》的点名册，${count} 人都在里面` };
    case 'imported-roster':
      return { badge: CHANGED, what: `按花名册改了名册，改动里有你，一共 ${count} 人` };
    case 'newer':
      return { badge: SAW, what: '升级后能看到是什么' };
  }
}
