import { holdsOneOf, OFFICERS, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import type { DataAskDocument } from './data-asks';
import type { Member } from './member-document';
import { members } from './members';

type Ask = Pick<DataAskDocument, 'about' | 'memberId' | 'branchId'>;
type Officer = Pick<Member, '_id' | 'roles'>;

const LOOKED_INTO_BY: readonly Role[] = ['discipline-officer'];
const WITHOUT_THEM: readonly Role[] = ['secretary'];

/** Who in a branch answers a question about a look. One request. docs/rules.md#R-144 */
export async function whoAnswersLooks(branchId: string): Promise<readonly Role[]> {
  const found = await members.holding(branchId, LOOKED_INTO_BY);
  return found.length > 0 ? LOOKED_INTO_BY : WITHOUT_THEM;
}

/** Neither whoever asks nor whoever looked. */
const isImpartial = ({ about, memberId }: Ask, officerId: string): boolean =>
  officerId !== memberId && (about.kind !== 'look' || officerId !== about.by.memberId);

/**
 * Whether an officer, who reaches the branch, may answer this: those of the kind, and the committee
 * office always; nobody in their own matter.
 */
export function mayAnswer(ask: Ask, officer: Officer, lookRoles: readonly Role[]): boolean {
  const roles = ask.about.kind === 'look' ? lookRoles : ROSTER_KEEPERS;
  return isImpartial(ask, officer._id) && holdsOneOf(officer.roles, [...roles, 'committee-office']);
}

/** Whom a question goes to: those of the branch, or the committee office where none of them may. */
export function answerersAmong<P extends Officer>(
  ask: Ask,
  ofBranch: readonly P[],
  ofOffice: readonly P[],
): readonly P[] {
  const holding = (roles: readonly Role[]) =>
    ofBranch.filter((officer) => holdsOneOf(officer.roles, roles));
  const lookedInto = holding(LOOKED_INTO_BY);
  const looks = lookedInto.length > 0 ? lookedInto : holding(WITHOUT_THEM);
  const isFit = ({ _id }: P) => isImpartial(ask, _id);
  const fit = (ask.about.kind === 'look' ? looks : holding(ROSTER_KEEPERS)).filter(isFit);
  return fit.length > 0 ? fit : ofOffice.filter(isFit);
}

/** As answerersAmong, of those who hold the offices now. */
export async function answerersOf(ask: Ask): Promise<readonly Member[]> {
  const ofBranch = answerersAmong(ask, await members.holding(ask.branchId, OFFICERS), []);
  return ofBranch.length > 0 ? ofBranch : answerersAmong(ask, [], await members.ofOffice());
}
