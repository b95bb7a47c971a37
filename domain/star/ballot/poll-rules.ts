import { moreThanHalf } from '../../people/more-than-half';
import { MS_PER_DAY } from '../../time/local-day';

/** `exactly`: that many names or none. `up-to`: from none to that many. docs/rules.md#R-171 */
export const CHOICE_KINDS = ['exactly', 'up-to'] as const;

export interface ChoiceRule {
  readonly kind: (typeof CHOICE_KINDS)[number];
  /** At least 1. */
  readonly names: number;
}

/** What decides between equals. docs/rules.md#R-177 */
export const TIE_RULES = ['run-off', 'committee', 'older-service', 'lot'] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** How many votes elect: more than half of all entitled, or no more than the most. docs/rules.md#R-176 */
export const ELECTED_BY = ['more-than-half', 'most-votes'] as const;
export type ElectedBy = (typeof ELECTED_BY)[number];

/** How many of those entitled have to vote before anything is counted. docs/rules.md#R-281 */
export const TURNOUTS = ['more-than-half', 'two-thirds', 'four-fifths'] as const;
export type Turnout = (typeof TURNOUTS)[number];

/** What holds for one poll, frozen when it opens. */
export interface PollRules {
  readonly choice: ChoiceRule;
  readonly electedBy: ElectedBy;
  readonly tie: TieRule;
  /** Awake and off duty, that every crew has before the end. docs/rules.md#R-172 */
  readonly awakeMinutes: number;
  /** Ballots below which nothing is counted, told or kept; of polls of before, no figure. docs/rules.md#R-355 */
  readonly leastShown: number;
  /** Absent: more than half. */
  readonly turnout?: Turnout | undefined;
  /** What comes of fewer ballots than `leastShown`. Absent: the outcome without figures, as of polls of before. */
  readonly belowLeast?: 'not-counted' | undefined;
}

/** What holds where whoever opens a poll has chosen nothing else. docs/rules.md#R-281 */
export const DEFAULT_POLL_RULES: Pick<PollRules, 'awakeMinutes' | 'leastShown'> = {
  awakeMinutes: 6 * 60,
  leastShown: 5,
};

/** Between which hours a crew is waited for; every one more is a choice of the branch. docs/rules.md#R-281 */
export const AWAKE_HOURS = { least: 4, most: 24 } as const;

/** Fewer ballots are counted in no poll, whatever share of the roll they are. docs/rules.md#R-355 */
export const LEAST_SHOWN = DEFAULT_POLL_RULES.leastShown;

/**
 * The most that can be asked for among so many people: what the largest share comes to. Above it one or two
 * who stay away would keep the result from all others. docs/rules.md#R-281
 */
export const mostShown = (entitled: number): number =>
  Math.max(LEAST_SHOWN, turnoutNeeded(entitled, { turnout: 'four-fifths' }));

/**
 * Candidates without which no poll opens, and without which whoever opens it is told first that there is
 * nobody to choose between. docs/rules.md#R-154
 */
export const LEAST_CANDIDATES = { toOpen: 1, toChoose: 2 } as const;

/** What the share comes to: never fewer than more than half of all entitled. docs/rules.md#R-175 */
export function turnoutNeeded(
  entitled: number,
  { turnout = 'more-than-half' }: Pick<PollRules, 'turnout'>,
): number {
  const share = { 'more-than-half': 0, 'two-thirds': 2 / 3, 'four-fifths': 4 / 5 }[turnout];
  return Math.max(moreThanHalf(entitled), Math.ceil(entitled * share - ROUNDING));
}
/** 15 times four fifths is 12, and not a hair more. */
const ROUNDING = 1e-9;

export type CountedFrom = Pick<PollRules, 'turnout' | 'leastShown' | 'belowLeast'>;

/** Ballots without which nothing is counted. docs/rules.md#R-175, docs/rules.md#R-355 */
export function ballotsNeeded(entitled: number, rules: CountedFrom): number {
  const share = turnoutNeeded(entitled, rules);
  return rules.belowLeast === undefined ? share : Math.max(share, rules.leastShown);
}

/** Votes without which nobody is elected. docs/rules.md#R-176 */
export function votesNeeded({ electedBy }: Pick<PollRules, 'electedBy'>, entitled: number): number {
  return electedBy === 'most-votes' ? 1 : moreThanHalf(entitled);
}

/** From the opening, or the putting off, to the end. docs/rules.md#R-173 */
export const LONGEST_POLL_MS = 14 * MS_PER_DAY;
/** Of one poll, by people. docs/rules.md#R-173 */
export const MOST_EXTENSIONS = 5;
