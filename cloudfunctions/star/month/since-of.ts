import type { StarSince } from '../../../contract/star/star-shapes';
import type { StarMonthDocument } from '../../_store/star/star-month-document';

/** What a month has come to since its votes; of who objects nothing. docs/rules.md#R-162 */
export function sinceOf(star: StarMonthDocument): StarSince {
  const { state, pollIds, result, decision, stars, publicUntilAtMs, objections, ended } = star;
  return {
    state,
    newestPollId: pollIds.at(-1) ?? null,
    countedPollId: result?.pollId ?? null,
    counted: result?.outcome ?? null,
    ...(result?.next !== undefined && { next: result.next }),
    decision: decision && { outcome: decision.outcome, reason: decision.reason },
    stars: stars.map(({ name }) => name),
    publicUntilAtMs,
    isHeld: state === 'public' && objections.some(({ answer }) => answer === null),
    isTakenBack: objections.some(
      ({ answer }) =>
        answer?.isUpheld === true && result !== null && answer.atMs > result.closedAtMs,
    ),
    ended,
  };
}
