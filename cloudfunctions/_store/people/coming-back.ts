import type { Standing } from '../../../contract/people/member';
import type { LocalDay } from '../../../domain/time/local-day';
import type { Member } from './member-document';
import { withCrew } from './with-crew';

interface Place {
  readonly name: string;
  readonly branchId: string;
  readonly groupId: string | null;
  readonly crewId: string | null;
  readonly standing: Standing;
}

/** As a plain member of the branch; back in their own, since the day they once came. docs/rules.md#R-64 */
export function comingBack(now: Member, place: Place, today: LocalDay): Partial<Member> {
  const { name, branchId, groupId, crewId, standing } = place;
  return {
    name,
    branchId,
    groupId,
    roles: [standing],
    crewHistory: withCrew(now, { crewId, fromDay: today }),
    leftDay: null,
    placedDay: today,
    joinedDay: branchId === now.branchId ? now.joinedDay : today,
  };
}
