import type { openPoll } from '../../../contract/star/ballot';
import type { InputOf } from '../../../contract/action';
import type { ShownPollTerms } from '../../../contract/star/ballot-shapes';
import {
  DEFAULT_POLL_RULES,
  mostShown,
  type PollRules,
} from '../../../domain/star/ballot/poll-rules';
import type { PollDocument } from '../../_store/star/poll-document';

type Terms = Pick<PollRules, 'awakeMinutes' | 'leastShown' | 'turnout'>;
type Chosen = Pick<InputOf<typeof openPoll>, 'awakeHours' | 'leastShown' | 'turnout'>;
const MINUTES = 60;

/** As everybody reads them. */
export const shownTerms = ({ awakeMinutes, leastShown, turnout }: Terms): ShownPollTerms => ({
  awakeHours: awakeMinutes / MINUTES,
  leastShown,
  turnout: turnout ?? 'more-than-half',
});

/** Whether another round has to have what this one had: it was counted, whatever was called off since. docs/rules.md#R-281 */
export const areInherited = (from: PollDocument | null): boolean => from?.state === 'closed';

/**
 * What holds for the next poll of a month: what was chosen for it, otherwise as the poll before had it.
 * More than half is what polls have of which nothing is written, so that it is not. docs/rules.md#R-281
 */
export function termsOf(chosen: Chosen, from: PollDocument | null): Terms {
  const usual: Terms = from?.rules ?? DEFAULT_POLL_RULES;
  const { awakeHours, leastShown, turnout = usual.turnout } = areInherited(from) ? {} : chosen;
  return {
    awakeMinutes: awakeHours === undefined ? usual.awakeMinutes : awakeHours * MINUTES,
    leastShown: leastShown ?? usual.leastShown,
    ...(turnout !== undefined && turnout !== 'more-than-half' && { turnout }),
  };
}

/** Why what was chosen is refused; null: it is not. */
export function termsFault(
  chosen: Chosen,
  from: PollDocument | null,
  entitled: number,
): 'terms-inherited' | 'least-too-high' | null {
  if (areInherited(from)) return isAsChosen(termsOf({}, from), chosen) ? null : 'terms-inherited';
  return (chosen.leastShown ?? 0) > mostShown(entitled) ? 'least-too-high' : null;
}

/** What an opening leaves out was not chosen. */
function isAsChosen(terms: Terms, { awakeHours, leastShown, turnout }: Chosen): boolean {
  const had = shownTerms(terms);
  return (
    (awakeHours ?? had.awakeHours) === had.awakeHours &&
    (leastShown ?? had.leastShown) === had.leastShown &&
    (turnout ?? had.turnout) === had.turnout
  );
}

/** Whether a poll is what an opening asks for, so that it may be that opening. */
export const isAsAsked = (
  { rules, closesAtMs, extensions }: PollDocument,
  asked: InputOf<typeof openPoll>,
): boolean =>
  asked.choice.kind === rules.choice.kind &&
  asked.choice.names === rules.choice.names &&
  asked.electedBy === rules.electedBy &&
  asked.tie === rules.tie &&
  asked.closesAtMs === (extensions[0]?.fromAtMs ?? closesAtMs) &&
  isAsChosen(rules, asked);
