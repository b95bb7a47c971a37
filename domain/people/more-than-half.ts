/** The fewest that are more than half of so many heads. docs/rules.md#R-95 */
export const moreThanHalf = (heads: number): number => Math.floor(heads / 2) + 1;
