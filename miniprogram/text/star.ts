import type { ShownBar, ShownStarStep } from '../../contract/star/star-shapes';
import { dayOfInstant } from '../../domain/time/local-day';
import { clockOf, fullDayText } from './when';

export const STAR_STEP_TEXT: Readonly<Record<ShownStarStep, string>> = {
  assessment: '考核',
  meeting: '专题会',
  nomination: '提名',
  ballot: '投票',
  decision: '支委会',
  'public-notice': '公示',
  announcement: '通报和存档',
  newer: '新的一步',
};

/** Who acts where somebody has a stake of their own. docs/rules.md#R-284 */
export const OTHERS_TEXT = '请书记、组织委员里没有参选的来办；都参选了，由党委工作部来办。';

/** Who may not stand. */
export const BAR_TEXT: Readonly<Record<ShownBar, string>> = {
  probationary: '预备党员',
  away: '长假和借调在外的',
  secretary: '书记',
  committee: '支部委员',
  newcomer: '这个月才来的',
  newer: '其他',
};

/** Of words in which no date or time may be torn in two. */
export const unbroken = (words: string): string => words.split(' ').join('\u00a0');

/** Of what somebody themselves may not do this month, and what they can; '' they may stand. */
export function barredText(bars: readonly ShownBar[]): string {
  const why = bars.map((bar) => BAR_TEXT[bar]).join('、');
  return why === '' ? '' : `按支部这个月定的规则，你这次不参加评选（${why}）。可以推荐别人。`;
}

/** '周一 4月6日 20:00', whichever day it is: for dates that are agreed on and passed on. */
export function appointmentText(atMs: number, nowMs: number): string {
  return `${fullDayText(dayOfInstant(atMs), dayOfInstant(nowMs))} ${clockOf(atMs)}`;
}
