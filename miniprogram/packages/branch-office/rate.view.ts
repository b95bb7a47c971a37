import type { OutputOf } from '../../../contract/action';
import type { dashboard, Sums } from '../../../contract/branch/dashboard';

export type Dashboard = OutputOf<typeof dashboard>;

/** '89'; '–' where there is nothing to divide by. */
export function percentText(part: number, of: number): string {
  return of === 0 ? '–' : String(Math.round((part * 100) / of));
}

/** '公平 = 97/109 人次，去掉在岗 24、请假 7。': why the two rates differ. */
export function fairSumText({ asked, attended, couldAttend, leftOutOnLeave }: Sums): string {
  const onDuty = asked - couldAttend - leftOutOnLeave;
  const leftOut = [
    ...(onDuty > 0 ? [`在岗 ${onDuty}`] : []),
    ...(leftOutOnLeave > 0 ? [`请假 ${leftOutOnLeave}`] : []),
  ];
  const without = leftOut.length === 0 ? '没有要去掉的' : `去掉${leftOut.join('、')}`;
  return `公平 = ${attended}/${couldAttend} 人次，${without}。`;
}
