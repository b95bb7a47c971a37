import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { localDay, MS_PER_HOUR } from '../../domain/time/local-day';
import { TEST_START_MS } from './test-cloud';
import { aDelivery, aGroup } from '../builders/deliveries';
import { aMember } from '../builders/documents';
import { plant } from '../builders/stored';
import { useMemberCloud, type MemberCloud } from './member-cloud';

/**
 * 2025-03-05, a Wednesday: crew-1 rests, crew-2 has the front night (20:00 to 02:00), crew-3 the
 * middle shift (14:00), crew-4 the early shift (08:00), crew-5 the back night (02:00 to 08:00).
 * Each goes front night, middle, early, back night, rest.
 */
export const TODAY = localDay('2025-03-05');

export function inCrew(memberId: string, crewId: string, member: Partial<Member> = {}): Member {
  return aMember(memberId, {
    crewHistory: [{ crewId, fromDay: localDay('2024-01-01') }],
    ...member,
  });
}

/** anOrganisation with alice in crew-1, bob in crew-2 and zed in crew-5. */
export function useRosterCloud(functions?: readonly string[]): MemberCloud {
  const world = useMemberCloud(functions);
  beforeEach(async () => {
    await plant(world.cloud, {
      members: [inCrew('alice', 'crew-1'), inCrew('bob', 'crew-2'), inCrew('zed', 'crew-5')],
    });
  });
  return world;
}

/** A message to one person that waits until this afternoon for the end of their sleep. */
export function waitingFor(memberId: string) {
  const atMs = TEST_START_MS + 7 * MS_PER_HOUR;
  return aDelivery(`for-${memberId}`, [memberId], {
    groups: [
      aGroup([memberId], {
        atMs,
        why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
        state: 'pending',
        outcomes: {},
      }),
    ],
    nextAtMs: atMs,
    lastAtMs: atMs,
  });
}
