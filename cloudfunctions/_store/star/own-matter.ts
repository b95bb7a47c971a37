import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import { endFault } from '../../../domain/star/after-vote';
import { members, type Member } from '../people/members';
import type { StarMonthDocument } from './star-month-document';

/**
 * Whether the star of the month is this person's own matter: they stand, stood and lost, also where
 * they left the list after that, or agreed to stand and were left out. Who said no to a nomination has none, for that is known to nobody.
 * docs/rules.md#R-284
 */
export const hasStake = (star: StarMonthDocument, memberId: string): boolean =>
  [
    ...(star.list?.candidates ?? []).map((each) => each.memberId),
    ...star.leftOut.map((each) => each.memberId),
    ...(star.leftIds ?? []),
    ...(star.result?.memberIds ?? []),
    ...noticedUntilNow(star),
  ].includes(memberId);

/** Those of whom a public notice was, and those of whom it is: what is kept when a notice is taken back. */
export const noticedUntilNow = (star: StarMonthDocument): string[] => [
  ...new Set([...noticedBefore(star), ...star.stars.map(({ memberId }) => memberId)]),
];

function noticedBefore({ noticedIds, objections, result }: StarMonthDocument): readonly string[] {
  if (noticedIds !== undefined) return noticedIds;
  // Taken back before it was kept of whom it was: of whoever was voted for.
  const isTakenBack = objections.some(({ answer }) => answer?.isUpheld === true);
  return isTakenBack ? (result?.memberIds ?? []) : [];
}

/** Whether this person may end the month without a star as it stands. docs/rules.md#R-163 */
export const mayEnd = (
  star: StarMonthDocument,
  { memberId, roles }: { readonly memberId: string; readonly roles: readonly Role[] },
): boolean =>
  holdsOneOf(roles, ROSTER_KEEPERS) && endFault(star.state, hasStake(star, memberId)) === null;

/**
 * Those of the branch with one of these offices who have something to do about a month that is not their own
 * matter; where there is none, the committee office. `exceptId`: whoever has just said something themselves.
 * docs/rules.md#R-284
 */
export async function officersWithoutStake(
  star: StarMonthDocument,
  offices: readonly Role[],
  exceptId: string | null = null,
): Promise<readonly Member[]> {
  const isAsked = ({ _id }: Member) => _id !== exceptId && !hasStake(star, _id);
  const people = await members.ofBranch(star.branchId);
  const officers = people.filter((each) => holdsOneOf(each.roles, offices) && isAsked(each));
  return officers.length > 0 ? officers : (await members.ofOffice()).filter(isAsked);
}
