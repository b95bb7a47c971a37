import type { StarSince } from '../../../contract/star/star-shapes';
import { dayOfInstant } from '../../../domain/time/local-day';
import { sentence } from '../../text/sentence';
import { fullDayText } from '../../text/when';

export interface AfterVotes {
  /** Where it stands, after '2月之星 · '. */
  readonly caption: string;
  /** What was decided and why, and what follows. */
  readonly text: string;
}

/** What a month has come to since the poll that was counted last. */
export function afterVotes(since: StarSince | undefined, nowMs: number): AfterVotes {
  const state = since?.state ?? 'counted';
  if (since === undefined || state === 'counted' || state === 'voting') {
    return since?.isTakenBack === true && state === 'counted'
      ? { caption: '公示收回了', text: '有一条意见属实，公示收回了，由支委会重新研究。' }
      : { caption: '待支委会确认', text: '接下来由支委会确认，再公示。' };
  }
  if (state === 'public')
    return { caption: '公示中', text: `${decisionText(since)}${noticeText(since, nowMs)}` };
  if (state !== 'over') return { caption: '', text: '' };
  const { decision, ended, stars } = since;
  if (stars.length > 0) {
    const day = ended === null ? '' : dayOf(ended.atMs, nowMs);
    return { caption: '已通报', text: `${decisionText(since)}公示完了，${day}通报。` };
  }
  const back = since.isTakenBack ? '公示过，有一条意见属实，收回了。' : '';
  return decision === null
    ? {
        caption: '这个月不评星',
        text: `${back}这个月不评星：${sentence(ended?.reason ?? '没有写原因')}`,
      }
    : { caption: '支委会没有同意', text: `${back}${decisionText(since)}这个月不评星。` };
}

/** Of the committee, with its reason; '' where there is none. */
export function decisionText({ decision, stars }: Pick<StarSince, 'decision' | 'stars'>): string {
  if (decision === null || decision.outcome === 'newer') return '';
  const { outcome, reason } = decision;
  const what = outcome === 'accepted' ? `支委会同意${stars.join('、')}` : '支委会没有同意';
  return reason === null ? `${what}。` : `${what}：${sentence(reason)}`;
}

/** Until when it stands, and what holds it up. Of who objects nothing. docs/rules.md#R-162 */
export function noticeText(
  { publicUntilAtMs, isHeld }: Pick<StarSince, 'publicUntilAtMs' | 'isHeld'>,
  nowMs: number,
): string {
  if (publicUntilAtMs === null) return '';
  const day = dayOf(publicUntilAtMs - 1, nowMs);
  if (isHeld) return `公示到${day}，有意见还没答复，答复以前不通报。`;
  return publicUntilAtMs <= nowMs ? `公示到${day}，马上通报。` : `公示到${day}，有意见可以提。`;
}

export const dayOf = (atMs: number, nowMs: number): string =>
  fullDayText(dayOfInstant(atMs), dayOfInstant(nowMs));
