/** Characters without which a secret can be guessed; `openssl rand -base64 48` gives 64. */
const LEAST_CHARACTERS = 32;

/**
 * What keeps ballots secret, and who nominated whom, from the variable BALLOT_SECRET of this environment.
 * Only functions that count ballots have it: docs/decisions/how-a-ballot-keeps-its-secret.md
 * @throws when it is not usable; the message does not have it
 */
export function ballotSecret(): string {
  const secret = process.env['BALLOT_SECRET'] ?? '';
  if (secret.length < LEAST_CHARACTERS)
    throw new Error('BALLOT_SECRET is no secret of 32 characters');
  return secret;
}
