import type { DeskLine, ShownItemState } from '../../../contract/content/channel-shapes';
import { CHANNEL_NAME } from '../../../contract/content/channel.text';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Badge } from '../../text/fit';
import { dayText, fullDayText } from '../../text/when';

export const ITEM_STATE_TEXT: Readonly<Record<ShownItemState, string>> = {
  draft: '草稿',
  'branch-check': '待支部审',
  'committee-check': '待党委审',
  ready: '已定稿',
  published: '已刊出',
  withdrawn: '已撤回',
  newer: '新状态',
};

/** Of neither desk anybody may make the check. docs/rules.md#R-222 */
export const NOBODY_LEFT_TEXT =
  '没有人能审这一条了：能审的人都写过它，或者审过上一道。请党委工作部再定一位能审的人，支部的书记或这个栏目的委员，或者党委工作部的。';

const TONE: Readonly<Record<ShownItemState, Badge['tone']>> = {
  draft: 'plain',
  'branch-check': 'warn',
  'committee-check': 'warn',
  ready: 'ok',
  published: 'ok',
  withdrawn: 'plain',
  newer: 'plain',
};

export const stateBadge = (state: ShownItemState): Badge => ({
  text: ITEM_STATE_TEXT[state],
  tone: TONE[state],
});

export interface DeskRow {
  readonly itemId: string;
  readonly title: string;
  readonly note: string;
  readonly returned: string;
  readonly badge: Badge;
}

/** '党务清风 · 许文静，运行支部 · 周三交的'. */
export function toDeskRow(line: DeskLine, nowMs: number): DeskRow {
  const today = dayOfInstant(nowMs);
  const since = dayText(dayOfInstant(line.sinceAtMs), today);
  const day = line.issueDay ?? line.forDay;
  const meant =
    day === null ? '' : `${line.issueDay === null ? '想刊在' : '刊在'}${fullDayText(day, today)}`;
  const isWaiting = line.state === 'branch-check' || line.state === 'committee-check';
  return {
    itemId: line.itemId,
    title: line.title,
    note: [
      CHANNEL_NAME[line.channel],
      `${line.authorName}，${line.branchName}`,
      isWaiting ? `${since}到这一步` : meant,
      line.state === 'draft' && !line.hasPicture ? '缺图' : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    returned: line.returnedBecause === null ? '' : `退回：${line.returnedBecause}`,
    badge: stateBadge(line.state),
  };
}
