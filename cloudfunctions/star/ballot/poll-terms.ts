import type { InputOf } from '../../../contract/action';
import type { openPoll } from '../../../contract/star/ballot';
import {
  areAsChosen,
  lowerTurnouts,
  termsOf,
  type FrozenTerms,
  type TermsBefore,
} from '../../../domain/star/ballot/poll-terms';
import { LEAST_SHOWN } from '../../../domain/star/ballot/poll-rules';
import { leastAble, leastAbleOfAll } from '../../../domain/star/ballot/roll-size';
import type { PollDocument } from '../../_store/star/poll-document';
import type { NextRound } from './next-round';

/** As another round takes its terms from this one; null: it is the first. docs/rules.md#R-281 */
export const termsBefore = (from: PollDocument | null): TermsBefore | null =>
  from && {
    terms: from.rules,
    electedBy: from.rules.electedBy,
    isCounted: from.state === 'closed',
    hadTooFew: hadTooFew(from),
  };

/** Also where fewer could vote than its share asked for; where too few could for any share, a smaller one helps nobody. */
function hadTooFew({ result }: PollDocument): boolean {
  if (result?.outcome.kind !== 'too-few-ballots') return false;
  const { leastAble: least } = result.outcome;
  return least === undefined || least > leastAbleOfAll(result.entitled);
}

/** Of those who can vote, so few that nothing could be counted by these terms; null: enough. docs/rules.md#R-320 */
export function tooFewFor(
  { roll, unbound }: Pick<NextRound, 'roll' | 'unbound'>,
  terms: FrozenTerms,
) {
  const least = leastAble(roll.length, terms);
  return roll.length - unbound < least ? { least, unbound } : null;
}

/** Of all that may be chosen what the fewest can come to. docs/rules.md#R-320 */
export const easiestTerms = (before: TermsBefore | null, entitled: number): FrozenTerms =>
  termsOf(
    before?.isCounted === true
      ? { turnout: lowerTurnouts(before, entitled)[0] }
      : { turnout: 'more-than-half', leastShown: LEAST_SHOWN },
    before,
    entitled,
  );

/** Whether a poll is what an opening asks for, so that it may be that opening. */
export const isAsAsked = (
  { rules, closesAtMs, extensions, turnoutLowered, electedByEased, isRestored }: PollDocument,
  asked: InputOf<typeof openPoll>,
): boolean =>
  asked.choice.kind === rules.choice.kind &&
  asked.choice.names === rules.choice.names &&
  asked.electedBy === rules.electedBy &&
  asked.tie === rules.tie &&
  asked.closesAtMs === (extensions[0]?.fromAtMs ?? closesAtMs) &&
  asked.lowerBecause === turnoutLowered?.reason &&
  asked.easeBecause === electedByEased?.reason &&
  asked.isRestored === isRestored &&
  areAsChosen(rules, asked);
