import type { Mac } from '../../study/check-in-code';

/** What is hashed of each for the lot between equals; it stands on the ballot. */
export const lotTextOf = (candidateId: string): string => `lot.${candidateId}`;

/**
 * The order of a lot: by HMAC-SHA256 of each one's text with the seed as its key, in hexadecimal, so that
 * everybody with the seed can draw it again. The seed is published before the first
 * ballot, when nobody can know who will be equal. docs/rules.md#R-177
 */
export function lotOrderOf(
  mac: Mac,
  seed: string,
  candidateIds: readonly string[],
): readonly string[] {
  const drawn = candidateIds.map((candidateId) => ({
    candidateId,
    key: mac(seed, lotTextOf(candidateId)),
  }));
  drawn.sort((a, b) => (a.key < b.key ? -1 : 1));
  return drawn.map(({ candidateId }) => candidateId);
}
