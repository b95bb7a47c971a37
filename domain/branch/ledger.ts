import { STUDY_KINDS, type StudyKind } from '../study/study-kinds';
import type { Interval } from '../time/interval';
import {
  addDays,
  dayOfInstant,
  instantOf,
  localDay,
  MS_PER_DAY,
  monthBeside,
  monthOf,
  type LocalDay,
} from '../time/local-day';

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export type Period = (typeof PERIODS)[number];
/** 'none': no rule says how often. */
export type Frequency = Period | 'none';

export interface KindFrequency {
  readonly kind: StudyKind;
  readonly every: Frequency;
}

/** How often a branch meets where no office has set it; all other kinds as it likes. docs/rules.md#R-138 */
export const MEETING_RULES: readonly {
  readonly kind: StudyKind;
  readonly every: Period;
}[] = [
  { kind: 'theme-day', every: 'month' },
  { kind: 'branch-committee', every: 'month' },
  { kind: 'group-meeting', every: 'month' },
  { kind: 'member-meeting', every: 'quarter' },
  { kind: 'party-lecture', every: 'quarter' },
  { kind: 'organisation-life', every: 'year' },
];

/** Those that a rule asks of every branch, then the others. */
export const LEDGER_KINDS: readonly StudyKind[] = [
  ...new Set([...MEETING_RULES.map(({ kind }) => kind), ...STUDY_KINDS]),
];

/** Each group of the branch meets by itself. */
const BY_GROUP: StudyKind = 'group-meeting';

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
export const URGENT_DAYS: Readonly<Record<Period, number>> = {
  month: 14,
  quarter: 30,
  'half-year': 45,
  year: 60,
};

/**
 * What the branch has to hold in the month, quarter or year that it is now: held, planned, due, or not
 * urgent yet. A meeting is of the period in which its register closes, and held once it has closed.
 * docs/rules.md#R-138
 */
export function ledgerOf<M extends Meeting>(
  meetings: readonly M[],
  frequencies: readonly KindFrequency[],
  groupIds: readonly string[],
  nowMs: number,
): readonly LedgerLine<M>[] {
  return frequencies.flatMap(({ kind, every }) => {
    if (every === 'none') return [];
    const { startAtMs, endAtMs } = periodAt(every, nowMs);
    const { held, planned } = meetingsWithin(meetings, kind, { startAtMs, endAtMs }, nowMs);
    const own = [...held, ...planned];
    const needed = kind === BY_GROUP ? groupIds : [];
    const lastDay = addDays(dayOfInstant(endAtMs), -1);
    const line = { kind, every, lastDay, held, planned };
    const groupsWithout = needed.filter((groupId) => !isServed(own, groupId));
    const waiting = needed.filter((groupId) => !isServed(held, groupId));
    const isHeld = held.length > 0 && waiting.length === 0;
    const isPlanned = own.length > 0 && groupsWithout.length === 0;
    const isUrgent = endAtMs - nowMs <= URGENT_DAYS[every] * 24 * 3_600_000;
    const state = isHeld ? 'held' : isPlanned ? 'planned' : isUrgent ? 'due' : 'not-urgent';
    return [{ ...line, state, groupsWithout }];
  });
}

/** A kind that no rule asks for, in the year that it is now. */
export interface FreeLine<M extends Meeting> {
  readonly kind: StudyKind;
  /** Over and ahead, by start. */
  readonly held: readonly M[];
  readonly planned: readonly M[];
}

/** What else the branch has held or planned this year: there is no day by which. docs/rules.md#R-293 */
export function freeLinesOf<M extends Meeting>(
  meetings: readonly M[],
  frequencies: readonly KindFrequency[],
  nowMs: number,
): readonly FreeLine<M>[] {
  return frequencies.flatMap(({ kind, every }) =>
    every === 'none'
      ? [{ kind, ...meetingsWithin(meetings, kind, periodAt('year', nowMs), nowMs) }]
      : [],
  );
}

/** Of a kind, those whose register closes within the interval. */
function meetingsWithin<M extends Meeting>(
  meetings: readonly M[],
  kind: StudyKind,
  { startAtMs, endAtMs }: Interval,
  nowMs: number,
) {
  const own = meetings
    .filter((meeting) => meeting.kind === kind)
    .filter(({ lastCloseAtMs }) => startAtMs <= lastCloseAtMs && lastCloseAtMs < endAtMs)
    .sort((a, b) => a.startAtMs - b.startAtMs);
  return {
    held: own.filter(({ lastCloseAtMs }) => lastCloseAtMs <= nowMs),
    planned: own.filter(({ lastCloseAtMs }) => nowMs < lastCloseAtMs),
  };
}

/** docs/rules.md#R-199 */
const ASKING_MS = 10 * MS_PER_DAY;

/**
 * Officers are asked for what is due in the last ten civil days of a month, in which also quarters and
 * years end; null before. docs/rules.md#R-199
 */
export function askingDaysAt(nowMs: number): Interval | null {
  const { endAtMs } = periodAt('month', nowMs);
  const startAtMs = endAtMs - ASKING_MS;
  return nowMs < startAtMs ? null : { startAtMs, endAtMs };
}

/** Lines for which officers are asked in these days: due, of a period that ends with them. */
export function askedFor<M extends Meeting>(
  lines: readonly LedgerLine<M>[],
  { endAtMs }: Interval,
): readonly LedgerLine<M>[] {
  const lastDay = addDays(dayOfInstant(endAtMs), -1);
  return lines.filter((line) => line.state === 'due' && line.lastDay === lastDay);
}

/** Whether a meeting of this group is among them; one for the whole branch serves every group. */
function isServed(meetings: readonly Meeting[], groupId: string): boolean {
  return meetings.some(({ groupIds }) => groupIds === null || groupIds.includes(groupId));
}

/** The civil month, quarter or year of an instant, [startAtMs, endAtMs). */
export function periodAt(every: Period, atMs: number) {
  const month = monthOf(dayOfInstant(atMs));
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[every];
  const number = Number(month.slice(5));
  let first = month;
  for (let back = (number - 1) % months; back > 0; back -= 1) first = monthBeside(first, -1);
  let next = first;
  for (let ahead = 0; ahead < months; ahead += 1) next = monthBeside(next, 1);
  return { startAtMs: startOf(first), endAtMs: startOf(next) };
}

const startOf = (month: string): number => instantOf(localDay(`${month}-01`), 0);
