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
  const [branch, people] = await Promise.all([
    branches.byId(branchId),
    audience.kind === 'people' ? named(branchId, audience.memberIds) : members.ofBranch(branchId),
  ]);
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

/** Those of the ids who are in the branch, in the order of a branch: nobody else needs to be read. */
async function named(branchId: string, memberIds: readonly string[]): Promise<readonly Member[]> {
  const found = await members.byIds(memberIds);
  return found
    .filter((member) => member.branchId === branchId && member.leftDay === null)
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}
