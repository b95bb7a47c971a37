import { holdsOneOf } from '../../../../contract/roles';
import { dayOfInstant, monthOf } from '../../../../domain/time/local-day';
import type { Me } from '../../../../contract/people/hello';
import type { Shown, Placeholder } from '../../../state/shown';
import { asOfficeText } from '../../../text/as-office';
import { unbroken } from '../../../text/star';
import { offlineText } from '../../../text/offline';
import { fullDayText, monthText } from '../../../text/when';
import { awaitsRound, type StarMonth } from './step-lines.view';
import { queryOf, stepViews, type StepView } from './steps.view';

export interface MonthContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly title: string;
  readonly note: string;
  /** To the committee office, in another branch: as what they act. */
  readonly asOffice: string;
  readonly hasLater: boolean;
  readonly isNotBegun: boolean;
  readonly notBegun: string;
  readonly steps: readonly StepView[];
  readonly links: readonly { readonly text: string; readonly page: string }[];
  /** '': nothing that the person could do here. */
  readonly action: string;
}
export type MonthView = Placeholder | MonthContent;

export const opening: MonthView = { kind: 'loading' };
export const unknownMonth: Shown<StarMonth> = { kind: 'loading' };

export function toView(
  state: Shown<StarMonth>,
  me: Me | null | undefined,
  nowMs: number,
): MonthView {
  if (state.kind !== 'known') return state;
  const { output } = state;
  const today = dayOfInstant(nowMs);
  const isNotBegun = output.state === 'not-begun';
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${monthText(output.month, today)}之星`,
    note: `${output.branchName}，${unbroken(`今天 ${fullDayText(today, today)}`)}`,
    asOffice: asOfficeText(me, output.branchId, output.branchName),
    hasLater: output.month < monthOf(today),
    isNotBegun,
    notBegun: notBegunText(output, nowMs),
    steps: stepViews(output, nowMs),
    links: linksOf(output, holdsOneOf(me?.roles ?? [], ['committee-office'])),
    action: output.canPlan ? (isNotBegun ? '开始这个月的评星' : '改时间和规则') : '',
  };
}

function notBegunText({ canPlan, month }: StarMonth, nowMs: number): string {
  const today = dayOfInstant(nowMs);
  if (month > monthOf(today)) {
    return `${monthText(month, today)}还没到。到了那个月，书记或组织委员定好时间，这里就有。`;
  }
  const which = month === monthOf(today) ? '这个月' : '那个月';
  return canPlan
    ? '还没有开始。先定好提名到哪天、会哪天开，大家才看得到流程。'
    : `${which}的评星还没有开始。书记或组织委员定好时间，这里就有。`;
}

function linksOf(output: StarMonth, seesAll: boolean): MonthContent['links'] {
  const { branchId, month, canPlan, state } = output;
  const { canEnd = canPlan && state !== 'not-begun' } = output;
  const archive = `/packages/star/archive/archive?branchId=${branchId}&year=${month.slice(0, 4)}`;
  return [
    { text: '往月的星', page: archive },
    // Once votes are counted the step of the committee leads there, unless it waits for another round.
    ...(canEnd && (state !== 'counted' || awaitsRound(output))
      ? [{ text: '这个月不评星', page: `/packages/star/outcome/outcome${queryOf(output)}` }]
      : []),
    ...(seesAll ? [{ text: '各支部的流程', page: '/packages/star-office/all/all' }] : []),
  ];
}
