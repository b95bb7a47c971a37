import { COMMITTEE_TEXT } from '../../../contract/content/suggestion.text';
import type { Member } from '../people/member-document';
import { members } from '../people/members';
import { COMMITTEE } from './suggestion-document';

/** Who answers in the name of an office, but for whoever raised it. One request. docs/rules.md#R-212 */
export async function answerersIn(office: string, notMemberId: string): Promise<readonly Member[]> {
  const people =
    office === COMMITTEE ? await members.ofOffice() : await members.holding(office, ['secretary']);
  return people.filter(({ _id }) => _id !== notMemberId);
}

export interface Office {
  readonly office: string;
  readonly officeName: string;
}

export const committee: Office = { office: COMMITTEE, officeName: COMMITTEE_TEXT };
