import type { Person } from '../../../domain/people/audience';
import type { LocalDay } from '../../../domain/time/local-day';
import { crewIdOn, type Member } from './member-document';

export interface NamedPerson extends Person {
  readonly name: string;
}

/** A member as an audience sees them on a day. */
export function personOn(member: Member, day: LocalDay): NamedPerson {
  const { _id, name, branchId, groupId, leftDay } = member;
  return { memberId: _id, name, branchId, groupId, leftDay, crewId: crewIdOn(member, day) };
}
