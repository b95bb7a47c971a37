import type { LocalDay } from '../../time/local-day';
import type { NextBetweenEquals } from '../after-vote';
import { doAddUp, type BallotCounts } from './ballot-counts';
import type { Standing } from './choice';
import { ballotsNeeded, votesNeeded, type PollRules } from './poll-rules';
import { leastAble } from './roll-size';

/** What is found about a box at the tally. docs/rules.md#R-179 */
export const BOX_FAULTS = [
  /** It does not open: it, its list, its roll or its marks are not as they were left, or the key is another. */
  'does-not-open',
  /** Its sums are not those of as many ballots as there are voters. */
  'does-not-add-up',
  /** It has fewer ballots than were seen in it before. */
  'older-copy',
] as const;
export type BoxFault = (typeof BOX_FAULTS)[number];

export interface Candidate extends Standing {
  /** For the rule of older service; null: not known. */
  readonly serviceDay: LocalDay | null;
}

export interface PollToTally {
  readonly entitled: number;
  /** How many of them could vote at the end. */
  readonly able: number;
  readonly rules: PollRules;
  readonly candidates: readonly Candidate[];
  /** All candidates in the order of a lot that was drawn when the poll opened. */
  readonly lotOrder: readonly string[];
}

/** What came out of the box; null where it does not open. */
export interface Box {
  readonly counts: BallotCounts | null;
  readonly voters: number;
  /** Most ballots that were seen in it at any look. */
  readonly seenBefore: number;
}

export type PollOutcome =
  | {
      readonly kind: 'elected';
      readonly candidateId: string;
      readonly by: 'votes' | 'older-service' | 'lot';
    }
  /** Equals, and what comes next by the rule. */
  | {
      readonly kind: 'tied';
      readonly candidateIds: readonly string[];
      readonly next: NextBetweenEquals;
    }
  /** Nobody has as many votes as it takes. */
  | { readonly kind: 'nobody-elected' }
  /** Too few have voted, or could vote at the end, fewer than `leastAble`; nothing was counted. */
  | { readonly kind: 'too-few-ballots'; readonly leastAble?: number | undefined }
  /** Whoever stood has withdrawn. */
  | { readonly kind: 'nobody-stands' }
  | { readonly kind: 'not-counted'; readonly fault: BoxFault };

/** Figures of a poll, by the place on the list. */
export interface PollFigures {
  readonly ballots: number;
  readonly blank: number;
  readonly votes: readonly number[];
}

/** A result with its working. */
export interface PollResult {
  readonly outcome: PollOutcome;
  readonly entitled: number;
  readonly turnoutNeeded: number;
  readonly votesNeeded: number;
  /** Null: nothing was counted, or, of a poll of before, they were not to be shown nor kept. docs/rules.md#R-175 */
  readonly figures: PollFigures | null;
  /** Between whom a next poll would be; empty: none is needed or possible. docs/rules.md#R-178 */
  readonly nextRound: readonly string[];
}

/** What a box comes to. docs/rules.md#R-175 to R-179, docs/rules.md#R-320, docs/rules.md#R-355 */
export function tally(poll: PollToTally, box: Box): PollResult {
  const { entitled, able, rules, candidates } = poll;
  const needed = {
    turnoutNeeded: ballotsNeeded(entitled, rules),
    votesNeeded: votesNeeded(rules, entitled),
  };
  const standing = candidates.filter(({ isWithdrawn }) => !isWithdrawn);
  const all = standing.map(({ candidateId }) => candidateId);
  const unshown = (outcome: PollOutcome): PollResult => {
    return { outcome, entitled, ...needed, figures: null, nextRound: all };
  };
  const fault = faultOf(box, rules, standing.length);
  if (fault !== undefined) return unshown({ kind: 'not-counted', fault });
  const least = leastAble(entitled, rules);
  if (able < least) return unshown({ kind: 'too-few-ballots', leastAble: least });
  const { counts } = box;
  if (counts === null || counts.ballots < needed.turnoutNeeded) {
    return unshown({ kind: 'too-few-ballots' });
  }
  const votesOf = (candidateId: string) =>
    counts.votes[candidates.findIndex((each) => each.candidateId === candidateId)] ?? 0;
  const { outcome, nextRound } = decide(poll, standing, votesOf, needed.votesNeeded);
  if (counts.ballots >= rules.leastShown) {
    return { outcome, entitled, ...needed, figures: counts, nextRound };
  }
  // Of a poll of before: there the outcome of a few ballots is told, and the two in front would say more than it does.
  const isRanked = outcome.kind === 'nobody-elected';
  return { outcome, entitled, ...needed, figures: null, nextRound: isRanked ? all : nextRound };
}

function faultOf(
  { counts, voters, seenBefore }: Box,
  rules: PollRules,
  standing: number,
): BoxFault | undefined {
  if (counts === null) return 'does-not-open';
  if (!doAddUp(counts, rules.choice, voters, standing)) return 'does-not-add-up';
  return counts.ballots < seenBefore ? 'older-copy' : undefined;
}

type Decision = Pick<PollResult, 'outcome' | 'nextRound'>;

function decide(
  { rules, lotOrder }: PollToTally,
  standing: readonly Candidate[],
  votesOf: (candidateId: string) => number,
  needed: number,
): Decision {
  if (standing.length === 0) return { outcome: { kind: 'nobody-stands' }, nextRound: [] };
  const most = Math.max(...standing.map(({ candidateId }) => votesOf(candidateId)));
  if (most < needed)
    return { outcome: { kind: 'nobody-elected' }, nextRound: firstTwo(standing, votesOf) };
  const first = standing.filter(({ candidateId }) => votesOf(candidateId) === most);
  const elected = (candidateId: string, by: 'votes' | 'older-service' | 'lot'): Decision => {
    return { outcome: { kind: 'elected', candidateId, by }, nextRound: [] };
  };
  const [winner] = first;
  if (winner !== undefined && first.length === 1) return elected(winner.candidateId, 'votes');
  const equals = first.map(({ candidateId }) => candidateId);
  const tied = (next: NextBetweenEquals): Decision => {
    return { outcome: { kind: 'tied', candidateIds: equals, next }, nextRound: equals };
  };
  switch (rules.tie) {
    case 'run-off':
    case 'committee':
      return tied(rules.tie);
    case 'older-service': {
      const oldest = longestServing(first);
      return oldest === undefined ? tied('committee') : elected(oldest, 'older-service');
    }
    case 'lot': {
      const drawn = lotOrder.find((candidateId) => equals.includes(candidateId));
      return drawn === undefined ? tied('committee') : elected(drawn, 'lot');
    }
  }
}

/** Whoever has served longer than all others; undefined when two are equal or a day is not known. */
function longestServing(equals: readonly Candidate[]): string | undefined {
  const days = equals.map(({ serviceDay }) => serviceDay);
  if (days.includes(null)) return undefined;
  const [first, second] = [...equals].sort((a, b) =>
    (a.serviceDay ?? '') < (b.serviceDay ?? '') ? -1 : 1,
  );
  return first?.serviceDay === second?.serviceDay ? undefined : first?.candidateId;
}

/** The two with the most votes, and whoever has as many as the second; in the order of the list. */
function firstTwo(
  standing: readonly Candidate[],
  votesOf: (candidateId: string) => number,
): readonly string[] {
  const ids = standing.map(({ candidateId }) => candidateId);
  const second = ids.map(votesOf).sort((a, b) => b - a)[1] ?? 0;
  return ids.filter((candidateId) => votesOf(candidateId) >= second);
}
