import type { PersonSchedule } from '../shift/person-schedule';
import type { Interval } from '../time/interval';
import { MS_PER_MINUTE } from '../time/local-day';
import { chanceOf, isAtEase, piecesAround } from './can-come';
import {
  costOf,
  endOfSitting,
  possibleStarts,
  type PossibleStart,
  type SittingWish,
} from './candidate-starts';
import { MOST_GROUPS, type Candidate } from './fewest-sittings';
import { MAX_SITTINGS } from './sitting';
import { sittingsApart } from './sittings-apart';

/** People whose time is the same in all that matters. */
export interface SameTime {
  readonly schedule: PersonSchedule;
  readonly people: number;
  /** Other sittings that they go to; absent: none. docs/rules.md#R-148 */
  readonly sits?: readonly Interval[];
}

export interface SittingPlan {
  /** In order; empty when nobody can come to any. */
  readonly startsAtMs: readonly number[];
  /** No fewer would do. Not known where people differ in more than 12 ways that matter. */
  readonly isFewest: boolean;
}

/** Of each possible start, whether a group can come, comes rested, and how many of it come at ease. */
interface Group {
  readonly comes: readonly boolean[];
  readonly rested: readonly boolean[];
  readonly atEase: readonly number[];
  readonly people: number;
}

/**
 * The fewest sittings within the wish, no two at once, such that everybody who can come to any of its times has one
 * when they are awake, off duty and at no other sitting. Of equally few: fewest people near the edge
 * of their sleep, then the earliest days, then by day, then the most people who come at ease, counted
 * at each sitting, then the earliest hours. Exact while people differ in at most 12
 * ways; beyond that in rounds of the 12 largest groups, at most MAX_SITTINGS. docs/rules.md#R-92
 */
export function planSittings(
  people: readonly SameTime[],
  wish: SittingWish,
  nowMs: number,
): SittingPlan {
  const starts = possibleStarts(wish, nowMs);
  let waiting = withoutImplied(distinct(people.map((one) => groupOf(one, starts, wish))));
  let isFewest = waiting.length <= MOST_GROUPS;
  const chosen = new Set<number>();
  const lengthMs = wish.minutes * MS_PER_MINUTE;
  while (waiting.length > 0 && chosen.size < MAX_SITTINGS) {
    const round = [...waiting].sort((a, b) => b.people - a.people).slice(0, MOST_GROUPS);
    const candidates = starts.map((start, index) => candidateOf(start, index, round, wish));
    const heads = round.map((group) => group.people);
    const isFree = ({ startAtMs }: Candidate) =>
      [...chosen].every((otherMs) => Math.abs(otherMs - startAtMs) >= lengthMs);
    const found =
      sittingsApart(candidates.filter(isFree), heads, lengthMs) ??
      sittingsApart(candidates, heads, lengthMs);
    if (found?.isProved !== true) isFewest = false;
    for (const { startAtMs } of (found?.sittings ?? []).slice(0, MAX_SITTINGS - chosen.size)) {
      chosen.add(startAtMs);
    }
    waiting = waiting.filter(
      ({ comes }) => !starts.some(({ startAtMs }, at) => comes[at] && chosen.has(startAtMs)),
    );
  }
  return { startsAtMs: [...chosen].sort((a, b) => a - b), isFewest };
}

function groupOf(
  { schedule, people, sits }: SameTime,
  starts: readonly PossibleStart[],
  wish: SittingWish,
): Group {
  const startAtMs = starts[0]?.startAtMs ?? 0;
  const endAtMs = endOfSitting(starts.at(-1)?.startAtMs ?? 0, wish);
  const pieces = piecesAround(schedule, { startAtMs, endAtMs });
  const chances = starts.map((start) =>
    chanceOf(
      pieces,
      { startAtMs: start.startAtMs, endAtMs: endOfSitting(start.startAtMs, wish) },
      sits,
    ),
  );
  return {
    comes: chances.map(({ hindrance }) => hindrance === null),
    rested: chances.map(({ hindrance, isNearSleep }) => hindrance === null && !isNearSleep),
    atEase: chances.map((chance) => (isAtEase(chance) ? people : 0)),
    people,
  };
}

/** Groups that can come to something, those that can come to the same as one. */
function distinct(groups: readonly Group[]): readonly Group[] {
  const known = new Map<string, Group>();
  for (const group of groups) {
    if (!group.comes.includes(true)) continue;
    const key = [...group.comes, ...group.rested].map(Number).join('');
    const same = known.get(key);
    known.set(key, same === undefined ? group : together(same, group));
  }
  return [...known.values()];
}

/** One group with the heads of both; it can come when the first can. */
const together = (first: Group, second: Group): Group => ({
  ...first,
  people: first.people + second.people,
  atEase: first.atEase.map((heads, index) => heads + (second.atEase[index] ?? 0)),
});

/**
 * While there are more than can be searched, without those who can come whenever others can: who
 * serves the others serves them, so no proof is lost. Their heads count with the others.
 */
function withoutImplied(groups: readonly Group[]): readonly Group[] {
  let kept = groups;
  for (const group of [...groups].sort((a, b) => a.people - b.people)) {
    if (kept.length <= MOST_GROUPS) break;
    const easy = kept.find(({ comes }) => comes === group.comes);
    const harder = kept.find((other) => other !== easy && isImplied(group, other));
    if (easy === undefined || harder === undefined) continue;
    kept = kept
      .filter((one) => one !== easy)
      .map((one) => (one === harder ? together(harder, easy) : one));
  }
  return kept;
}

const isImplied = (easy: Group, harder: Group): boolean =>
  harder.comes.every((comes, index) => !comes || easy.comes[index] === true);

function candidateOf(
  start: PossibleStart,
  index: number,
  groups: readonly Group[],
  wish: SittingWish,
): Candidate {
  const bits = (of: (group: Group) => readonly boolean[]) =>
    groups.reduce((mask, group, bit) => (of(group)[index] ? mask | (1 << bit) : mask), 0);
  const notAtEase = groups.reduce(
    (sum, { people, atEase }) => sum + people - (atEase[index] ?? 0),
    0,
  );
  return {
    startAtMs: start.startAtMs,
    cost: costOf(start, wish.minutes, notAtEase),
    comes: bits(({ comes }) => comes),
    rested: bits(({ rested }) => rested),
  };
}
