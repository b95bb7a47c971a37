import { COMMITTEE_TEXT } from '../../../contract/content/suggestion.text';
import { holdsOneOf } from '../../../contract/roles';
import type { Member } from '../people/member-document';
import { members } from '../people/members';
import { COMMITTEE } from './suggestion-document';

type Officer = Pick<Member, '_id' | 'branchId' | 'roles'>;

/** Who answers in the name of an office, but for whoever raised it. One request. docs/rules.md#R-212 */
export async function answerersIn(office: string, notMemberId: string): Promise<readonly Member[]> {
  const people =
    office === COMMITTEE ? await members.ofOffice() : await members.holding(office, ['secretary']);
  return people.filter(({ _id }) => _id !== notMemberId);
}

/** As answerersIn; where it has none, the committee office, which stands in. docs/rules.md#R-343 */
export async function answerersFor(
  office: string,
  notMemberId: string,
): Promise<readonly Member[]> {
  const own = await answerersIn(office, notMemberId);
  return own.length > 0 ? own : answerersIn(COMMITTEE, notMemberId);
}

/** Whether nobody of the branch that owes it can answer it, of these who hold an office there. docs/rules.md#R-343 */
export const isForStandIn = (ownerId: string, ofBranch: readonly Officer[]): boolean =>
  !ofBranch.some(({ _id, roles }) => _id !== ownerId && holdsOneOf(roles, ['secretary']));

/** Branches as the committee office has to know them to stand in; one request. */
export async function branchesThatAnswer() {
  const byBranch = new Map<string, readonly Officer[]>();
  for (const person of await members.holdingAnywhere(['secretary'])) {
    byBranch.set(person.branchId, [...(byBranch.get(person.branchId) ?? []), person]);
  }
  const lone = [...byBranch.values()].flatMap((people) =>
    people.length === 1 ? people.map(({ _id }) => _id) : [],
  );
  return {
    /** They have somebody; yet not for what that one has raised. */
    branchIds: [...byBranch.keys()],
    lone,
    isForStandIn: ({ owedBy, ownerId }: { readonly owedBy: string; readonly ownerId: string }) =>
      isForStandIn(ownerId, byBranch.get(owedBy) ?? []),
  };
}

export interface Office {
  readonly office: string;
  readonly officeName: string;
}

export const committee: Office = { office: COMMITTEE, officeName: COMMITTEE_TEXT };
