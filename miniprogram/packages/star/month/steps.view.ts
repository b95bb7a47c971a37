import type { ShownStarStep, ShownStepState } from '../../../../contract/star/star-shapes';
import type { Badge } from '../../../text/fit';
import { awaitsRound, lineOf, titleOf, type StarMonth } from './step-lines.view';

export interface StepView {
  readonly step: ShownStarStep;
  /** Of its node. */
  readonly look: ShownStepState;
  readonly title: string;
  readonly line: string;
  readonly badge: Badge | null;
  /** Where a tap leads, with its query; '' nowhere. */
  readonly page: string;
  /** What stands at its end when it leads somewhere. */
  readonly link: string;
}

/** With which branch and month the pages behind the steps are opened. */
export const queryOf = ({ branchId, month }: Pick<StarMonth, 'branchId' | 'month'>): string =>
  `?branchId=${branchId}&month=${month}`;

export function stepViews(month: StarMonth, nowMs: number): readonly StepView[] {
  const { plan } = month;
  if (plan === null) return [];
  const begun = { ...month, plan };
  return month.steps.map((each) => {
    const { step } = each;
    // To the function it is done, for older phones would take one that is under way for called off.
    const state = step === 'ballot' && awaitsRound(month) ? 'now' : each.state;
    return {
      step,
      look: state,
      title: titleOf(step, begun),
      line: lineOf(step, begun, state, nowMs),
      badge: badgeOf(state),
      ...doorOf(step, state, month),
    };
  });
}

type Door = Pick<StepView, 'page' | 'link'>;
const NO_DOOR: Door = { page: '', link: '' };

/** Where a step leads, once there is something to see or to do. */
function doorOf(step: ShownStarStep, state: ShownStepState, month: StarMonth): Door {
  const to = (name: string, link: string) => ({
    page: `/packages/star/${name}/${name}${queryOf(month)}`,
    link,
  });
  switch (step) {
    case 'ballot':
      return ballotDoor(month);
    case 'meeting':
      return state === 'left-out' ? NO_DOOR : to('meeting', '记录');
    case 'nomination':
      if (state === 'left-out') return NO_DOOR;
      return to('nominations', month.candidates === null ? '提名' : '名单');
    case 'decision':
    case 'public-notice':
      return HAS_BEGUN.includes(state) ? to('outcome', '看') : NO_DOOR;
    case 'announcement':
      // What was left out says why there.
      return state === 'done' || state === 'left-out' ? to('outcome', '看') : NO_DOOR;
    case 'assessment':
    case 'newer':
      return NO_DOOR;
  }
}

const HAS_BEGUN: readonly ShownStepState[] = ['now', 'late', 'done'];

/** To where the poll is opened, run, voted in or read. */
function ballotDoor({ state, ballot, month, branchId, isOwnMatter, since }: StarMonth): Door {
  const { pollId, canRun } = ballot ?? { pollId: null, canRun: false };
  if (canRun && state === 'listed' && isOwnMatter !== true) {
    const query = `month=${month}&branchId=${branchId}`;
    return { page: `/packages/star-office/open-poll/open-poll?${query}`, link: '开始投票' };
  }
  if (pollId === null) return NO_DOOR;
  const query = `pollId=${pollId}`;
  if (canRun) return { page: `/packages/star-office/run-poll/run-poll?${query}`, link: '管理' };
  if (state === 'voting') return { page: `/packages/star/poll/poll?${query}`, link: '去投票' };
  // Of a later round that was called off there is no result.
  const countedId = since?.countedPollId ?? pollId;
  return { page: `/packages/star/poll-result/poll-result?pollId=${countedId}`, link: '结果' };
}

function badgeOf(state: ShownStepState): Badge | null {
  if (state === 'now') return { text: '进行中', tone: 'must' };
  if (state === 'late') return { text: '过了日子', tone: 'warn' };
  return state === 'left-out' ? { text: '没有办', tone: 'plain' } : null;
}
