/**
 * The order in which one person is shown these ids: by a number of seed, person and id, the smallest
 * first. Whoever knows seed and person comes to the same, with this file alone. docs/rules.md#R-253
 */
export function ownOrder<T>(
  things: readonly T[],
  idOf: (thing: T) => string,
  { seed, memberId }: { readonly seed: string; readonly memberId: string },
): readonly T[] {
  return things
    .map((thing) => ({
      thing,
      id: idOf(thing),
      at: numberOf(`${seed}/${memberId}/${idOf(thing)}`),
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ thing }) => thing);
}

/** 0 to 2^32 - 1: FNV-1a over UTF-16 units, then the last mixing of MurmurHash3, so that neighbours part. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
