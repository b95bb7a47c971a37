import type { AttendanceState } from '../../domain/study/attendance';
import type { Gone } from './study-shapes';

/** How a state is called on the roll, by those who keep it, and in documents. */
export const ATTENDANCE_TEXT: Readonly<Record<AttendanceState, string>> = {
  attended: '已到',
  late: '迟到',
  excused: '请假',
  'on-duty': '在岗',
  asleep: '睡觉时间',
  'made-up': '补学',
  absent: '缺席',
  'to-confirm': '待确认',
  expected: '未到',
};

/** Of somebody whom a register asks no more since they left its branch. docs/rules.md#R-362 */
export const GONE_TEXT: Readonly<Record<Gone, string>> = {
  moved: '已到别的支部',
  left: '已离开支部',
  newer: '已离开支部',
};
