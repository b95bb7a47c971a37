import { dayOfInstant, daysBetween, monthBeside, monthOf, MS_PER_DAY } from '../time/local-day';
import { monthInterval } from '../time/month-interval';
import { openingDay, OPENS_FOR_DAYS } from './assessment/terms';

/**
 * Where the star of a month has come to: being prepared (assessment, meeting and nominations, in any
 * order); candidates listed; a poll open; votes counted; public notice; over, with a star or without.
 */
export const STAR_STATES = ['preparing', 'listed', 'voting', 'counted', 'public', 'over'] as const;
export type StarState = (typeof STAR_STATES)[number];

/** The steps of a month, in their order. */
export const STAR_STEPS = [
  'assessment',
  'meeting',
  'nomination',
  'ballot',
  'decision',
  'public-notice',
  'announcement',
] as const;
export type StarStep = (typeof STAR_STEPS)[number];

/** `late`: its day is over and it is not done; `left-out`: the month ended without it. */
export const STEP_STATES = ['done', 'now', 'late', 'to-come', 'left-out'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Who may not stand, each a rule that a branch turns on or off. docs/rules.md#R-157 */
export const STANDING_BARS = [
  'probationary',
  'away',
  'secretary',
  'committee',
  'newcomer',
] as const;
export type StandingBar = (typeof STANDING_BARS)[number];

export const DEFAULT_BARS: readonly StandingBar[] = ['probationary', 'away', 'newcomer'];
export const PUBLIC_DAYS = { least: 3, most: 15, usual: 5 } as const;
/** In one list. */
export const MOST_CANDIDATES = 20;
/** Of one month: the first, those that were cancelled, run-offs. */
export const MOST_POLLS = 10;

/** What a branch has set for a month. Instants; nominations end before their instant. */
export interface StarPlan {
  readonly nominationsUntilAtMs: number;
  /** Of the special meeting; null: not set. */
  readonly meetingAtMs: number | null;
  /** When the committee of the branch meets; null: not set. */
  readonly decisionAtMs: number | null;
  /** Whole days of public notice. */
  readonly publicDays: number;
  readonly bars: readonly StandingBar[];
}

/** The month that is shown when none is asked for: the one before that of `nowMs`, Asia/Shanghai. */
export function monthBefore(nowMs: number): string {
  return monthBeside(monthOf(dayOfInstant(nowMs)), -1);
}

/** A month can be begun while it lasts and in the month after it, Asia/Shanghai. docs/rules.md#R-155 */
export function mayBegin(month: string, nowMs: number): boolean {
  return month === monthOf(dayOfInstant(nowMs)) || month === monthBefore(nowMs);
}

/**
 * Why nobody leaves the list of a month; null: they do, until a poll opens, and again after one was called
 * off (`isCalledOff`: the newest was), also where an earlier one is counted. docs/rules.md#R-159
 */
export function leavingFault(
  state: StarState,
  isCalledOff: boolean,
): 'poll-open' | 'too-late' | null {
  if (state === 'voting') return 'poll-open';
  const isOpen =
    state === 'preparing' || state === 'listed' || (state === 'counted' && isCalledOff);
  return isOpen ? null : 'too-late';
}

export type PlanFault = 'nominations-over' | 'decision-too-early';

/**
 * What is wrong with a plan at `nowMs`: nominations must have at least a day from now, and the
 * committee meets after them. docs/rules.md#R-155
 */
export function planFault(plan: StarPlan, nowMs: number): PlanFault | null {
  if (plan.nominationsUntilAtMs < nowMs + MS_PER_DAY) return 'nominations-over';
  if (plan.decisionAtMs !== null && plan.decisionAtMs <= plan.nominationsUntilAtMs) {
    return 'decision-too-early';
  }
  return null;
}

/**
 * Whether a study of the branch that begins at `startAtMs` can be named as the special meeting of 'YYYY-MM':
 * it was for the whole branch, and began on the first of the month or later, not after `nowMs`.
 * docs/rules.md#R-167
 */
export function canBeSpecialMeeting(
  month: string,
  study: { readonly audience: { readonly kind: string }; readonly firstStartAtMs: number },
  nowMs: number,
): boolean {
  const { audience, firstStartAtMs } = study;
  const isInTime = monthInterval(month).startAtMs <= firstStartAtMs && firstStartAtMs <= nowMs;
  return audience.kind === 'branch' && isInTime;
}

/** All steps but the assessment, which goes on by itself whether or not somebody has begun the month. */
export type LedStep = Exclude<StarStep, 'assessment'>;
export const LED_STEPS = STAR_STEPS.filter((step): step is LedStep => step !== 'assessment');

/** Of a month: what the states of the steps that people lead follow from. */
export interface StarProgress {
  readonly state: StarState;
  readonly plan: StarPlan;
  /** What has been done of it. */
  readonly done: readonly LedStep[];
  /** Its ballot has promised another round between its equals: nobody decides before that. docs/rules.md#R-161 */
  readonly isAnotherRound: boolean;
}

/** When a month is in a state, the steps that can be done; the others have their turn later. */
const TURN: Readonly<Record<StarState, readonly LedStep[]>> = {
  preparing: ['meeting', 'nomination'],
  listed: ['meeting', 'ballot'],
  voting: ['meeting', 'ballot'],
  counted: ['meeting', 'decision'],
  public: ['meeting', 'public-notice'],
  over: [],
};

/**
 * State of the assessment of 'YYYY-MM' at `nowMs`, by nothing but its own end; `answersUntilMs` undefined:
 * its sheets are not open. Done once its last term is over, whether or not the clock has come; left out
 * where it was not opened in time, or the month was over before (`isOver`). docs/rules.md#R-166
 */
export function assessmentState(
  month: string,
  answersUntilMs: number | undefined,
  isOver: boolean,
  nowMs: number,
): StepState {
  if (answersUntilMs !== undefined) return answersUntilMs <= nowMs ? 'done' : 'now';
  const days = daysBetween(openingDay(month), dayOfInstant(nowMs));
  return isOver || days > OPENS_FOR_DAYS ? 'left-out' : 'to-come';
}

/**
 * State of each step that people lead at `nowMs`; one whose instant has come is late until it is done. The
 * record of the meeting may come at any time before the month is over. docs/rules.md#R-155
 */
export function stepStates(
  { state, plan, done, isAnotherRound }: StarProgress,
  nowMs: number,
): Readonly<Record<LedStep, StepState>> {
  const due: Readonly<Partial<Record<LedStep, number | null>>> = {
    meeting: plan.meetingAtMs,
    nomination: plan.nominationsUntilAtMs,
    decision: plan.decisionAtMs,
  };
  const stateOf = (step: LedStep): StepState => {
    if (done.includes(step)) return 'done';
    if (state === 'over') return 'left-out';
    const isBeforeItsTurn = step === 'decision' && isAnotherRound;
    if (isBeforeItsTurn || !TURN[state].includes(step)) return 'to-come';
    const dueAtMs = due[step] ?? null;
    return dueAtMs !== null && dueAtMs <= nowMs ? 'late' : 'now';
  };
  const states = LED_STEPS.map((step) => [step, stateOf(step)] as const);
  return Object.fromEntries(states) as Record<LedStep, StepState>;
}
