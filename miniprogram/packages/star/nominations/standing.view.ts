import type { ShownBar, ShownOut } from '../../../../contract/star/star-shapes';
import { BAR_TEXT } from '../../../text/star';

/** By whom and why an officer leaves somebody out, before the list is fixed. */
export type LeaveOut = Readonly<Record<string, string>>;

/** Whether somebody who agreed will be on the list, as everybody is now. docs/rules.md#R-350 */
export const isStanding = (
  { memberId, bars }: { readonly memberId: string; readonly bars: readonly ShownOut[] },
  leaveOut: LeaveOut,
): boolean => bars.length === 0 && leaveOut[memberId] === undefined;

const isBar = (out: ShownOut): out is ShownBar => out !== 'moved' && out !== 'left';

/** Of a list that was fixed before it was kept which of the two it was. */
export const GONE_BEFORE_TEXT = '定名单的时候已经不在这个支部';

export function outText(bars: readonly ShownOut[], reason: string | null): string {
  if (reason !== null) return `不进名单：${reason}`;
  // Of who is of the branch no more its rules say nothing. docs/rules.md#R-350
  if (bars.includes('moved')) return '已经去了别的支部，进不了名单';
  if (bars.includes('left')) return '已经离开，进不了名单';
  const rules = bars.filter(isBar).map((bar) => BAR_TEXT[bar]);
  return rules.length === 0 ? '' : `按这个月的规则不参加（${rules.join('、')}）`;
}
