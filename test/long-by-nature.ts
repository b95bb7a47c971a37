/**
 * What is long by nature is walked in part by `npm test` and whole by `npm run soak`, which says so
 * to its suites by this variable (tools/soak.ts).
 */
export const isSoak = process.env['SOAK'] !== undefined;

/** Every n-th, from the first on; in a soak all. */
export function share<T>(all: readonly T[], every: number): readonly T[] {
  return isSoak ? all : all.filter((_, index) => index % every === 0);
}
