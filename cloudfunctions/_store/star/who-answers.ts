import { answersAppeals } from '../../../domain/star/assessment/decide-on-sheet';
import type { Member } from '../people/member-document';
import { members } from '../people/members';
import { ownerOf, type SheetDocument, type StoredAppeal } from './sheet-document';

/** Those of the branch who may answer it; where there is none, the committee office. docs/rules.md#R-323 */
export async function whoAnswers(
  sheet: SheetDocument,
  { markId }: Pick<StoredAppeal, 'markId'>,
): Promise<readonly Member[]> {
  const markedBy = sheet.marks.find((mark) => mark.markId === markId)?.by?.memberId ?? null;
  const mayAnswer = ({ _id: memberId, roles, groupId }: Member) =>
    answersAppeals({ memberId, roles, groupId }, ownerOf(sheet), markedBy);
  const there = (await members.ofBranch(sheet.branchId)).filter(mayAnswer);
  return there.length > 0 ? there : (await members.ofOffice()).filter(mayAnswer);
}
