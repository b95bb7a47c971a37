import { GRADE_NAME } from '../../contract/star/grade.text';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { readRotas } from '../_store/people/organisation';
import type { StoredGrade } from '../_store/star/yearly-reviews';
import { deliver } from './deliver';
import { sheetNoticeText } from './sheet-notices.text';
import { systemNotice } from './system-notice';

/** It stands in the page of the year after that. */
const NEWS_DAYS = 14;

/** Tells a person the grade of a year that was entered of them, once for each that is. docs/rules.md#R-198 */
export async function tellOfGrade(
  member: Member,
  year: number,
  { gradeId, grade, reason, by, atMs }: StoredGrade,
  requestId: string,
): Promise<void> {
  const content = systemNotice('sheet-told', by, {
    messageId: derivedId('graded', `${year}`, member._id, gradeId),
    branchId: member.branchId,
    title: sheetNoticeText.graded(year, GRADE_NAME[grade]),
    body: sheetNoticeText.gradedBody(reason),
    page: `packages/star/review/review?year=${year}`,
    deadlineAtMs: atMs + NEWS_DAYS * MS_PER_DAY,
    about: null,
    notBeforeAtMs: null,
    lastRequestId: requestId,
  });
  await deliver(content, [member], atMs, await readRotas());
}
