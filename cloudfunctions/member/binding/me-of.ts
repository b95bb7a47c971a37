import type { Me } from '../../../contract/people/hello';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';

/** Who I am, with the names of where I belong today. */
export function meOf(member: Member, organisation: Organisation, nowMs: number): Me {
  const { crewName, groupName } = organisation.placeOf(member, dayOfInstant(nowMs));
  return {
    memberId: member._id,
    name: member.name,
    branchId: member.branchId,
    branchName: organisation.branchName(member.branchId),
    groupName,
    crewName,
    roles: member.roles,
  };
}
