import { randomInt } from 'node:crypto';
import { INVITATION_CODE_LENGTH, INVITATION_DAYS } from '../../../contract/limits';
import { MS_PER_DAY } from '../../../domain/time/local-day';

/** Read aloud and copied from paper: without 0 and O, 1 and I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export const INVITATION_MS = INVITATION_DAYS * MS_PER_DAY;

export function newInvitationCode(): string {
  const length = INVITATION_CODE_LENGTH;
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
