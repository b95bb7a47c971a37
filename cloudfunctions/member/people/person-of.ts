import type { Person } from '../../../contract/people/member';
import type { LocalDay } from '../../../domain/time/local-day';
import { isBound, type Member } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import { maskStaffNumber } from './mask-staff-number';

/** A member as colleagues see them on a day. */
export function personOf(member: Member, organisation: Organisation, day: LocalDay): Person {
  return {
    memberId: member._id,
    name: member.name,
    maskedStaffNumber: maskStaffNumber(member.staffNumber),
    ...organisation.placeOf(member, day),
    roles: member.roles,
    isBound: isBound(member),
  };
}
