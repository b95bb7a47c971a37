import type { ErrorOf } from '../../../contract/action';
import type { castBallot as contract } from '../../../contract/star/ballot';
import { doAddUp } from '../../../domain/star/ballot/ballot-counts';
import { choiceProblem } from '../../../domain/star/ballot/choice';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { untilNotOvertaken } from '../../_store/retry';
import { hasVoted, openBox, withBallotOf } from '../../_store/star/ballot-box';
import type { BallotBox, PollDocument } from '../../_store/star/poll-document';
import { polls } from '../../_store/star/polls';
import { maySee } from './poll-view';

/**
 * Reads the poll and writes its box anew if nobody else has meanwhile; otherwise again. There is no
 * ballot before, between or after: docs/decisions/how-a-ballot-keeps-its-secret.md
 */
export const castBallot: Handler<typeof contract> = async ({ pollId, chosen }, ctx) => {
  const refused = await untilNotOvertaken('a poll', async () => {
    const poll = await polls.byId(pollId);
    if (poll === null || !maySee(poll, ctx.caller)) return 'not-found';
    const next = boxAfter(poll, ctx.caller, chosen, ctx.nowMs());
    if (typeof next === 'string') return next;
    return (await polls.writeBox(pollId, poll.box.version, next)) ? 'counted' : undefined;
  });
  return refused === 'counted' ? ctx.answer({ isCounted: true as const }) : ctx.fail(refused);
};

/** The box with the caller's ballot, or why there can be none. */
function boxAfter(
  poll: PollDocument,
  { memberId }: Pick<Caller, 'memberId'>,
  chosen: readonly string[],
  nowMs: number,
): BallotBox | ErrorOf<typeof contract> {
  const { roll, state, closesAtMs, candidates, rules } = poll;
  if (!roll.includes(memberId)) return 'not-on-roll';
  if (hasVoted(poll, memberId)) return 'already-voted';
  if (state !== 'open' || nowMs >= closesAtMs) return 'poll-over';
  const standing = candidates.map(({ memberId: candidateId, withdrawn }) => {
    return { candidateId, isWithdrawn: withdrawn !== null };
  });
  const problem = choiceProblem(rules.choice, standing, chosen);
  if (problem !== undefined) return problem;
  const box = openBox(poll);
  const left = standing.filter(({ isWithdrawn }) => !isWithdrawn).length;
  const doesAddUp = box !== null && doAddUp(box.counts, rules.choice, box.voters.length, left);
  if (!doesAddUp) return 'box-damaged';
  const places = chosen.map((id) => standing.findIndex(({ candidateId }) => candidateId === id));
  return withBallotOf(poll, box, memberId, places);
}
