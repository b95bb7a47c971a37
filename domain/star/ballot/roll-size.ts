import { moreThanHalf } from '../../people/more-than-half';
import { ballotsNeeded, type CountedFrom } from './poll-rules';

/** Entitled people without whom no poll opens: of fewer the outcome is somebody's ballot. docs/rules.md#R-320 */
export const LEAST_ENTITLED = 5;

/** So many more have to be able to vote than elect somebody: nobody can tell which of them have not. docs/rules.md#R-320 */
export const ABLE_BEYOND = 2;

/** How many of so many entitled have to be able to vote, whatever has been chosen. docs/rules.md#R-320 */
export const leastAbleOfAll = (entitled: number): number =>
  Math.max(LEAST_ENTITLED, moreThanHalf(entitled) + ABLE_BEYOND);

/** As many, and no fewer than it takes for anything to be counted; of polls of before as many. docs/rules.md#R-355 */
export function leastAble(entitled: number, rules: CountedFrom): number {
  const least = leastAbleOfAll(entitled);
  return rules.belowLeast === undefined ? least : Math.max(least, ballotsNeeded(entitled, rules));
}

/** Entitled people of one poll: a branch has 50 at most as a rule. docs/rules.md#R-170 */
export const MOST_ENTITLED = 500;
