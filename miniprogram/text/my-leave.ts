import type { MyLeave } from '../../contract/study/leave-shapes';
import type { MyStudy } from '../../contract/study/study-shapes';

/** Whether my leave waited for an answer when this was asked. docs/rules.md#R-105 */
export const isLeaveWaiting = ({ leave, state }: Pick<MyStudy, 'leave' | 'state'>): boolean =>
  leave?.standing === 'waiting' && state !== 'absent';

/** Likewise, and can still be declined, or counts only once it is granted. docs/rules.md#R-105 */
export const isLeaveOpen = (mine: MyStudy, nowMs: number): boolean =>
  isLeaveWaiting(mine) &&
  (mine.state === 'expected' || mine.sittings.some(({ startAtMs }) => nowMs < startAtMs));

/** What my leave counts for until it is answered. */
export const leaveOpenText = (state: MyStudy['state']): string =>
  state === 'expected'
    ? '上次没有批，这次同意了才算请假。'
    : '没答复前算请假；不同意会告诉你为什么。';

/** That my leave excuses me from nothing, who said so and why; '' where it does, or none was asked for. */
export function notGrantedText(leave: MyLeave | undefined, state: MyStudy['state']): string {
  if (leave?.standing === 'declined' && leave.answer !== null) {
    return `请假没有批：${leave.answer.reason}（${leave.answer.byName}）`;
  }
  return leave?.standing === 'waiting' && state === 'absent' ? '没批以后又请的假，没有人答复' : '';
}
