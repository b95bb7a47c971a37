import { moreThanHalf } from '../../people/more-than-half';

/** Entitled people without whom no poll opens: of fewer the outcome is somebody's ballot. docs/rules.md#R-320 */
export const LEAST_ENTITLED = 5;

/**
 * How many of so many entitled have to be able to vote: two more than elect somebody, so that nobody can tell
 * which of them have not. docs/rules.md#R-320
 */
export const leastAble = (entitled: number): number =>
  Math.max(LEAST_ENTITLED, moreThanHalf(entitled) + 2);

/** Entitled people of one poll: a branch has 50 at most as a rule. docs/rules.md#R-170 */
export const MOST_ENTITLED = 500;
