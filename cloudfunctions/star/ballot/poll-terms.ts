import type { InputOf } from '../../../contract/action';
import type { openPoll } from '../../../contract/star/ballot';
import { areAsChosen, type TermsBefore } from '../../../domain/star/ballot/poll-terms';
import type { PollDocument } from '../../_store/star/poll-document';

/** As another round takes its terms from this one; null: it is the first. docs/rules.md#R-281 */
export const termsBefore = (from: PollDocument | null): TermsBefore | null =>
  from && {
    terms: from.rules,
    electedBy: from.rules.electedBy,
    isCounted: from.state === 'closed',
    hadTooFew: hadTooFew(from),
  };

/** Where too few could vote a smaller share helps nobody. */
const hadTooFew = ({ result }: PollDocument): boolean =>
  result?.outcome.kind === 'too-few-ballots' && result.outcome.leastAble === undefined;

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
