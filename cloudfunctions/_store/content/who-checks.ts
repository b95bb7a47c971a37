import { holdsOneOf, OFFICERS, type Role } from '../../../contract/roles';
import type { Member } from '../people/member-document';

type Officer = Pick<Member, '_id' | 'roles'>;

const IN_ORDER: readonly (readonly Role[])[] = [['secretary'], OFFICERS];

/**
 * Who is asked to look at a document that `uploaderId` has brought: the secretary of its branch; where they have
 * brought it, the other officers; where there is none, the committee office. docs/rules.md#R-240
 */
export function checkersAmong<P extends Officer>(
  uploaderId: string,
  ofBranch: readonly P[],
  ofOffice: readonly P[],
): readonly P[] {
  const others = (people: readonly P[]) => people.filter(({ _id }) => _id !== uploaderId);
  const found = IN_ORDER.map((wanted) =>
    others(ofBranch).filter(({ roles }) => holdsOneOf(roles, wanted)),
  ).find((people) => people.length > 0);
  return found ?? others(ofOffice);
}
