import { isBetter, outcomeOf, type Candidate } from '../../../domain/study/fewest-sittings';
import { sittingsApart } from '../../../domain/study/sittings-apart';
import { diceOf, type Dice } from '../delivery/random-worlds';

/** Half hours of one day. */
const HALF_HOURS = 26;

/** People who are away for 85 of 100 half hours of a day, each in a way of their own. */
function awayMostly(dice: Dice, groups: number, longest: number) {
  const people = Array.from({ length: groups }, () => dice.whole(1, 20));
  const times = people.map(() => {
    const free = new Set<number>();
    while (free.size < HALF_HOURS * 0.15) {
      const from = dice.whole(0, HALF_HOURS - 1);
      for (let at = from; at < from + dice.whole(1, longest); at += 1) free.add(at);
    }
    return free;
  });
  const candidates = Array.from({ length: HALF_HOURS }, (_, startAtMs): Candidate => {
    const comes = times.reduce((mask, free, bit) => mask | (free.has(startAtMs) ? 1 << bit : 0), 0);
    const rested = comes & dice.whole(0, 2 ** groups - 1);
    return { startAtMs, comes, rested, cost: dice.whole(0, 240) };
  });
  return { people, candidates };
}

const areApart = (chosen: readonly Candidate[], length: number): boolean =>
  chosen.every((one, at) => at === 0 || one.startAtMs - chosen[at - 1]!.startAtMs >= length);

/** The best of every choice of at most `most` no two of which are at once. */
function bestOfEvery(
  candidates: readonly Candidate[],
  people: readonly number[],
  length: number,
  most: number,
) {
  const everybody = 2 ** people.length - 1;
  let best: ReturnType<typeof outcomeOf> | undefined;
  const walk = (chosen: readonly Candidate[], from: number): void => {
    const comes = chosen.reduce((mask, one) => mask | one.comes, 0);
    if (comes === everybody) {
      const outcome = outcomeOf(chosen, people);
      if (best === undefined || isBetter(outcome, best)) best = outcome;
    }
    if (chosen.length === most) return;
    for (let at = from; at < candidates.length; at += 1) {
      walk([...chosen, candidates[at]!], at + length);
    }
  };
  walk([], 0);
  return best;
}

test.each([
  [60, 12, 2, 3],
  [60, 12, 3, 4],
])(
  'of %i worlds with %i people away for 85 of 100 half hours, in bits of up to %i, whatever can be held is proved for sittings of %i half hours',
  (worlds, groups, longest, length) => {
    const dice = diceOf(85);
    let held = 0;
    let proved = 0;
    for (let world = 0; world < worlds; world += 1) {
      const { people, candidates } = awayMostly(dice, groups, longest);
      const found = sittingsApart(candidates, people, length);
      if (found === undefined || !areApart(found.sittings, length)) continue;
      held += 1;
      if (found.isProved) proved += 1;
    }
    expect(held).toBeGreaterThan(worlds / 2);
    expect(proved).toBe(held);
  },
);

test('100 random worlds: as good as the best of every choice that can be held', () => {
  const dice = diceOf(20261201);
  let compared = 0;
  for (let world = 0; world < 100; world += 1) {
    const { people, candidates } = awayMostly(dice, dice.whole(2, 6), 3);
    const length = dice.whole(2, 5);
    const found = sittingsApart(candidates, people, length);
    const best = bestOfEvery(candidates, people, length, 5);
    if (found === undefined || best === undefined) continue;
    expect(outcomeOf(found.sittings, people)).toEqual(best);
    expect(found.isProved).toBe(true);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(60);
});
