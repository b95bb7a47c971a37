import type { Member } from '../../cloudfunctions/_store/people/member-document';
import type { Role } from '../../contract/roles';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';
import { aBranch, aMember, anUnboundMember, aRotation } from './documents';
import type { Documents } from './stored';

export const OWN_CODE = 'AAA222';
export const OTHER_CODE = 'BBB333';

const OFFICERS: Readonly<Record<string, readonly Role[]>> = {
  secretary: ['member', 'secretary'],
  organiser: ['member', 'organisation-officer'],
  publicist: ['member', 'publicity-officer'],
  inspector: ['member', 'discipline-officer'],
  leader: ['member', 'group-leader'],
  office: ['member', 'committee-office'],
};

/**
 * Branch `own` with one bound person per office, `alice`, `bob` and the probationary `pat`, and the
 * unbound `una` and `udo`; branch `other` with `other-secretary`, `oscar` and the unbound `ulla`.
 */
export function anOrganisation(): Documents & { readonly members: readonly Member[] } {
  const expiresAtMs = TEST_START_MS + 7 * MS_PER_DAY;
  const invitation = (code: string) => ({ code, expiresAtMs, requestId: 'earlier' });
  return {
    branches: [
      aBranch('own', { invitation: invitation(OWN_CODE) }),
      aBranch('other', { invitation: invitation(OTHER_CODE) }),
    ],
    rotations: [aRotation()],
    members: [
      ...Object.entries(OFFICERS).map(([id, roles]) => aMember(id, { roles: [...roles] })),
      aMember('alice'),
      aMember('bob'),
      aMember('pat', { roles: ['probationary-member'] }),
      anUnboundMember('una'),
      anUnboundMember('udo'),
      aMember('other-secretary', { branchId: 'other', roles: ['member', 'secretary'] }),
      aMember('oscar', { branchId: 'other' }),
      anUnboundMember('ulla', { branchId: 'other' }),
    ],
  };
}
