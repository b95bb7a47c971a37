import { unansweredRestores } from '../../../domain/star/assessment/decide-on-sheet';
import { tellOfAnswer } from '../../_deliver/tell-of-sheet';
import type { AssessmentDocument } from '../../_store/star/assessments';
import type { SheetDocument } from '../../_store/star/sheet-document';
import { decidedByTime, isUndecided } from '../../_store/star/decided-by-time';
import { sheets } from '../../_store/star/sheets';
import { standards, type StandardDocument } from '../../_store/star/standards';

/**
 * The last term of a branch is over: appeals that nobody has answered are decided, what is not settled
 * is. Repeated, it finds nothing. docs/rules.md#R-191, docs/rules.md#R-194
 */
export async function settleBranch(assessment: AssessmentDocument, nowMs: number): Promise<void> {
  const { branchId, month } = assessment;
  const [standard, all] = await Promise.all([
    standards.byId(assessment.standardId),
    sheets.ofBranch(branchId, month),
  ]);
  for (const sheet of all) {
    if (sheet.setApart !== null || !isUndecided(sheet)) continue;
    const verdict = await sheets.change<'settled'>(
      sheet._id,
      (now) => (isUndecided(now) ? decidedByTime(standard, now) : 'settled'),
      nowMs,
    );
    if (verdict.kind === 'missing') continue;
    await tellOf(sheet, verdict.sheet, standard, nowMs);
  }
}

/** Of the appeals that this has decided. */
async function tellOf(
  before: SheetDocument,
  after: SheetDocument,
  standard: StandardDocument,
  nowMs: number,
): Promise<void> {
  for (const appeal of after.appeals) {
    const wasOpen = before.appeals.some(
      ({ appealId, answer }) => appealId === appeal.appealId && answer === null,
    );
    if (!wasOpen || appeal.answer?.outcome !== 'unanswered') continue;
    const item = standard.items.find(({ itemId }) => itemId === appeal.itemId);
    const isRestored = item !== undefined && unansweredRestores(item);
    await tellOfAnswer(after, appeal, item?.name ?? '', isRestored, { requestId: '', nowMs });
  }
}
