import * as v from 'valibot';

/** How a phone reads a value that only newer versions of the product know; functions never answer it. */
export const NEWER = 'newer';
export type Newer = typeof NEWER;

/**
 * A list in an answer to which values may be added at any time: a phone that does not know one reads
 * 'newer', for which every page has words. Lists of inputs are closed: v.picklist.
 */
export const growing = <const Values extends readonly string[]>(values: Values) =>
  growingOr(values, NEWER);

/** As growing, where another value says what a page has to say of one that it does not know. */
export function growingOr<const Values extends readonly string[], const Fallback extends string>(
  values: Values,
  fallback: Fallback,
) {
  const options: readonly (Values[number] | Fallback)[] = [...values, fallback];
  return Object.assign(v.picklist(options), { unknownReads: fallback });
}

/** As growing, for the alternatives of a union by `kind`. */
export const NewerKind = v.strictObject({ kind: v.literal(NEWER) });
