import { fewestSittings, MOST_GROUPS, type Candidate } from '../../../domain/study/fewest-sittings';
import { diceOf } from '../delivery/random-worlds';
import { bestOfEvery, outcomeOf } from './every-plan';

const candidate = (
  startAtMs: number,
  comes: number,
  given: Partial<Candidate> = {},
): Candidate => ({
  startAtMs,
  cost: startAtMs,
  comes,
  rested: comes,
  ...given,
});

const startsOf = (found: readonly Candidate[] | undefined) =>
  found?.map(({ startAtMs }) => startAtMs);

test('two serve everybody where greed would take three', () => {
  // The largest first takes four of six people, after which two more are needed.
  const candidates = [candidate(1, 0b011110), candidate(2, 0b000111), candidate(3, 0b111000)];
  expect(startsOf(fewestSittings(candidates, [1, 1, 1, 1, 1, 1]))).toEqual([2, 3]);
});

test('of equally few, the fewest people come from their sleep, however early the others are', () => {
  const candidates = [candidate(1, 0b11, { rested: 0b01 }), candidate(9, 0b11)];
  expect(startsOf(fewestSittings(candidates, [5, 1]))).toEqual([9]);
});

test('who has one rested sitting among several is not tired', () => {
  const candidates = [
    candidate(1, 0b011, { rested: 0b001 }),
    candidate(2, 0b110, { rested: 0b110 }),
    candidate(5, 0b011, { rested: 0b011 }),
  ];
  expect(startsOf(fewestSittings(candidates, [1, 1, 1]))).toEqual([1, 2]);
});

test('then the lower cost', () => {
  const candidates = [candidate(1, 0b11, { cost: 8 }), candidate(2, 0b11, { cost: 7 })];
  expect(startsOf(fewestSittings(candidates, [1, 1]))).toEqual([2]);
});

test('nobody needs nothing, and whom no candidate serves has no plan', () => {
  expect(fewestSittings([candidate(1, 0)], [])).toEqual([]);
  expect(fewestSittings([candidate(1, 0b01)], [1, 1])).toBeUndefined();
});

test('as many sittings as groups, when everybody comes alone', () => {
  const people = Array.from({ length: MOST_GROUPS }, () => 3);
  const candidates = people.map((_, bit) => candidate(bit, 1 << bit));
  expect(fewestSittings(candidates, people)).toHaveLength(MOST_GROUPS);
});

test('2,000 random worlds: as good as the best of every choice there is', () => {
  const dice = diceOf(20261129);
  let planned = 0;
  for (let world = 0; world < 2000; world += 1) {
    const people = Array.from({ length: dice.whole(1, 6) }, () => dice.whole(1, 20));
    const share = dice.whole(15, 80);
    const candidates = Array.from({ length: dice.whole(1, 11) }, (_, startAtMs) => {
      const comes = people.reduce(
        (mask, _heads, bit) => mask | (dice.chance(share) ? 1 << bit : 0),
        0,
      );
      const rested = comes & dice.whole(0, 63);
      return candidate(startAtMs, comes, { rested, cost: dice.whole(0, 40) });
    });
    const found = fewestSittings(candidates, people);
    const best = bestOfEvery(candidates, people, people.length);
    expect(found && outcomeOf(found, people)).toEqual(best);
    if (best !== undefined) planned += 1;
  }
  expect(planned).toBeGreaterThan(800);
});
