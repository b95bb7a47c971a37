/** A time at which a sitting may be, with the groups of people who can come to it, bit by bit. */
export interface Candidate {
  readonly startAtMs: number;
  /** Of two that serve the same people the lower is better; sums of at most MOST_GROUPS are compared. */
  readonly cost: number;
  /** Bit i: group i can come. */
  readonly comes: number;
  /** Of these, the groups that do not come straight from or into their sleep. */
  readonly rested: number;
}

/** A state of the search has two bits a group: 3^12 of them are the most that are looked at. */
export const MOST_GROUPS = 12;

interface Chosen {
  readonly comes: number;
  readonly rested: number;
  readonly cost: number;
  readonly candidate: Candidate;
  readonly before: Chosen | null;
}

/**
 * The fewest candidates such that every group can come to one. Of equally many: those that leave the
 * fewest people only sittings near their sleep, then the lowest sum of costs. Exact: every set of
 * groups served, and rested, that can be reached is looked at, once for each number of candidates.
 * @param people heads of each group, at most MOST_GROUPS
 * @returns undefined when there is a group that no candidate serves
 * docs/rules.md#R-92
 */
export function fewestSittings(
  candidates: readonly Candidate[],
  people: readonly number[],
): readonly Candidate[] | undefined {
  const everybody = (1 << people.length) - 1;
  if (everybody === 0) return [];
  const useful = withoutWorse(candidates);
  let layer: readonly (Chosen | null)[] = [null];
  for (let count = 1; count <= people.length; count += 1) {
    const next = new Map<number, Chosen>();
    for (const before of layer) {
      for (const candidate of useful) keepBest(next, before, candidate, people.length);
    }
    layer = [...next.values()];
    const best = bestOf(
      layer.filter((chosen) => chosen?.comes === everybody),
      people,
    );
    if (best !== undefined) return candidatesOf(best);
  }
  return undefined;
}

function keepBest(
  next: Map<number, Chosen>,
  before: Chosen | null,
  candidate: Candidate,
  groups: number,
): void {
  const comes = (before?.comes ?? 0) | candidate.comes;
  const rested = (before?.rested ?? 0) | candidate.rested;
  if (comes === before?.comes && rested === before.rested) return;
  const cost = (before?.cost ?? 0) + candidate.cost;
  const key = comes * 2 ** groups + rested;
  const known = next.get(key);
  if (known === undefined || cost < known.cost) {
    next.set(key, { comes, rested, cost, candidate, before });
  }
}

/** What a choice comes to; the lower the better, what stands first before all that follows. */
interface Outcome {
  readonly count: number;
  /** People who have only sittings near their sleep. */
  readonly tired: number;
  readonly cost: number;
}

export function isBetter(one: Outcome, other: Outcome): boolean {
  if (one.count !== other.count) return one.count < other.count;
  return one.tired === other.tired ? one.cost < other.cost : one.tired < other.tired;
}

export function outcomeOf(chosen: readonly Candidate[], people: readonly number[]): Outcome {
  const rested = chosen.reduce((mask, candidate) => mask | candidate.rested, 0);
  const cost = chosen.reduce((sum, candidate) => sum + candidate.cost, 0);
  return { count: chosen.length, tired: tiredOf(rested, people), cost };
}

const tiredOf = (rested: number, people: readonly number[]): number =>
  people.reduce((sum, heads, group) => sum + ((rested >> group) & 1 ? 0 : heads), 0);

/** Of choices of equally many. */
function bestOf(all: readonly (Chosen | null)[], people: readonly number[]): Chosen | undefined {
  let best: Chosen | undefined;
  let fewestTired = Infinity;
  for (const chosen of all) {
    if (chosen === null) continue;
    const tired = tiredOf(chosen.rested, people);
    const isLower =
      tired < fewestTired || (tired === fewestTired && chosen.cost < (best?.cost ?? Infinity));
    if (isLower) [best, fewestTired] = [chosen, tired];
  }
  return best;
}

/** Without those beside which another serves at least the same people, as rested, at no higher cost. */
function withoutWorse(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const one of [...candidates].sort((a, b) => a.cost - b.cost)) {
    const isWorse = kept.some(
      (other) => has(other.comes, one.comes) && has(other.rested, one.rested),
    );
    if (!isWorse) kept.push(one);
  }
  return kept;
}

const has = (all: number, part: number): boolean => (all & part) === part;

function candidatesOf(last: Chosen): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let at: Chosen | null = last; at !== null; at = at.before) candidates.push(at.candidate);
  return candidates.sort((a, b) => a.startAtMs - b.startAtMs);
}
