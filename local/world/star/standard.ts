import { comesWithUs, type StandardDocument } from '../../../cloudfunctions/_store/star/standards';
import { monthBefore } from '../../../domain/star/star-month';
import { instantOf, localDay } from '../../../domain/time/local-day';
import { BUSY, byOf } from './star-months';

const VERSION = 2;
export const DEMO_STANDARD_ID = `${BUSY.branchId}_${VERSION}`;

/** The list that comes with the product, which one branch took into use when last month began. */
export function demoStandard(nowMs: number): StandardDocument {
  const fromMonth = monthBefore(nowMs);
  return {
    ...comesWithUs,
    _id: DEMO_STANDARD_ID,
    scope: BUSY.branchId,
    version: VERSION,
    fromMonth,
    by: byOf(BUSY.secretaryId),
    atMs: instantOf(localDay(`${fromMonth}-02`), 9 * 60),
    deedId: 'demo-standard',
  };
}
