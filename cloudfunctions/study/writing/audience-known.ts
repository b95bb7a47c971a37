import type { Audience } from '../../../contract/people/audience';
import { unknownInAudience } from '../../../domain/people/audience';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { BranchDocument } from '../../_store/people/branches';
import type { Member } from '../../_store/people/member-document';
import { personOn } from '../../_store/people/person-on';

/** Whether everything that an audience names is in the branch. */
export function isAudienceKnown(
  audience: Audience,
  branch: BranchDocument,
  people: readonly Member[],
  nowMs: number,
): boolean {
  const day = dayOfInstant(nowMs);
  const persons = people.map((member) => personOn(member, day));
  const groupIds = branch.groups.map(({ groupId }) => groupId);
  return unknownInAudience(audience, persons, groupIds).length === 0;
}
