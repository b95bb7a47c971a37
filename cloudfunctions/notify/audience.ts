import type { Audience } from '../../contract/study-shapes';
import { isInAudience, unknownInAudience } from '../../domain/study/audience';
import { dayOfInstant } from '../../domain/time/local-day';
import { branches } from '../_store/branches';
import { crewIdOn, members, type Member } from '../_store/members';

/** Whom an audience names in a branch as it is today; undefined when it names something unknown. Two requests. */
export async function peopleOf(
  branchId: string,
  audience: Audience,
  nowMs: number,
): Promise<readonly Member[] | undefined> {
  const [branch, people] = await Promise.all([branches.byId(branchId), members.ofBranch(branchId)]);
  if (branch === null) return undefined;
  const day = dayOfInstant(nowMs);
  const persons = people.map((member) => ({
    memberId: member._id,
    groupId: member.groupId,
    crewId: crewIdOn(member, day),
    member,
  }));
  const groupIds = branch.groups.map(({ groupId }) => groupId);
  if (unknownInAudience(audience, persons, groupIds).length > 0) return undefined;
  return persons.filter((person) => isInAudience(audience, person)).map(({ member }) => member);
}
