import { STANDING_BARS, type StandingBar } from '../../../../domain/star/star-month';
import { dayOfInstant, monthOf, type LocalDay } from '../../../../domain/time/local-day';
import type { OutputOf } from '../../../../contract/action';
import type { starMonth } from '../../../../contract/star/month';
import type { Placeholder } from '../../../state/shown';
import { BAR_TEXT } from '../../../text/star';
import { fullDayText, monthText, pickerClock } from '../../../text/when';
import type { PlanForm, When } from './plan-form';

type StarMonth = OutputOf<typeof starMonth>;

interface WhenView {
  readonly key: 'nominations' | 'meeting' | 'decision';
  readonly label: string;
  readonly day: string;
  readonly dayText: string;
  readonly time: string;
  readonly isSet: boolean;
}

export interface PlanContent {
  readonly kind: 'content';
  readonly title: string;
  readonly today: string;
  readonly whens: readonly WhenView[];
  readonly days: readonly {
    readonly value: number;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly publicDays: number;
  readonly bars: readonly {
    readonly id: StandingBar;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly isNew: boolean;
}
export type PlanView = Placeholder | PlanContent;

export const opening: PlanView = { kind: 'loading' };
/** Why somebody does not set the plan of a month. @param isKeeper as secretary, organisation officer or of the committee office */
export function whyNot(
  { month, state }: Pick<StarMonth, 'month' | 'state'>,
  isKeeper: boolean,
  nowMs: number,
): Placeholder {
  const today = dayOfInstant(nowMs);
  const name = monthText(month, today);
  if (!isKeeper) {
    return { kind: 'not-yours', text: '评星的时间不在你的职务里，由书记或组织委员来定。' };
  }
  if (state !== 'not-begun') {
    const why = state === 'over' ? '评星已经结束' : '候选名单已经定了';
    return { kind: 'empty', text: `${name}的${why}，安排不再改。要看流程，回“每月之星”。` };
  }
  const text =
    month > monthOf(today)
      ? `${name}还没到。到了那个月，就能来定它的时间。`
      : `${name}已经过去，没有评星，也不再开始。只能开始这个月和上个月的。`;
  return { kind: 'empty', text };
}

const DAYS = [3, 5, 7, 10];

export function toView(
  form: PlanForm,
  month: string,
  isNew: boolean,
  today: LocalDay,
): PlanContent {
  const when = (key: WhenView['key'], label: string, { day, minute }: When): WhenView => ({
    key,
    label,
    day: day ?? today,
    dayText: day === null ? '还没定' : fullDayText(day, today),
    time: pickerClock(minute),
    isSet: day !== null,
  });
  return {
    kind: 'content',
    title: `${monthText(month, today)}之星`,
    today,
    whens: [
      when('meeting', '专题会', form.meeting),
      when('nominations', '提名截止', form.nominations),
      when('decision', '支委会', form.decision),
    ],
    days: DAYS.map((value) => ({ value, text: `${value} 天`, isOn: value === form.publicDays })),
    publicDays: form.publicDays,
    bars: STANDING_BARS.map((id) => ({ id, text: BAR_TEXT[id], isOn: form.bars.includes(id) })),
    isNew,
  };
}
