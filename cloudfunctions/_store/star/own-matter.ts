import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import { endFault } from '../../../domain/star/after-vote';
import type { Member } from '../people/member-document';
import { members } from '../people/members';
import { nominations } from './nominations';
import type { StarMonthDocument } from './star-month-document';

/** Of a month, what says whose own matter it is. */
type Stakes = Pick<
  StarMonthDocument,
  'state' | 'leftOut' | 'leftIds' | 'result' | 'noticedIds' | 'objections'
> & {
  readonly list: { readonly candidates: readonly { readonly memberId: string }[] } | null;
  readonly stars: readonly { readonly memberId: string }[];
};
interface Person {
  readonly memberId: string;
  readonly roles: readonly Role[];
}

/**
 * Whether the star of the month is this person's own matter: they stand, stood and lost, also where they left
 * the list after that, or agreed to stand and were left out; before the list is fixed, they have agreed to
 * (`agreedIds`: who has). Who said no to a nomination has none, for that is known to nobody.
 * docs/rules.md#R-284
 */
export const hasStake = (
  star: Stakes,
  memberId: string,
  agreedIds: readonly string[] = [],
): boolean =>
  [
    ...(star.state === 'preparing' ? agreedIds : []),
    ...(star.list?.candidates ?? []).map((each) => each.memberId),
    ...star.leftOut.map((each) => each.memberId),
    ...(star.leftIds ?? []),
    ...(star.result?.memberIds ?? []),
    ...noticedUntilNow(star),
  ].includes(memberId);

/** Who has agreed to stand, while the list is not fixed: one request then, and none after. */
const agreedIn = async ({
  branchId,
  month,
  state,
}: Pick<StarMonthDocument, 'branchId' | 'month' | 'state'>): Promise<readonly string[]> =>
  state === 'preparing' ? nominations.agreedIn(branchId, month) : [];

/** As hasStake; who has agreed until now is read for those who lead a month, for nobody else decides anything in it then. */
export const isOwnMatter = async (
  star: StarMonthDocument,
  { memberId, roles }: Person,
): Promise<boolean> =>
  hasStake(star, memberId, holdsOneOf(roles, ROSTER_KEEPERS) ? await agreedIn(star) : []);

/** Those of whom a public notice was, and those of whom it is: what is kept when a notice is taken back. */
export const noticedUntilNow = (star: Stakes): string[] => [
  ...new Set([...noticedBefore(star), ...star.stars.map(({ memberId }) => memberId)]),
];

/** Those whose notice was taken back. */
export function noticedBefore({
  noticedIds,
  objections,
  result,
}: Pick<Stakes, 'noticedIds' | 'objections' | 'result'>): readonly string[] {
  if (noticedIds !== undefined) return noticedIds;
  // Taken back before it was kept of whom it was: of whoever was voted for.
  const isTakenBack = objections.some(({ answer }) => answer?.isUpheld === true);
  return isTakenBack ? (result?.memberIds ?? []) : [];
}

/** Whether somebody may end the month without a star as it stands; `isOwn`: it is their own matter. docs/rules.md#R-163 */
export const mayEnd = (
  { state }: Pick<StarMonthDocument, 'state'>,
  { roles }: Pick<Person, 'roles'>,
  isOwn: boolean,
): boolean => holdsOneOf(roles, ROSTER_KEEPERS) && endFault(state, isOwn) === null;

/** A step of a month: which offices do it, and who has just said something themselves and is not asked. */
export interface Step {
  readonly offices: readonly Role[];
  readonly exceptId: string | null;
}

/** Whether a step is this person's to do, where they are of the branch or of the committee office. docs/rules.md#R-284 */
export const isTheirs = (
  star: Stakes,
  agreedIds: readonly string[],
  { offices, exceptId }: Step,
  { memberId, roles }: Person,
): boolean =>
  holdsOneOf(roles, offices) && memberId !== exceptId && !hasStake(star, memberId, agreedIds);

/** Those of the branch whose step it is; where there is none, the committee office. docs/rules.md#R-284 */
export async function officersWithoutStake(
  star: StarMonthDocument,
  offices: readonly Role[],
  exceptId: string | null = null,
): Promise<readonly Member[]> {
  const [people, agreedIds] = await Promise.all([members.ofBranch(star.branchId), agreedIn(star)]);
  const isAsked = ({ _id: memberId, roles }: Member) =>
    isTheirs(star, agreedIds, { offices, exceptId }, { memberId, roles });
  const officers = people.filter(isAsked);
  return officers.length > 0 ? officers : (await members.ofOffice()).filter(isAsked);
}
