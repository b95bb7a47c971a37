import type { OutputOf } from '../../../../contract/action';
import type { starMonth } from '../../../../contract/star/month';
import type {
  ShownPlan,
  ShownStarStep,
  ShownStepState,
} from '../../../../contract/star/star-shapes';
import { sentence } from '../../../text/sentence';
import { appointmentText, STAR_STEP_TEXT } from '../../../text/star';
import { dayOf, decisionText, noticeText } from '../since.view';

export type StarMonth = OutputOf<typeof starMonth>;

/** Votes are counted, and their ballot has promised another round between equals. docs/rules.md#R-161 */
export const awaitsRound = ({ state, since }: Pick<StarMonth, 'state' | 'since'>): boolean =>
  state === 'counted' && since?.next === 'run-off';

type Of = StarMonth & { readonly plan: ShownPlan };
/** Under the name of a step: what is to come, what goes on, what came of it, or why it was left out. */
type Words = (month: Of, state: ShownStepState, nowMs: number) => string;

const LINES: Readonly<Record<ShownStarStep, Words>> = {
  assessment: (_month, state) => ASSESSMENT[state],
  meeting: ({ plan }, state, nowMs) => {
    if (state === 'done') return '开过了，有记录';
    return state === 'left-out' ? '没有记录' : whenText(plan.meetingAtMs, nowMs);
  },
  nomination: ({ plan, candidates, off = [] }, state, nowMs) => {
    const gone = off.length === 0 ? '' : `，其中${off.join('、')}退出了`;
    if (candidates !== null) return `${candidates} 人进候选名单${gone}`;
    if (state === 'left-out') return '没有定候选名单';
    return `${appointmentText(plan.nominationsUntilAtMs, nowMs)} 截止`;
  },
  ballot: ballotText,
  decision: ({ plan, since }, state, nowMs) => {
    if (state === 'done' && since !== undefined) return decisionText(since);
    if (state === 'done') return '定过了';
    if (since?.next === 'run-off' && state === 'to-come') return '再投一轮，计完票再定';
    const isTakenBack = since?.isTakenBack === true;
    if (state === 'left-out') return isTakenBack ? '定过，公示收回以后没有再定' : '没有走到这一步';
    if (state === 'to-come') return whenText(plan.decisionAtMs, nowMs);
    if (since?.counted === 'not-valid') return '没有选出来，等再投一轮，或者不评';
    return isTakenBack
      ? '有一条意见属实，公示收回了，重新研究'
      : whenText(plan.decisionAtMs, nowMs);
  },
  'public-notice': ({ since }, state, nowMs) => {
    const wasUp = since?.isTakenBack === true && state !== 'now';
    if (state === 'left-out') return wasUp ? '公示过，收回了' : '没有公示';
    if (state === 'done') return '公示完了';
    if (wasUp) return '公示过，收回了，再定了再贴';
    return state === 'now' && since !== undefined
      ? noticeText(since, nowMs)
      : '支委会定了以后贴出来，可提异议';
  },
  announcement: ({ since }, state, nowMs) => {
    const ended = since?.ended ?? null;
    if (state === 'left-out') {
      return ended === null || ended.reason === null
        ? '没有通报'
        : `这个月不评星：${sentence(ended.reason)}`;
    }
    if (state !== 'done') return '公示没有问题就通报';
    return ended === null ? '通报了' : `${dayOf(ended.atMs, nowMs)} 通报，在往月的星里`;
  },
  newer: () => '更新小程序以后看得到',
};

const ASSESSMENT: Readonly<Record<ShownStepState, string>> = {
  'to-come': '月底核对，每一项都看得到依据',
  now: '正在核对，每一项都看得到依据',
  late: '正在核对，每一项都看得到依据',
  done: '核对完了，每一项都看得到依据',
  'left-out': '没有开考核表',
  newer: '',
};

function ballotText(
  { state, ballot, since, isOwnMatter, putBack = [] }: Of,
  step: ShownStepState,
): string {
  if (step === 'to-come') return '候选名单定了以后开始';
  if (step === 'left-out') return '没有投票';
  if (awaitsRound({ state, since })) return '投完了，票数相同，等再投一轮';
  if (step === 'done') return COUNTED[since?.counted ?? 'newer'];
  const back = putBack.length === 0 ? '' : `。${putBack.join('、')}划掉过，又放回了选票`;
  if (state === 'voting') return `正在投票，截止以前谁都看不到票数${back}`;
  const wasCancelled = ballot !== null && ballot.pollId !== null;
  const line = wasCancelled ? '投票取消了，等重新开始' : '名单定了，等开始投票';
  return ballot?.canRun === true && isOwnMatter === true
    ? `${line}。你参加了评选，不能由你来开始`
    : line;
}

const COUNTED = {
  chosen: '投完了，选出来了',
  tied: '投完了，票数相同',
  'not-valid': '投完了，没有选出来',
  newer: '投完了',
} as const;

const whenText = (atMs: number | null, nowMs: number): string =>
  atMs === null ? '还没定日子' : appointmentText(atMs, nowMs);

export const lineOf = (
  step: ShownStarStep,
  month: Of,
  state: ShownStepState,
  nowMs: number,
): string => LINES[step](month, state, nowMs);

/** How long the notice stands belongs to its name. */
export const titleOf = (step: ShownStarStep, { plan }: Of): string =>
  step === 'public-notice' ? `公示 ${plan.publicDays} 天` : STAR_STEP_TEXT[step];
