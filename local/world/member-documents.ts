import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { newMember } from '../../cloudfunctions/_store/people/new-member';
import { addDays, dayOfInstant, MS_PER_DAY, MS_PER_MINUTE } from '../../domain/time/local-day';
import { demoPeople } from './people';
import { seededRandom } from './seeded-random';
import { shiftChangesOf } from './shift-changes';

/** The people as the member function keeps them; in the branch for years, the probationary for months. */
export function memberDocuments(nowMs: number): Member[] {
  const today = dayOfInstant(nowMs);
  return demoPeople.map((person): Member => {
    const { memberId, openId, isBound } = person;
    const random = seededRandom('member', memberId);
    const isNew = person.roles.includes('probationary-member');
    const joinedDay = addDays(
      today,
      isNew ? -random.between(120, 320) : -random.between(500, 3600),
    );
    const boundAtMs =
      nowMs - random.between(100, 115) * MS_PER_DAY - random.between(0, 600) * MS_PER_MINUTE;
    return {
      ...newMember(person, joinedDay),
      overrides: shiftChangesOf(memberId, today),
      ...(isBound && { account: openId, boundAtMs, agreedPrivacyVersion: 1 }),
      codeSecret: random.hex(32),
    };
  });
}
