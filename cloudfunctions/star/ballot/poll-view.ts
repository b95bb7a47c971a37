import { OWN_BALLOTS, type Poll } from '../../../contract/star/ballot-shapes';
import { ballotsNeeded } from '../../../domain/star/ballot/poll-rules';
import { readTerms } from '../../../domain/star/ballot/poll-terms';
import type { PollOutcome } from '../../../domain/star/ballot/tally';
import type { Caller, MemberCtx } from '../../_kit/context';
import { hasVoted } from '../../_store/star/ballot-box';
import { boundTold, type PollDocument } from '../../_store/star/poll-document';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { putBackOn } from '../../_store/star/who-is-off';
import { shownEvidence } from '../month/evidence';
import { sinceOf } from '../month/since-of';

const LONGEST_OWN = Math.max(...OWN_BALLOTS.map(({ length }) => length));

type List = StarMonthDocument['list'];

/** Whether somebody is shown the poll: of its branch, on its roll wherever they are now, or of the office. */
export const maySee = (
  { branchId, roll }: PollDocument,
  { memberId, branchId: ownBranchId, roles }: Caller,
): boolean =>
  branchId === ownBranchId || roll.includes(memberId) || roles.includes('committee-office');

/** A poll as this person sees it; `month` null: nobody has begun it. `rounds`: of its month, where there may be others. */
export function viewOf(
  poll: PollDocument,
  month: StarMonthDocument | null,
  rounds: readonly PollDocument[],
  { caller: { memberId }, readsLeniently }: Pick<MemberCtx<never>, 'caller' | 'readsLeniently'>,
): Poll {
  const list = month?.list ?? null;
  const { _id, branchId, round, state, candidates, rules, lotSeed } = poll;
  const { openedAtMs, openedBy, closesAtMs, cancelled, closed, result } = poll;
  const back = putBackOn(poll, rounds);
  const { choice, electedBy, tie } = rules;
  const mine = ownBallot(poll, memberId);
  const bound = boundTold(poll);
  return {
    pollId: _id,
    branchId,
    month: poll.month,
    round,
    state,
    candidates: candidates.map((candidate) => ({
      ...candidateOf(candidate, list, readsLeniently),
      ...(readsLeniently && back.includes(candidate) && { putBack: { byName: openedBy.name } }),
    })),
    choice,
    electedBy,
    tie,
    // Whoever knows it could choose by it what decides between equals of the next round.
    lotSeed: tie === 'lot' ? lotSeed : '',
    entitled: poll.roll.length,
    ...(readsLeniently && {
      turnoutNeeded: ballotsNeeded(poll.roll.length, rules),
      terms: {
        ...readTerms(rules),
        ...(poll.turnoutLowered !== undefined && { lowered: poll.turnoutLowered }),
        ...(poll.electedByEased !== undefined && { eased: poll.electedByEased }),
      },
    }),
    openedAtMs,
    closesAtMs,
    mine,
    ...(readsLeniently && { padding: ' '.repeat(LONGEST_OWN - mine.length) }),
    extensions: poll.extensions.map(({ untilAtMs, reason, by }) => {
      return { untilAtMs, reason, byName: by?.name ?? null };
    }),
    cancelled: cancelled && {
      reason: cancelled.reason,
      byName: cancelled.by.name,
      atMs: cancelled.atMs,
    },
    closedAtMs: closed?.atMs ?? null,
    result: result && {
      outcome: readsLeniently ? result.outcome : plainOf(result.outcome),
      turnoutNeeded: result.turnoutNeeded,
      votesNeeded: result.votesNeeded,
      figures: result.figures,
    },
    ...(readsLeniently && bound !== undefined && { boundWhileOpen: bound }),
    ...(readsLeniently && { calledOff: calledOffAfter(poll, rounds) }),
    ...(readsLeniently && month !== null && { since: sinceOf(month) }),
  };
}

const calledOffAfter = (
  { round }: PollDocument,
  rounds: readonly PollDocument[],
): NonNullable<Poll['calledOff']> =>
  rounds.flatMap(({ round: later, cancelled }) =>
    later > round && cancelled !== null
      ? [{ round: later, reason: cancelled.reason, byName: cancelled.by.name }]
      : [],
  );

/** What they did stands on the list of the month; of whoever has left it nothing is shown. */
export function candidateOf(
  { memberId, name, crewName, withdrawn }: PollDocument['candidates'][number],
  list: List,
  readsLeniently: boolean,
): Poll['candidates'][number] {
  const listed = list?.candidates.find((each) => each.memberId === memberId);
  return {
    candidateId: memberId,
    name,
    crewName,
    deeds: listed?.deeds ?? [],
    evidence: shownEvidence(listed?.evidence ?? [], readsLeniently),
    isWithdrawn: withdrawn !== null,
    ...(readsLeniently &&
      withdrawn !== null && {
        withdrawn: { reason: withdrawn.reason, byName: withdrawn.by.name },
      }),
  };
}

function ownBallot(poll: PollDocument, memberId: string): (typeof OWN_BALLOTS)[number] {
  if (!poll.roll.includes(memberId)) return 'not-on-roll';
  if (hasVoted(poll, memberId)) return 'counted';
  return poll.state === 'open' ? 'can-vote' : 'not-cast';
}

const plainOf = (outcome: PollOutcome): PollOutcome =>
  outcome.kind === 'too-few-ballots' ? { kind: outcome.kind } : outcome;
