import type { Audience } from '../../../contract/people/audience';
import type { Organisation } from './organisation';

/** Names of the groups or crews that are asked; none: the branch as a whole, or people by name. */
export function audienceNames(
  audience: Audience,
  branchId: string,
  organisation: Pick<Organisation, 'groupName' | 'crewName'>,
): readonly string[] {
  switch (audience.kind) {
    case 'groups':
      return audience.groupIds.flatMap((id) => organisation.groupName(branchId, id) ?? []);
    case 'crews':
      return audience.crewIds.flatMap((id) => organisation.crewName(id) ?? []);
    case 'branch':
    case 'people':
      return [];
  }
}
