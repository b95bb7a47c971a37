import type { OutputOf } from '../../../contract/action';
import type { dashboard, Sums } from '../../../contract/branch/dashboard';
import { leftOutText } from '../../../contract/branch/left-out.text';
import { ratePercent } from '../../../domain/study/rate-percent';

export type Dashboard = OutputOf<typeof dashboard>;

/** '89'; '–' where there is nothing to divide by. */
export const percentText = (part: number, of: number): string => `${ratePercent(part, of) ?? '–'}`;

/** '公平 = 97/109 人次，补学也算，去掉在岗 24、睡觉时间 3、休假或借调 7。': why the two rates differ. */
export function fairSumText(sums: Sums): string {
  return `公平 = ${sums.attended}/${sums.couldAttend} 人次，补学也算，${leftOutText(sums)}。`;
}
