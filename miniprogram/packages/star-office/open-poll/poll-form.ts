import type { InputOf, OutputOf } from '../../../../contract/action';
import type { openPoll, pollToOpen } from '../../../../contract/star/ballot';
import {
  ballotsNeeded,
  DEFAULT_POLL_RULES,
  LEAST_SHOWN,
  type Turnout,
} from '../../../../domain/star/ballot/poll-rules';
import {
  dayOfInstant,
  instantOf,
  localDay,
  minuteOfInstant,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../../../domain/time/local-day';
import { minuteOfClock, pickerClock } from '../../../text/when';

export type PollToOpen = OutputOf<typeof pollToOpen>;
type Opening = InputOf<typeof openPoll>;

/** What is chosen on the page. */
export interface OpenForm {
  /** For which it is chosen; 0 until the first answer is here. */
  readonly round: number;
  readonly choice: Opening['choice']['kind'];
  readonly names: number;
  readonly electedBy: Opening['electedBy'];
  readonly tie: Opening['tie'];
  /** As the last answer has them until they are chosen. docs/rules.md#R-281 */
  readonly awakeHours: number;
  readonly turnout: Turnout;
  /** Whether the functions know of these two. */
  readonly canChoose: boolean;
  /** Whoever was struck off the last one is to stand again. docs/rules.md#R-180 */
  readonly isRestored: boolean;
  /** '' until the first answer is here. */
  readonly day: string;
  readonly time: string;
}

export const firstForm: OpenForm = {
  round: 0,
  choice: 'up-to',
  names: 1,
  electedBy: 'more-than-half',
  tie: 'run-off',
  awakeHours: DEFAULT_POLL_RULES.awakeMinutes / 60,
  turnout: 'more-than-half',
  canChoose: false,
  isRestored: false,
  day: '',
  time: '18:00',
};

/** The rules of the answer, and an end three days from now, or when all crews have their hours, at the end of an office day. */
export function withAnswer(form: OpenForm, output: PollToOpen, nowMs: number): OpenForm {
  const { round, earliestAtMs, terms, rules } = output;
  if (form.day !== '' && (earliestAtMs <= endOf(form) || terms === undefined)) return form;
  const wishedAtMs = instantOf(dayOfInstant(nowMs + 3 * MS_PER_DAY), 18 * 60);
  const endAtMs = wishedAtMs < earliestAtMs ? hourAfter(earliestAtMs) : wishedAtMs;
  const end = { round, day: dayOfInstant(endAtMs), time: pickerClock(minuteOfInstant(endAtMs)) };
  if (form.day !== '' || terms === undefined || terms.turnout === 'newer')
    return { ...form, ...end };
  const { awakeHours, turnout } = terms;
  const chosen = { awakeHours, turnout, canChoose: true };
  return { ...form, ...end, ...chosen, ...(rules && rulesOf(rules)) };
}

/** As the last one had them. docs/rules.md#R-281 */
const rulesOf = ({ choice, electedBy, tie }: NonNullable<PollToOpen['rules']>) => ({
  ...(choice !== 'newer' && { choice }),
  ...(electedBy !== 'newer' && { electedBy }),
  ...(tie !== 'newer' && { tie }),
});

/** A full hour, half an hour on at least: hours are reckoned from the opening, which is not yet. */
const hourAfter = (atMs: number): number =>
  Math.ceil((atMs + MS_PER_HOUR / 2) / MS_PER_HOUR) * MS_PER_HOUR;

/** Whether the form was filled in for a round that is over: nothing of it is said of this one. */
export const isOfOther = ({ round }: OpenForm, output: Pick<PollToOpen, 'round'>): boolean =>
  round !== 0 && round !== output.round;

/** For which hours the plan is asked: none before the first answer, nor of functions that know of no choice. */
export const hoursAsked = ({
  canChoose,
  awakeHours,
}: OpenForm): Partial<Pick<OpenForm, 'awakeHours'>> => (canChoose ? { awakeHours } : {});

/** Who stands beside those who are left. docs/rules.md#R-180 */
export const standsAgain = ({ isRestored }: OpenForm): Pick<Opening, 'isRestored'> =>
  isRestored ? { isRestored } : {};

export const endOf = ({ day, time }: OpenForm): number =>
  instantOf(localDay(day), minuteOfClock(time));

/**
 * What is sent of the rules that can be chosen: nothing to functions that know of no choice, and where they are
 * inherited only what makes it easier, with why.
 */
export function termsSent(
  output: PollToOpen,
  form: OpenForm,
  because: string,
): Partial<
  Pick<Opening, 'awakeHours' | 'leastShown' | 'turnout' | 'lowerBecause' | 'easeBecause'>
> {
  const { terms } = output;
  const { awakeHours, turnout } = form;
  if (terms === undefined) return {};
  const eased = isEased(output, form) ? { easeBecause: because } : {};
  if (isLowered(output, form)) return { turnout, lowerBecause: because, ...eased };
  return terms.areInherited ? eased : { awakeHours, leastShown: LEAST_SHOWN, turnout };
}

/** How many have to vote with a share before anything is counted; a lower one is asked for alone. docs/rules.md#R-355 */
export function neededWith(
  { terms, entitled }: Pick<PollToOpen, 'terms' | 'entitled'>,
  turnout: Turnout,
): number {
  const isAsBefore = terms?.areInherited === true && turnout === terms.turnout;
  const leastShown = isAsBefore ? terms.leastShown : LEAST_SHOWN;
  return ballotsNeeded(entitled, { turnout, leastShown, belowLeast: 'not-counted' });
}

/** Whether fewer votes are to elect than in the round before: that has a reason too. docs/rules.md#R-281 */
export const isEased = (
  { terms, rules }: Pick<PollToOpen, 'terms' | 'rules'>,
  { electedBy }: Pick<OpenForm, 'electedBy'>,
): boolean =>
  terms?.areInherited === true &&
  rules?.electedBy === 'more-than-half' &&
  electedBy === 'most-votes';

/** Whether fewer are to vote than in the round before: that has a reason. docs/rules.md#R-281 */
export const isLowered = (
  { terms }: Pick<PollToOpen, 'terms'>,
  { turnout }: Pick<OpenForm, 'turnout'>,
): boolean => terms?.areInherited === true && turnout !== terms.turnout;

/** A ballot that can name everybody says nothing. */
export const mostNames = ({ candidates }: Pick<PollToOpen, 'candidates'>): number =>
  Math.max(1, candidates.length - 1);
