import type { InputOf, OutputOf } from '../../../../contract/action';
import type { planStarMonth, starMonth } from '../../../../contract/star/month';
import {
  DEFAULT_BARS,
  PUBLIC_DAYS,
  STANDING_BARS,
  type StandingBar,
} from '../../../../domain/star/star-month';
import {
  addDays,
  dayOfInstant,
  daysInMonth,
  instantOf,
  localDay,
  minuteOfInstant,
  type LocalDay,
} from '../../../../domain/time/local-day';

type Plan = InputOf<typeof planStarMonth>['plan'];
type StarMonth = OutputOf<typeof starMonth>;

/** A day and a minute of it; the day is null where nothing is set. */
export interface When {
  readonly day: LocalDay | null;
  readonly minute: number;
}

export interface PlanForm {
  readonly nominations: When & { readonly day: LocalDay };
  readonly meeting: When;
  readonly decision: When;
  readonly publicDays: number;
  readonly bars: readonly StandingBar[];
}

/** Nominations end in the first days of the next month, or in three days when those are over. */
const NOMINATION_DATE = 6;
const EVENING_MINUTE = 20 * 60;
const MEETING_MINUTE = 16 * 60;

export function formOf({ plan, month }: StarMonth, nowMs: number): PlanForm {
  if (plan !== null) {
    return {
      nominations: {
        day: dayOfInstant(plan.nominationsUntilAtMs),
        minute: minuteOfInstant(plan.nominationsUntilAtMs),
      },
      meeting: whenOf(plan.meetingAtMs),
      decision: whenOf(plan.decisionAtMs),
      publicDays: plan.publicDays,
      bars: STANDING_BARS.filter((bar) => plan.bars.includes(bar)),
    };
  }
  const first = localDay(`${month}-01`);
  const usual = addDays(first, daysInMonth(first) + NOMINATION_DATE - 1);
  const soon = addDays(dayOfInstant(nowMs), 3);
  return {
    nominations: { day: usual < soon ? soon : usual, minute: EVENING_MINUTE },
    meeting: whenOf(null),
    decision: whenOf(null),
    publicDays: PUBLIC_DAYS.usual,
    bars: DEFAULT_BARS,
  };
}

export function planOf(form: PlanForm): Plan {
  const { nominations, meeting, decision, publicDays, bars } = form;
  return {
    nominationsUntilAtMs: instantOf(nominations.day, nominations.minute),
    meetingAtMs: atMsOf(meeting),
    decisionAtMs: atMsOf(decision),
    publicDays,
    bars: [...bars],
  };
}

export function withBar(form: PlanForm, bar: StandingBar, isOn: boolean): PlanForm {
  return {
    ...form,
    bars: STANDING_BARS.filter((each) => (each === bar ? isOn : form.bars.includes(each))),
  };
}

function whenOf(atMs: number | null): When {
  return atMs === null
    ? { day: null, minute: MEETING_MINUTE }
    : { day: dayOfInstant(atMs), minute: minuteOfInstant(atMs) };
}

const atMsOf = ({ day, minute }: When): number | null =>
  day === null ? null : instantOf(day, minute);
