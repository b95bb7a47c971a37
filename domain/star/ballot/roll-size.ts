/** Entitled people without whom no poll opens: of fewer the outcome is somebody's ballot. docs/rules.md#R-320 */
export const LEAST_ENTITLED = 5;

/** Entitled people of one poll: a branch has 50 at most as a rule. docs/rules.md#R-170 */
export const MOST_ENTITLED = 500;
