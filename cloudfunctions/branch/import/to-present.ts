import type { Present, Standing, Stranger } from '../../../domain/people/roster-list';
import type { LocalDay } from '../../../domain/time/local-day';
import type { Caller } from '../../_kit/context';
import { mayTouch } from '../../_store/people/may-touch';
import { crewIdOn, type Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import { rolesAgree } from '../../_store/people/roles-agree';

/** Somebody of the branch, as a list is compared with them. */
export function toPresent(member: Member, caller: Caller, today: LocalDay): Present {
  const { _id, name, staffNumber, groupId, roles } = member;
  return {
    memberId: _id,
    name,
    staffNumber,
    groupId,
    crewId: crewIdOn(member, today),
    standing: standingIn(member),
    holdsOffice: !rolesAgree([...roles.filter((role) => role !== 'member'), 'probationary-member']),
    isTouchable: mayTouch(caller, member),
  };
}

export function toStranger(member: Member, organisation: Organisation): Stranger {
  const { _id, name, staffNumber, branchId, leftDay } = member;
  return {
    memberId: _id,
    name,
    staffNumber,
    branchName: leftDay === null ? organisation.branchName(branchId) : null,
  };
}

const standingIn = ({ roles }: Member): Standing =>
  roles.includes('probationary-member') ? 'probationary-member' : 'member';
