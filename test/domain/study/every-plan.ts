import type { Candidate } from '../../../domain/study/fewest-sittings';

export interface Outcome {
  readonly count: number;
  readonly tired: number;
  readonly cost: number;
}

/** What a choice costs: how many sittings, people with only sittings near their sleep, sum of costs. */
export function outcomeOf(chosen: readonly Candidate[], people: readonly number[]): Outcome {
  const rested = chosen.reduce((mask, { rested: bits }) => mask | bits, 0);
  return {
    count: chosen.length,
    tired: people.reduce((sum, heads, bit) => sum + (rested & (1 << bit) ? 0 : heads), 0),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
  };
}

const isBetter = (a: Outcome, b: Outcome): boolean =>
  a.count !== b.count
    ? a.count < b.count
    : a.tired !== b.tired
      ? a.tired < b.tired
      : a.cost < b.cost;

/** The best of all choices of at most `most` candidates, one by one; undefined: none serves everybody. */
export function bestOfEvery(
  candidates: readonly Candidate[],
  people: readonly number[],
  most: number,
): Outcome | undefined {
  const everybody = (1 << people.length) - 1;
  let best: Outcome | undefined;
  const look = (from: number, chosen: readonly Candidate[], comes: number): void => {
    if (comes === everybody) {
      const outcome = outcomeOf(chosen, people);
      if (best === undefined || isBetter(outcome, best)) best = outcome;
    }
    if (chosen.length === most) return;
    candidates.slice(from).forEach((candidate, index) => {
      look(from + index + 1, [...chosen, candidate], comes | candidate.comes);
    });
  };
  look(0, [], 0);
  return best;
}
