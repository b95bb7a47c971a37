/**
 * Calls at the top level of the contract: they only declare something. By their names in our sources;
 * `v` is valibot. What they give is left out where nobody uses it, so that a page does not load all
 * actions of an area with one of them.
 */
export const DECLARING: readonly string[] = [
  'v',
  'defineAction',
  'Words',
  'growing',
  'growingOr',
  'guest',
  'self',
  'ownReading',
  'inBranch',
  'upTo',
];
