import type { AttendanceState, MyStudy } from '../../contract/study/study-shapes';
import type { Badge, Tone } from './fit';
import { MY_STATE_TEXT } from './study';

const MY_STATE_TONE: Record<AttendanceState, Tone> = {
  attended: 'ok',
  late: 'warn',
  excused: 'plain',
  'on-duty': 'plain',
  'made-up': 'ok',
  absent: 'plain',
  'to-confirm': 'warn',
  expected: 'warn',
  newer: 'plain',
};

/** My state of a study as its badge; a cancelled study says so whatever I had answered. */
export function myBadge(mine: Pick<MyStudy, 'state' | 'isCancelled'>): Badge {
  return mine.isCancelled
    ? { text: '已取消', tone: 'plain' }
    : { text: MY_STATE_TEXT[mine.state], tone: MY_STATE_TONE[mine.state] };
}
