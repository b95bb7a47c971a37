import { DATA_ASK_LIMITS } from '../../../domain/people/data-ask';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import { fitting } from '../database';
import { DATA_ASKS, type DataAskDocument } from '../people/data-asks';
import { answerersAmong } from '../people/who-answers';
import type { Reading } from '../together';
import { reachedBy, type Officer, type Officers } from '../people/officers-reading';

/** Of these as many are looked at, the oldest: of all branches for the committee office. */
const MOST_ASKS = 100;
const ASKED_MS = DATA_ASK_LIMITS.days * MS_PER_DAY;

export interface DataAskToAnswer {
  readonly ask: DataAskDocument;
  readonly untilAtMs: number;
}

/** What members have asked about what is stored of them in what an officer reaches, as long as it is asked. */
export const dataAsksReading = (officer: Officer, nowMs: number): Reading => ({
  from: DATA_ASKS.collection,
  pipeline: [
    { $match: { ...reachedBy(officer), state: 'open', askedAtMs: { $gt: nowMs - ASKED_MS } } },
    { $sort: { askedAtMs: 1, _id: 1 } },
    { $limit: MOST_ASKS },
  ],
});

/** Of rows of that reading what this officer is asked to answer, the oldest first. docs/rules.md#R-144 */
export function dataAsksToAnswer(
  rows: readonly unknown[],
  { ofBranch, ofOffice }: Officers,
  memberId: string,
): readonly DataAskToAnswer[] {
  return fitting(DATA_ASKS, rows)
    .filter((ask) => {
      const asked = answerersAmong(ask, ofBranch(ask.branchId), ofOffice);
      return asked.some(({ _id }) => _id === memberId);
    })
    .map((ask) => ({ ask, untilAtMs: ask.askedAtMs + ASKED_MS }));
}
