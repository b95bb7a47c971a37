import type { OutputOf } from '../../../contract/action';
import type { starMonth } from '../../../contract/star/month';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import type { Shown } from '../../state/shown';
import { dayText, momentText, monthText } from '../../text/when';

type StarMonth = OutputOf<typeof starMonth>;

export interface StarCard {
  /** null: nobody yet. */
  readonly star: {
    readonly title: string;
    readonly names: string;
    readonly place: string;
    readonly deed: string;
    readonly note: string;
    readonly page: string;
    /** How it was worked out; '' where nobody voted. */
    readonly working: string;
  } | null;
  /** Where the month has come to that is under way; ''. */
  readonly line: string;
}

export const noStar: StarCard = { star: null, line: '' };
export const unknownStar: Shown<StarMonth> = { kind: 'loading' };

export function toStarCard(state: Shown<StarMonth>, nowMs: number): StarCard {
  if (state.kind !== 'known') return noStar;
  const { latest, branchId, month } = state.output;
  const line = lineOf(state.output, nowMs);
  const isLatest = latest?.month === month;
  return {
    star: latest ? toStar(latest, branchId, nowMs) : null,
    line: line === '' || isLatest ? '' : `${monthText(month, dayOfInstant(nowMs))}：${line}`,
  };
}

function toStar(
  { month, stars, announcedAtMs, objections, pollId }: NonNullable<StarMonth['latest']>,
  branchId: string,
  nowMs: number,
): NonNullable<StarCard['star']> {
  const today = dayOfInstant(nowMs);
  const told = `${dayText(dayOfInstant(announcedAtMs), today)} 通报`;
  const [first] = stars;
  return {
    title: `${monthText(month, today)}之星`,
    names: stars.map(({ name }) => name).join('、'),
    place: stars.length === 1 ? (first?.crewName ?? '') : '',
    deed: stars.length === 1 ? (first?.deed ?? '') : '',
    note:
      objections === 0 ? `${told}，公示期没有异议` : `${told}，公示期 ${objections} 条意见都答复了`,
    page: `star/outcome/outcome?branchId=${branchId}&month=${month}`,
    working: pollId === null ? '' : `star/poll-result/poll-result?pollId=${pollId}`,
  };
}

function lineOf({ state, plan, month, since }: StarMonth, nowMs: number): string {
  switch (state) {
    case 'not-begun':
      return month === monthOf(dayOfInstant(nowMs)) ? '' : '评星还没有开始';
    case 'preparing':
      if (plan === null) return '';
      return nowMs < plan.nominationsUntilAtMs
        ? `提名到 ${momentText(plan.nominationsUntilAtMs, nowMs)}`
        : '提名截止了，等定名单';
    case 'listed':
      return '候选名单定了，等开始投票';
    case 'voting':
      return '正在投票';
    case 'counted':
      if (since?.isTakenBack) return '公示收回了，等支委会';
      if (since?.counted === 'not-valid') return '投完了，没有选出来';
      return since?.next === 'run-off' ? '票数相同，等再投一轮' : '票数出来了，等支委会';
    case 'public':
      return since?.isHeld ? '公示中，意见答复了才通报' : '公示中，有异议可以提';
    case 'over':
      return '这个月没有评出来';
    case 'newer':
      return '';
  }
}
