import { goneLines } from '../_store/study/gone-lines';
import { takeLeaveAskedBack } from './tell-about-leave';

/**
 * Of people who have left a branch: its open registers ask them no more, and nobody has to answer leave that
 * they asked. Can be repeated. Two requests, one where nothing was asked. docs/rules.md#R-362
 */
export async function askNoMore(
  memberIds: readonly string[],
  branchId: string,
  nowMs: number,
): Promise<void> {
  if (memberIds.length === 0) return;
  const lines = await goneLines.toRelease(memberIds, branchId, nowMs);
  if (lines.length === 0) return;
  await goneLines.release(
    lines.map(({ _id }) => _id),
    nowMs,
  );
  await takeLeaveAskedBack(lines, nowMs);
}
