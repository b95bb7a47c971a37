import { leastNames } from './choice';
import type { ChoiceRule } from './poll-rules';

/** All that is known of the ballots of a poll: sums, and no ballot. */
export interface BallotCounts {
  readonly ballots: number;
  /** Of these, without a name. */
  readonly blank: number;
  /** Votes by the place on the list. */
  readonly votes: readonly number[];
}

export const noBallots = (candidates: number): BallotCounts => ({
  ballots: 0,
  blank: 0,
  votes: new Array<number>(candidates).fill(0),
});

/** With one ballot more. `places`: of the chosen, on the list; each once. */
export function withBallot(counts: BallotCounts, places: readonly number[]): BallotCounts {
  return {
    ballots: counts.ballots + 1,
    blank: counts.blank + (places.length === 0 ? 1 : 0),
    votes: counts.votes.map((votes, place) => votes + (places.includes(place) ? 1 : 0)),
  };
}

/**
 * Whether ballots by the rule can have come to these sums, of as many people as have voted. `standing`: who had
 * not withdrawn at the last of them; nobody comes back, so that there were never fewer. False
 * means that somebody or something else has written them. docs/rules.md#R-179
 */
export function doAddUp(
  { ballots, blank, votes }: BallotCounts,
  rule: ChoiceRule,
  voters: number,
  standing: number,
): boolean {
  const named = ballots - blank;
  if (ballots !== voters || named < 0) return false;
  if (votes.some((count) => count > named)) return false;
  const sum = votes.reduce((all, count) => all + count, 0);
  return named * leastNames(rule, standing) <= sum && sum <= named * rule.names;
}
