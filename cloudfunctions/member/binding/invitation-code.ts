import { randomInt } from 'node:crypto';

/** Read aloud and copied from paper: without 0 and O, 1 and I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;

/** How long a branch code opens the door: seven days. docs/rules.md#R-60 */
export const INVITATION_MS = 7 * 86_400_000;

export function newInvitationCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
