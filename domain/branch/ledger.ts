import type { StudyKind } from '../study/study-kinds';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  monthBeside,
  monthOf,
  type LocalDay,
} from '../time/local-day';

export const PERIODS = ['month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** How often a branch meets, by kind; data that an organisation may change. docs/rules.md#R-138 */
export const MEETING_RULES: readonly {
  readonly kind: StudyKind;
  readonly every: Period;
  /** Each group of the branch meets by itself. */
  readonly isByGroup?: true;
}[] = [
  { kind: 'theme-day', every: 'month' },
  { kind: 'branch-committee', every: 'month' },
  { kind: 'group-meeting', every: 'month', isByGroup: true },
  { kind: 'member-meeting', every: 'quarter' },
  { kind: 'party-lecture', every: 'quarter' },
  { kind: 'organisation-life', every: 'year' },
];

/** A published study as the ledger sees it. */
export interface Meeting {
  readonly studyId: string;
  readonly kind: StudyKind;
  readonly startAtMs: number;
  readonly lastCloseAtMs: number;
  /** Groups that it is for; null: not for groups. */
  readonly groupIds: readonly string[] | null;
}

export const LEDGER_STATES = ['held', 'planned', 'due', 'not-urgent'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface LedgerLine<M extends Meeting> {
  readonly kind: StudyKind;
  readonly every: Period;
  readonly state: LedgerState;
  /** The last civil day on which it is in time. */
  readonly lastDay: LocalDay;
  /** Of this period, over and ahead, by start. */
  readonly held: readonly M[];
  readonly planned: readonly M[];
  /** Of meetings that each group holds: groups that have none yet, held or planned; else empty. */
  readonly groupsWithout: readonly string[];
}

/** Nothing planned so many days before the end of the period is urgent. docs/rules.md#R-138 */
const URGENT_DAYS: Readonly<Record<Period, number>> = { month: 14, quarter: 30, year: 60 };

/**
 * What the branch has to hold in the month, quarter or year that it is now: held, planned, due, or not
 * urgent yet. A meeting is of the period in which its register closes, and held once it has closed.
 * docs/rules.md#R-138
 */
export function ledgerOf<M extends Meeting>(
  meetings: readonly M[],
  groupIds: readonly string[],
  nowMs: number,
): readonly LedgerLine<M>[] {
  return MEETING_RULES.map(({ kind, every, isByGroup }) => {
    const { startAtMs, endAtMs } = periodAt(every, nowMs);
    const own = meetings
      .filter((meeting) => meeting.kind === kind)
      .filter(({ lastCloseAtMs }) => startAtMs <= lastCloseAtMs && lastCloseAtMs < endAtMs)
      .sort((a, b) => a.startAtMs - b.startAtMs);
    const [held, planned] = [
      own.filter(({ lastCloseAtMs }) => lastCloseAtMs <= nowMs),
      own.filter(({ lastCloseAtMs }) => nowMs < lastCloseAtMs),
    ];
    const needed = isByGroup === true ? groupIds : [];
    const lastDay = addDays(dayOfInstant(endAtMs), -1);
    const line = { kind, every, lastDay, held, planned };
    const groupsWithout = needed.filter((groupId) => !isServed(own, groupId));
    const waiting = needed.filter((groupId) => !isServed(held, groupId));
    const isHeld = held.length > 0 && waiting.length === 0;
    const isPlanned = own.length > 0 && groupsWithout.length === 0;
    const isUrgent = endAtMs - nowMs <= URGENT_DAYS[every] * 24 * 3_600_000;
    const state = isHeld ? 'held' : isPlanned ? 'planned' : isUrgent ? 'due' : 'not-urgent';
    return { ...line, state, groupsWithout };
  });
}

/** Whether a meeting of this group is among them; one for the whole branch serves every group. */
function isServed(meetings: readonly Meeting[], groupId: string): boolean {
  return meetings.some(({ groupIds }) => groupIds === null || groupIds.includes(groupId));
}

/** The civil month, quarter or year of an instant, [startAtMs, endAtMs). */
export function periodAt(every: Period, atMs: number) {
  const month = monthOf(dayOfInstant(atMs));
  const months = { month: 1, quarter: 3, year: 12 }[every];
  const number = Number(month.slice(5));
  let first = month;
  for (let back = (number - 1) % months; back > 0; back -= 1) first = monthBeside(first, -1);
  let next = first;
  for (let ahead = 0; ahead < months; ahead += 1) next = monthBeside(next, 1);
  return { startAtMs: startOf(first), endAtMs: startOf(next) };
}

const startOf = (month: string): number => instantOf(localDay(`${month}-01`), 0);
