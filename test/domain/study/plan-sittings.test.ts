import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { chanceOf, piecesAround } from '../../../domain/study/can-come';
import {
  endOfSitting,
  possibleStarts,
  type SittingWish,
} from '../../../domain/study/candidate-starts';
import { planSittings } from '../../../domain/study/plan-sittings';
import { intersects } from '../../../domain/time/interval';
import {
  addDays,
  instantOf,
  localDay,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../../domain/time/local-day';
import { diceOf } from '../delivery/random-worlds';
import { bestOfEveryChoice, halfHours, ranking } from './every-sitting';
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

test('who sits elsewhere has another sitting, and a room that is taken has none', () => {
  const [first = 0] = planSittings(fiveCrews, WISH, NOW).startsAtMs;
  const meeting = { startAtMs: first, endAtMs: first + 60 * MS_PER_MINUTE };
  const overlaps = (startsAtMs: readonly number[]) =>
    startsAtMs.some((startAtMs) =>
      intersects(meeting, { startAtMs, endAtMs: endOfSitting(startAtMs, WISH) }),
    );
  const busy = fiveCrews.map((crew) => ({ ...crew, sits: [meeting] }));
  expect(overlaps(planSittings(fiveCrews, WISH, NOW).startsAtMs)).toBe(true);
  expect(overlaps(planSittings(busy, WISH, NOW).startsAtMs)).toBe(false);
  expect(overlaps(planSittings(fiveCrews, { ...WISH, taken: [meeting] }, NOW).startsAtMs)).toBe(
    false,
  );
});

test('on one day, at which people come at ease is preferred to one straight after their shift', () => {
  // On the 4th crew one works until 14:00 and hands over until 14:30.
  const day = { ...WISH, fromDay: localDay('2026-03-04'), toDay: localDay('2026-03-06') };
  const found = planSittings(
    [same(aPerson())],
    { ...day, startMinute: 14 * 60 },
    at('2026-03-03 08:00'),
  );
  expect(found.startsAtMs).toEqual([at('2026-03-04 14:30')]);
});

test('two who can come only at times that overlap have sittings one after the other where that can be', () => {
  const until = (start: string, end: string) => ({ startAtMs: at(start), endAtMs: at(end) });
  const day = { ...WISH, toDay: localDay('2026-03-18') };
  const days = aPerson({ roster: aRoster([aRotation('day-workers')]) });
  const early = { ...same(days), sits: [until('2026-03-17 10:10', '2026-03-17 21:00')] };
  const late = { ...same(days), sits: [until('2026-03-17 08:00', '2026-03-17 10:00')] };
  const { startsAtMs, isFewest } = planSittings([early, late], day, NOW);
  expect(startsAtMs).toEqual([at('2026-03-17 09:00'), at('2026-03-17 10:00')]);
  expect(isFewest).toBe(true);
  const only = { ...day, startMinute: 9 * 60 + 30, endMinute: 10 * 60 + 40 };
  expect(planSittings([early, late], only, NOW)).toEqual({
    startsAtMs: [at('2026-03-17 09:30'), at('2026-03-17 10:00')],
    isFewest: false,
  });
});

test('150 random worlds of rotas, leave, other sittings and taken rooms: as good as the best of every choice', () => {
  const dice = diceOf(20261130);
  const random = (fromDay: LocalDay, count: number, longest: number) =>
    Array.from({ length: count }, () => {
      const startAtMs = instantOf(addDays(fromDay, dice.whole(0, 1)), dice.whole(84, 204) * 5);
      return { startAtMs, endAtMs: startAtMs + dice.whole(2, longest) * 5 * MS_PER_MINUTE };
    });
  let planned = 0;
  for (let world = 0; world < 150; world += 1) {
    const fromDay = addDays(WISH.fromDay, dice.whole(0, 9));
    const startMinute = dice.whole(14, 30) * 30;
    const wish: SittingWish = {
      fromDay,
      toDay: addDays(fromDay, 2),
      startMinute,
      endMinute: Math.min(1440, startMinute + dice.whole(6, 11) * 30),
      minutes: dice.pick([30, 40, 75]),
      taken: random(fromDay, dice.whole(0, 2), 30),
      leftOut: dice.chance(20) ? [fromDay] : [],
    };
    const people = Array.from({ length: dice.whole(1, 7) }, () => ({
      schedule: aPerson({
        crewId: dice.pick(CREWS),
        overrides: dice.chance(15) ? [leave(fromDay, addDays(fromDay, 1))] : [],
      }),
      people: 1,
      sits: random(fromDay, dice.whole(0, 2), 60),
    }));
    const { startsAtMs, isFewest } = planSittings(people, wish, NOW);
    const chosen = halfHours(wish).filter(({ startAtMs }) => startsAtMs.includes(startAtMs));
    const best = bestOfEveryChoice(people, wish, 3);
    // Of those whom nothing serves but sittings at once, or more than are tried, the choice says so.
    if (!isFewest || startsAtMs.length > 3) continue;
    expect({ world, rank: ranking(people, wish)(chosen) }).toEqual({ world, rank: best });
    planned += 1;
  }
  expect(planned).toBeGreaterThan(120);
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
