import type { Sums } from './dashboard';

/** '去掉在岗 24、睡觉时间 3、休假或借调 7': why the fair rate is of fewer than the raw one; the numbers add up to the difference. */
export function leftOutText({
  asked,
  couldAttend,
  leftOutOnLeave,
  leftOutAsleep = 0,
}: Omit<Sums, 'attended'>): string {
  const parts = [
    ['在岗', asked - couldAttend - leftOutOnLeave - leftOutAsleep],
    ['睡觉时间', leftOutAsleep],
    ['休假或借调', leftOutOnLeave],
  ] as const;
  const named = parts.filter(([, count]) => count > 0).map(([text, count]) => `${text} ${count}`);
  return named.length === 0 ? '没有要去掉的' : `去掉${named.join('、')}`;
}
