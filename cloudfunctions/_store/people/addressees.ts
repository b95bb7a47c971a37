import type { Audience } from '../../../contract/people/audience';
import { isAsked, isOfBranch, unknownInAudience } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Member } from './member-document';
import { members } from './members';
import { personOn } from './person-on';
import { organisationOnHotPath, readOrganisation, type Organisation } from './organisation';

/** Whom a message is for; `people` is undefined when the audience names something unknown. */
export interface Addressees {
  readonly people: readonly Member[] | undefined;
  readonly organisation: Organisation;
}

/**
 * Whom an audience names in a branch as it is today. One request; two more where the organisation is
 * not remembered, or lacks what the audience names: that may be younger than the memory.
 */
export async function addresseesOf(
  branchId: string,
  audience: Audience,
  nowMs: number,
): Promise<Addressees> {
  const everybody =
    audience.kind === 'people'
      ? await named(branchId, audience.memberIds, nowMs)
      : await members.ofBranch(branchId);
  const remembered = await organisationOnHotPath(everybody);
  const people = peopleIn(branchId, audience, everybody, remembered, nowMs);
  if (people !== undefined) return { people, organisation: remembered };
  const organisation = await readOrganisation();
  return { people: peopleIn(branchId, audience, everybody, organisation, nowMs), organisation };
}

function peopleIn(
  branchId: string,
  audience: Audience,
  everybody: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): readonly Member[] | undefined {
  if (!organisation.hasBranch(branchId)) return undefined;
  const day = dayOfInstant(nowMs);
  const persons = everybody.map((member) => ({ ...personOn(member, day), member }));
  if (unknownInAudience(audience, persons, organisation.groupIds(branchId)).length > 0) {
    return undefined;
  }
  const asking = { branchId, audience };
  return persons.filter((person) => isAsked(asking, person, day)).map(({ member }) => member);
}

/** Those of the ids who are in the branch, in the order of a branch: nobody else needs to be read. */
async function named(
  branchId: string,
  memberIds: readonly string[],
  nowMs: number,
): Promise<readonly Member[]> {
  const found = await members.byIds(memberIds);
  return found
    .filter((member) => isOfBranch(member, branchId, dayOfInstant(nowMs)))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}
