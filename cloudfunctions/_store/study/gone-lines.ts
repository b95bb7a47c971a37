import { collection, command } from '../database';
import { ATTENDANCES, type AttendanceDocument } from './attendance-document';

const documents = () => collection(ATTENDANCES);

/** Lines that ask nobody any more, since the person left the branch. docs/rules.md#R-362 */
export const goneLines = {
  /** Of these people, lines of a branch whose register is open, on which nothing is entered. */
  toRelease: (
    memberIds: readonly string[],
    branchId: string,
    nowMs: number,
  ): Promise<readonly AttendanceDocument[]> =>
    documents().all({
      memberId: command.in(memberIds),
      branchId,
      lastCloseAtMs: command.gt(nowMs),
      isExpected: true,
      record: null,
    }),

  /** Lets these lines ask nobody from an instant on, but for those on which something was entered meanwhile. */
  async release(lineIds: readonly string[], goneAtMs: number): Promise<void> {
    if (lineIds.length === 0) return;
    await documents().update(
      { _id: command.in(lineIds), isExpected: true, record: null },
      { isExpected: false, goneAtMs, version: command.inc(1) },
    );
  },
} as const;
