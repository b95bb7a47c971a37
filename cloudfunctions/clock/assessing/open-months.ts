import { opensOn, termsOf } from '../../../domain/star/assessment/terms';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { branches } from '../../_store/people/branches';
import { assessmentId, assessments } from '../../_store/star/assessments';
import { inForce, standards } from '../../_store/star/standards';

/** The month whose opening this instance has seen to, so that it is not looked for again. */
let seenTo = '';

/**
 * Opens the month before for every branch that has a list in use and has not opened it, with terms from
 * today on. One request in an instance and month where nobody has; else three, and one for each branch.
 * docs/rules.md#R-186, docs/rules.md#R-188
 */
export async function openMonths(nowMs: number): Promise<void> {
  const today = dayOfInstant(nowMs);
  const month = monthBeside(monthOf(today), -1);
  if (seenTo === month || !opensOn(month, today)) return;
  const versions = await standards.begunBy(month);
  const isUsed = versions.length > 0;
  const all = isUsed ? await branches.all() : [];
  const opened = isUsed ? await assessments.ofAll(month) : [];
  for (const { _id: branchId } of all) {
    const standard = inForce(versions, branchId, month);
    const isOpen = opened.some((each) => each.branchId === branchId);
    if (standard === undefined || isOpen) continue;
    await assessments.open({
      _id: assessmentId(branchId, month),
      branchId,
      month,
      standardId: standard._id,
      openedAtMs: nowMs,
      terms: termsOf(month, standard.terms, today),
      sheets: null,
      finalAtMs: null,
      nextAtMs: nowMs,
      schemaVersion: 1,
    });
  }
  seenTo = month;
}
