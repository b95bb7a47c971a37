import {
  ballotsNeeded,
  DEFAULT_POLL_RULES,
  LEAST_SHOWN,
  mostShown,
  TURNOUTS,
  type ElectedBy,
  turnoutNeeded,
  type PollRules,
  type Turnout,
} from './poll-rules';

/** What whoever opens a poll chooses of it, beside how ballots are cast and counted. docs/rules.md#R-281 */
export type PollTerms = Pick<PollRules, 'awakeMinutes' | 'leastShown' | 'turnout'>;

/** Of a poll that opens now. docs/rules.md#R-355 */
export type FrozenTerms = PollTerms & { readonly belowLeast: 'not-counted' };

/** What an opening leaves out was not chosen. */
export interface ChosenTerms {
  readonly awakeHours?: number | undefined;
  readonly leastShown?: number | undefined;
  readonly turnout?: Turnout | undefined;
  /** Why fewer have to vote than in the round before. */
  readonly lowerBecause?: string | undefined;
}

/** Of the poll that another round follows. */
export interface TermsBefore {
  readonly terms: PollTerms;
  readonly electedBy: ElectedBy;
  /** Otherwise it was called off, with none counted before. */
  readonly isCounted: boolean;
  /** It was not counted because too few had voted. */
  readonly hadTooFew: boolean;
}

export type TermsFault = 'terms-inherited' | 'lower-because-missing' | 'least-too-high';

const MINUTES = 60;

/** As people choose and read them: in hours, and with the share that is not written where it is usual. */
export const readTerms = ({ awakeMinutes, leastShown, turnout }: PollTerms) => ({
  awakeHours: awakeMinutes / MINUTES,
  leastShown,
  turnout: turnout ?? ('more-than-half' as const),
});

/**
 * Shares below that of the poll before, of which fewer ballots are enough, the smallest first. Whoever opens another
 * round may choose one, with a reason: where too few had voted, or that share would end the month. docs/rules.md#R-281
 */
export function lowerTurnouts(before: TermsBefore | null, entitled: number): readonly Turnout[] {
  if (before?.isCounted !== true || !before.hadTooFew) return [];
  const inherited = inheritedTerms(before, entitled);
  const had = ballotsNeeded(entitled, inherited);
  const lower = TURNOUTS.slice(0, TURNOUTS.indexOf(readTerms(inherited).turnout));
  return lower.filter(
    (turnout) => ballotsNeeded(entitled, lowered(inherited, entitled, turnout)) < had,
  );
}

/**
 * What holds for the next poll of a month among so many entitled: what was chosen for it, otherwise as the
 * poll before had it, and after one that was counted as that one had it, but for a lower share. More than half is
 * what polls have of which nothing is written, so that it is not. `before` null: it is the first.
 * docs/rules.md#R-281, docs/rules.md#R-355
 */
export function termsOf(
  chosen: ChosenTerms,
  before: TermsBefore | null,
  entitled: number,
): FrozenTerms {
  const usual = inheritedTerms(before, entitled);
  const { awakeHours, leastShown = usual.leastShown, turnout = usual.turnout } = chosen;
  if (before?.isCounted === true) {
    return isLowered(chosen, before, entitled) ? lowered(usual, entitled, turnout) : usual;
  }
  const awakeMinutes = awakeHours === undefined ? usual.awakeMinutes : awakeHours * MINUTES;
  return withShare({ awakeMinutes, leastShown, belowLeast: 'not-counted' }, turnout);
}

/**
 * As the poll before had it, by the rule of now. A number of ballots that so few people cannot come to is lowered;
 * one above the share, at which too few had voted, is not asked for again.
 */
function inheritedTerms(before: TermsBefore | null, entitled: number): FrozenTerms {
  const { awakeMinutes, leastShown, turnout }: PollTerms = before?.terms ?? DEFAULT_POLL_RULES;
  const most =
    before?.isCounted === true && before.hadTooFew
      ? leastOfShare(entitled, turnout)
      : mostShown(entitled);
  const terms = { awakeMinutes, leastShown: Math.min(leastShown, most) };
  return withShare({ ...terms, belowLeast: 'not-counted' }, turnout);
}

const leastOfShare = (entitled: number, turnout: Turnout | undefined): number =>
  Math.max(LEAST_SHOWN, turnoutNeeded(entitled, { turnout }));

/** With the number of ballots it comes down to with the share. */
const lowered = (terms: FrozenTerms, entitled: number, turnout: Turnout | undefined): FrozenTerms =>
  withShare(
    { ...terms, leastShown: Math.min(terms.leastShown, leastOfShare(entitled, turnout)) },
    turnout,
  );

const withShare = (
  { awakeMinutes, leastShown, belowLeast }: FrozenTerms,
  turnout: Turnout | undefined,
): FrozenTerms => ({
  awakeMinutes,
  leastShown,
  belowLeast,
  ...(turnout !== undefined && turnout !== 'more-than-half' && { turnout }),
});

/** Why what was chosen is refused; null: it is not. docs/rules.md#R-281 */
export function termsFault(
  chosen: ChosenTerms,
  before: TermsBefore | null,
  entitled: number,
): TermsFault | null {
  const hasReason = chosen.lowerBecause !== undefined;
  if (hasReason && !isLowered(chosen, before, entitled)) return 'terms-inherited';
  if (before?.isCounted !== true) {
    return (chosen.leastShown ?? 0) > mostShown(entitled) ? 'least-too-high' : null;
  }
  if (!areAsChosen(termsOf(chosen, before, entitled), chosen)) return 'terms-inherited';
  return isLowered(chosen, before, entitled) && !hasReason ? 'lower-because-missing' : null;
}

/** Whether fewer have to vote than in the round before, by choice. */
export const isLowered = (
  { turnout }: ChosenTerms,
  before: TermsBefore | null,
  entitled: number,
): boolean => turnout !== undefined && lowerTurnouts(before, entitled).includes(turnout);

/** Whether fewer votes elect than in the round that was counted before: that has a reason too. docs/rules.md#R-281 */
export const isEased = (electedBy: ElectedBy, before: TermsBefore | null): boolean =>
  before?.isCounted === true && before.electedBy === 'more-than-half' && electedBy === 'most-votes';

/** Whether terms are what was chosen, as far as it was. */
export function areAsChosen(
  terms: PollTerms,
  { awakeHours, leastShown, turnout }: ChosenTerms,
): boolean {
  const had = readTerms(terms);
  return (
    (awakeHours ?? had.awakeHours) === had.awakeHours &&
    (leastShown ?? had.leastShown) === had.leastShown &&
    (turnout ?? had.turnout) === had.turnout
  );
}
