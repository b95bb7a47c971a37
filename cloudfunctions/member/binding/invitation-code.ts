import { randomInt } from 'node:crypto';
import { INVITATION_CODE_LENGTH } from '../../../contract/limits';

/** Read aloud and copied from paper: without 0 and O, 1 and I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** How long a branch code opens the door: seven days. docs/rules.md#R-60 */
export const INVITATION_MS = 7 * 86_400_000;

export function newInvitationCode(): string {
  const length = INVITATION_CODE_LENGTH;
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
