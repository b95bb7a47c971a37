import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { chanceOf, piecesAround } from '../../../domain/study/can-come';
import {
  endOfSitting,
  possibleStarts,
  type SittingWish,
} from '../../../domain/study/candidate-starts';
import { planSittings } from '../../../domain/study/plan-sittings';
import { addDays, localDay } from '../../../domain/time/local-day';
import { diceOf } from '../delivery/random-worlds';
import { aPerson, aRoster, aRotation, at, leave } from '../shift/people';

const CREWS = ['one', 'two', 'three', 'four', 'five'];
const NOW = at('2026-03-16 10:20');
const WISH: SittingWish = {
  fromDay: localDay('2026-03-17'),
  toDay: localDay('2026-03-31'),
  startMinute: 8 * 60,
  endMinute: 21 * 60,
  minutes: 40,
};

const same = (schedule: PersonSchedule, people = 7) => ({ schedule, people });
const fiveCrews = CREWS.map((crewId) => same(aPerson({ crewId })));

/** Whether each of them has a sitting to come to. */
const comes = (
  { schedule }: { schedule: PersonSchedule },
  startsAtMs: readonly number[],
  wish = WISH,
) =>
  startsAtMs.some((startAtMs) => {
    const sitting = { startAtMs, endAtMs: endOfSitting(startAtMs, wish) };
    return chanceOf(piecesAround(schedule, sitting), sitting).hindrance === null;
  });

test('two sittings give each of five crews a chance, and one never does', () => {
  const { startsAtMs, isFewest } = planSittings(fiveCrews, WISH, NOW);
  expect(startsAtMs).toHaveLength(2);
  expect(isFewest).toBe(true);
  expect(fiveCrews.every((crew) => comes(crew, startsAtMs))).toBe(true);
  const starts = possibleStarts(WISH, NOW);
  const alone = starts.filter(({ startAtMs }) =>
    fiveCrews.every((crew) => comes(crew, [startAtMs])),
  );
  expect(alone).toEqual([]);
});

test('day workers alone need one, by day, on the first day there is', () => {
  const days = aPerson({ roster: aRoster([aRotation('day-workers')]) });
  const { startsAtMs } = planSittings([same(days)], WISH, NOW);
  expect(startsAtMs).toEqual([at('2026-03-17 09:00')]);
});

test('a sitting that is proposed begins after now', () => {
  const wish = { ...WISH, fromDay: localDay('2026-03-16') };
  const rested = planSittings([same(aPerson({ crewId: 'one', overrides: [] }))], wish, NOW);
  expect(rested.startsAtMs[0]).toBeGreaterThan(NOW);
});

test('who is on leave all the time is left, and takes nothing from the others', () => {
  const away = same(aPerson({ overrides: [leave('2026-03-01', '2026-04-30')] }), 1);
  expect(planSittings([...fiveCrews, away], WISH, NOW)).toEqual(planSittings(fiveCrews, WISH, NOW));
  expect(planSittings([away], WISH, NOW).startsAtMs).toEqual([]);
});

test('a place that is not open for as long as a sitting takes has none', () => {
  const wish = { ...WISH, endMinute: WISH.startMinute + 30 };
  expect(planSittings(fiveCrews, wish, NOW)).toEqual({ startsAtMs: [], isFewest: true });
});

test('thirty people with leave of their own each have a sitting if there is one for them', () => {
  const dice = diceOf(7);
  const people = Array.from({ length: 30 }, (_, index) => {
    const fromDay = addDays(WISH.fromDay, dice.whole(0, 9));
    const overrides = [leave(fromDay, addDays(fromDay, dice.whole(1, 5)), `leave-${index}`)];
    return same(aPerson({ crewId: dice.pick(CREWS), overrides }), 1);
  });
  const { startsAtMs } = planSittings(people, WISH, NOW);
  expect(startsAtMs.length).toBeLessThanOrEqual(4);
  expect(people.every((person) => comes(person, startsAtMs))).toBe(true);
});
