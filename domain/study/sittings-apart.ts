import { fewestSittings, outcomeOf, isBetter, type Candidate } from './fewest-sittings';

/** So often the search for sittings that are not held at once begins anew; each takes milliseconds. */
const MOST_TRIES = 50;
/** The last of them go straight for a choice that can be held, whether or not it is the best. */
const STRAIGHT_TRIES = 16;

/** Candidates that are left of all, and the best choice of these. */
interface Part {
  readonly left: readonly Candidate[];
  readonly best: readonly Candidate[];
}

/**
 * As fewestSittings, of choices no two of which are held at once. Where two of the best choice are, the
 * times around them are split in the middle, such that each before it is at once with each behind it. A
 * choice has none of the ones or none of the others: these two parts are looked at in turn, always the
 * one whose best choice is better. The first that can be held is the best of all.
 * @param lengthMs of every sitting
 * @returns undefined when there is a group that no candidate serves; where nobody is served but by
 * sittings held at once, or it takes too long to find out, a choice all the same
 * docs/rules.md#R-92
 */
export function sittingsApart(
  candidates: readonly Candidate[],
  people: readonly number[],
  lengthMs: number,
): { readonly sittings: readonly Candidate[]; readonly isProved: boolean } | undefined {
  const atOnce = fewestSittings(candidates, people);
  if (atOnce === undefined) return undefined;
  const open: Part[] = [{ left: candidates, best: atOnce }];
  for (let tries = 0; tries < MOST_TRIES; tries += 2) {
    const isStraight = tries >= MOST_TRIES - STRAIGHT_TRIES;
    const part = isStraight ? open.pop() : takeBest(open, people);
    if (part === undefined) break;
    const second = part.best.findIndex((one, at) => isAtOnce(part.best[at - 1], one, lengthMs));
    const [before, after] = [part.best[second - 1], part.best[second]];
    if (before === undefined || after === undefined) {
      return { sittings: part.best, isProved: !isStraight };
    }
    open.push(...partsOf(part.left, (before.startAtMs + after.startAtMs) / 2, lengthMs, people));
  }
  return { sittings: atOnce, isProved: false };
}

const isAtOnce = (before: Candidate | undefined, one: Candidate, lengthMs: number): boolean =>
  before !== undefined && one.startAtMs < before.startAtMs + lengthMs;

/** Without the times right before the middle, and without those right behind it; the better is the last. */
function partsOf(
  candidates: readonly Candidate[],
  middleMs: number,
  lengthMs: number,
  people: readonly number[],
): readonly Part[] {
  const fromMs = middleMs - lengthMs / 2;
  const isOutside = ({ startAtMs }: Candidate) =>
    startAtMs < fromMs || startAtMs >= fromMs + lengthMs;
  const sides = [
    candidates.filter((one) => isOutside(one) || one.startAtMs >= middleMs),
    candidates.filter((one) => isOutside(one) || one.startAtMs < middleMs),
  ];
  return sides
    .flatMap((left) => {
      const best = fewestSittings(left, people);
      return best === undefined ? [] : [{ left, best }];
    })
    .sort((a, b) => (isBetterPart(a, b, people) ? 1 : -1));
}

const isBetterPart = (one: Part, other: Part, people: readonly number[]): boolean =>
  isBetter(outcomeOf(one.best, people), outcomeOf(other.best, people));

/** Out of those that are open, the one whose best choice is the best. */
function takeBest(open: Part[], people: readonly number[]): Part | undefined {
  const [first, ...rest] = open;
  if (first === undefined) return undefined;
  const best = rest.reduce((a, b) => (isBetterPart(b, a, people) ? b : a), first);
  open.splice(open.indexOf(best), 1);
  return best;
}
