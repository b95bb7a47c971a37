import { tellOfAppeal } from '../../_deliver/tell-of-sheet';
import type { SheetDocument } from '../../_store/star/sheet-document';
import type { StandardDocument } from '../../_store/star/standards';
import { whoAnswers } from '../../_store/star/who-answers';

/**
 * Of open appeals that nobody of the branch may answer any more the committee office is told, once; two requests
 * for each that is open. docs/rules.md#R-323
 */
export async function tellAppealsLeft(
  sheets: readonly SheetDocument[],
  { items }: Pick<StandardDocument, 'items'>,
  nowMs: number,
): Promise<void> {
  for (const sheet of sheets) {
    for (const appeal of sheet.appeals.filter(({ answer }) => answer === null)) {
      const answering = await whoAnswers(sheet, appeal);
      const isThere = answering.some(({ branchId }) => branchId === sheet.branchId);
      if (isThere) continue;
      const name = items.find(({ itemId }) => itemId === appeal.itemId)?.name ?? '';
      await tellOfAppeal(sheet, appeal, name, answering, { requestId: '', nowMs });
    }
  }
}
