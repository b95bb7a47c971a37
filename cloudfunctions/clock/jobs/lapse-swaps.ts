import { performance } from 'node:perf_hooks';
import { tellAboutSwap } from '../../_deliver/tell-about-swap';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { swaps } from '../../_store/roster/swaps';
import type { Job } from '../job';

const MOST_A_RUN = 50;

/**
 * Ends the proposals that nobody has answered by their limit, and tells both. Told first: after the
 * limit nobody can answer any more, and a run that was cut off finds the rest again. How many ended.
 * docs/rules.md#R-75
 */
export const lapseSwaps: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  const unanswered = await swaps.unanswered(atMs, MOST_A_RUN);
  if (unanswered.length === 0) return 0;
  const both = unanswered.flatMap(({ proposerId, partnerId }) => [proposerId, partnerId]);
  const [people, rotas] = await Promise.all([members.byIds(both), readRotas()]);
  let count = 0;
  for (const swap of unanswered) {
    if (performance.now() >= stopAtMs) break;
    const { _id, proposerId, proposerName, partnerId } = swap;
    const theTwo = people.filter((person) => [proposerId, partnerId].includes(person._id));
    const author = { memberId: proposerId, name: proposerName };
    await tellAboutSwap(swap, 'lapsed', author, theTwo, rotas, { requestId: _id, nowMs: atMs });
    await swaps.lapse(_id);
    count += 1;
  }
  return count;
};
