import type { AttendanceState, MyStudy } from '../../contract/study/study-shapes';
import type { Badge, Tone } from './fit';
import { isLeaveOpen } from './my-leave';
import { myStateText } from './study';

const MY_STATE_TONE: Record<AttendanceState, Tone> = {
  attended: 'ok',
  late: 'warn',
  excused: 'plain',
  'on-duty': 'plain',
  asleep: 'plain',
  'made-up': 'ok',
  absent: 'plain',
  'to-confirm': 'warn',
  expected: 'warn',
  newer: 'plain',
};

export const LEAVE_OPEN: Badge = { text: '请假等答复', tone: 'warn' };

/** My state of a study as its badge; a cancelled study says so whatever I had answered. */
export function myBadge(mine: MyStudy, nowMs: number): Badge {
  if (mine.isCancelled) return { text: '已取消', tone: 'plain' };
  return isLeaveOpen(mine, nowMs) ? LEAVE_OPEN : stateBadge(mine);
}

/** What a register that is closed says of me. */
export const stateBadge = (
  mine: Parameters<typeof myStateText>[0] & Pick<MyStudy, 'state'>,
): Badge => ({
  text: myStateText(mine),
  tone: MY_STATE_TONE[mine.state],
});
