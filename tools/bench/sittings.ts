import { nationalCalendar } from '../../domain/shift/national-calendar';
import type { PersonSchedule } from '../../domain/shift/person-schedule';
import { ROTATION_PRESETS } from '../../domain/shift/rotation-presets';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import { chanceOf, isAtEase, piecesAround } from '../../domain/study/can-come';
import {
  costOf,
  endOfSitting,
  possibleStarts,
  type SittingWish,
} from '../../domain/study/candidate-starts';
import { planSittings } from '../../domain/study/plan-sittings';
import { instantOf, localDay } from '../../domain/time/local-day';
import type { Figure } from '../bench';
import { expectEqual, msPerCall } from '../measure';

const CREWS = ['one', 'two', 'three', 'four', 'five'];
const NOW_MS = instantOf(localDay('2026-03-16'), 10 * 60);
const WISH: SittingWish = {
  fromDay: localDay('2026-03-17'),
  toDay: localDay('2026-03-31'),
  startMinute: 8 * 60,
  endMinute: 21 * 60,
  minutes: 40,
};

/**
 * Sittings for a branch of 100 in five crews over 14 days, against looking at every choice of one, two
 * and so on of the possible times, person by person, and taking the best of the first count that serves all.
 */
export async function run(): Promise<Figure[]> {
  const people = aBranchOf(100);
  const ours = () =>
    planSittings(
      people.map((schedule) => ({ schedule, people: 1 })),
      WISH,
      NOW_MS,
    );
  const naive = () => tryEveryChoice(people);
  expectEqual('sittings', ours().startsAtMs, naive());
  const oursMs = msPerCall(ours);
  const naiveMs = msPerCall(naive);
  return [
    { name: 'sittings.plan', value: oursMs, unit: 'ms' },
    { name: 'sittings.speedup', value: naiveMs / oursMs, unit: 'times', against: 'naive search' },
  ];
}

function aBranchOf(count: number): readonly PersonSchedule[] {
  const { days } = ROTATION_PRESETS['five-crews-four-shifts'];
  const rotation = {
    id: 'five-crews',
    cycleDays: days.length,
    days,
    crews: CREWS.map((crewId, offset) => ({ crewId, offset })),
    anchorDay: localDay('2026-03-02'),
    validFromDay: localDay('2025-01-01'),
    daysCounted: 'every-day' as const,
  };
  const roster = { rotations: [rotation], calendar: nationalCalendar, sleep: DEFAULT_SLEEP_RULES };
  return Array.from({ length: count }, (_, index) => ({
    roster,
    memberships: [{ crewId: CREWS[index % 5] ?? null, fromDay: localDay('2025-01-01') }],
    overrides: [],
  }));
}

/** Of a choice that leaves somebody. */
const NOBODY = { tired: Infinity, cost: Infinity };

/** The best of all choices of as few as will do: fewest people near their sleep, then the lowest cost. */
function tryEveryChoice(people: readonly PersonSchedule[]): readonly number[] {
  const times = possibleStarts(WISH, NOW_MS).map((start) => {
    const sitting = { startAtMs: start.startAtMs, endAtMs: endOfSitting(start.startAtMs, WISH) };
    const chances = people.map((schedule) => chanceOf(piecesAround(schedule, sitting), sitting));
    const notAtEase = chances.filter((chance) => !isAtEase(chance)).length;
    const cost = costOf(start, WISH.minutes, notAtEase);
    return { startAtMs: start.startAtMs, cost, chances };
  });
  type Time = (typeof times)[number];
  const rankOf = (chosen: readonly Time[]): { tired: number; cost: number } => {
    let tired = 0;
    for (let person = 0; person < people.length; person += 1) {
      const own = chosen.map(({ chances }) => chances[person]);
      const coming = own.filter((chance) => chance?.hindrance === null);
      if (coming.length === 0) return NOBODY;
      if (coming.every((chance) => chance?.isNearSleep)) tired += 1;
    }
    return { tired, cost: chosen.reduce((sum, { cost }) => sum + cost, 0) };
  };
  let best: readonly Time[] = [];
  let bestRank = NOBODY;
  const search = (from: number, chosen: readonly Time[], count: number): void => {
    if (chosen.length < count) {
      times.slice(from).forEach((time, index) => {
        search(from + index + 1, [...chosen, time], count);
      });
      return;
    }
    const rank = rankOf(chosen);
    const isBetter =
      rank.tired < bestRank.tired || (rank.tired === bestRank.tired && rank.cost < bestRank.cost);
    if (isBetter) [best, bestRank] = [chosen, rank];
  };
  for (let count = 1; bestRank === NOBODY; count += 1) search(0, [], count);
  return best.map(({ startAtMs }) => startAtMs);
}
