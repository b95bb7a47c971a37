import { hkdfSync } from 'node:crypto';
import { ballotSecret } from '../../_kit/ballot-secret';
import { mac } from '../../_kit/mac';

/**
 * As derivedId, for an id that is shown to people who must not know of what it was made: all its parts
 * may be known or guessed, and without the secret of the ballots nobody can try which of them it fits.
 * docs/decisions/how-a-ballot-keeps-its-secret.md
 */
export function secretId(use: string, ...parts: readonly string[]): string {
  const key = Buffer.from(hkdfSync('sha256', ballotSecret(), '', `qingfeng id ${use}`, 32));
  return mac(key.toString('hex'), JSON.stringify(parts)).slice(0, 30);
}
