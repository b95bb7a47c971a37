import type {
  cancelPoll as cancelContract,
  closePoll as closeContract,
  extendPoll as extendContract,
  withdrawCandidate as withdrawContract,
} from '../../../contract/star/ballot';
import { LONGEST_POLL_MS, MOST_EXTENSIONS } from '../../../domain/star/ballot/poll-rules';
import { announceOpened } from '../../_deliver/announce-opened';
import { tellOfCancelled, tellOfClosed } from '../../_deliver/tell-of-ended-poll';
import { tellPollExtended, tellWithdrawn } from '../../_deliver/tell-of-poll';
import type { Caller } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { readRotas } from '../../_store/people/organisation';
import { untilNotOvertaken } from '../../_store/retry';
import { closeAndCount } from '../../_store/star/count-poll';
import { hasStake } from '../../_store/star/own-matter';
import { hoursOfPoll } from '../../_store/star/poll-hours';
import type { PollDocument } from '../../_store/star/poll-document';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { strikeOff } from './strike-off';

const byOf = ({ memberId, name }: Caller) => ({ memberId, name });

export const extendPoll: Handler<typeof extendContract> = async (
  { pollId, closesAtMs, reason },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const by = byOf(ctx.caller);
  return untilNotOvertaken(`poll ${pollId}`, async () => {
    const poll = await polls.byId(pollId);
    if (poll === null) return ctx.fail('not-found');
    const last = poll.extensions.at(-1);
    const isRepeated =
      last?.untilAtMs === closesAtMs && last.by?.memberId === by.memberId && last.reason === reason;
    if (!isRepeated) {
      if (await isOwnMatter(poll, by.memberId)) return ctx.fail('own-candidacy');
      if (poll.state !== 'open' || nowMs >= poll.closesAtMs) return ctx.fail('poll-over');
      if (closesAtMs <= poll.closesAtMs) {
        return ctx.fail('not-later', { closesAtMs: poll.closesAtMs });
      }
      const latestAtMs = nowMs + LONGEST_POLL_MS;
      if (closesAtMs > latestAtMs) return ctx.fail('closes-too-late', { latestAtMs });
      const byPeople = poll.extensions.filter((extension) => extension.by !== null);
      if (byPeople.length >= MOST_EXTENSIONS) {
        return ctx.fail('too-many-extensions', { most: MOST_EXTENSIONS });
      }
      const until = { fromAtMs: poll.closesAtMs, untilAtMs: closesAtMs };
      const extension = { ...until, reason, by, atMs: nowMs };
      if (!(await polls.extend(poll, extension, null))) return undefined;
    }
    const { fromAtMs = poll.closesAtMs } = isRepeated ? last : {};
    const call = { by, requestId: ctx.requestId, nowMs };
    // Of one that was called off since, a later end is no news.
    if (poll.state === 'open') {
      await tellPollExtended({ ...poll, closesAtMs }, { fromAtMs, reason }, call);
    }
    return ctx.answer({ closesAtMs });
  });
};

export const cancelPoll: Handler<typeof cancelContract> = async ({ pollId, reason }, ctx) => {
  const by = byOf(ctx.caller);
  const nowMs = ctx.nowMs();
  const before = await polls.byId(pollId);
  if (before === null) return ctx.fail('not-found');
  if (await isOwnMatter(before, by.memberId)) return ctx.fail('own-candidacy');
  const isNow = await polls.cancelRunning(pollId, { reason, by, atMs: nowMs });
  const poll = await polls.byId(pollId);
  if (poll === null) return ctx.fail('not-found');
  const isRepeated =
    poll.cancelled?.by.memberId === by.memberId && poll.cancelled.reason === reason;
  if (!isNow && !isRepeated) return ctx.fail('poll-over');
  await tellOfCancelled(poll, { by, requestId: ctx.requestId, nowMs });
  return ctx.answer({ isCancelled: true as const });
};

export const closePoll: Handler<typeof closeContract> = async ({ pollId }, ctx) => {
  const [poll, rotas] = await Promise.all([polls.byId(pollId), readRotas()]);
  if (poll === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const by = byOf(ctx.caller);
  const call = { by, requestId: ctx.requestId, nowMs };
  if (poll.state === 'open') {
    const star = await starMonths.of(poll.branchId, poll.month);
    if (star !== null && hasStake(star, by.memberId)) return ctx.fail('own-candidacy');
    const { earliestAtMs } = hoursOfPoll(poll, rotas, nowMs);
    if (nowMs < earliestAtMs) {
      return ctx.fail('too-early', { earliestAtMs, hours: poll.rules.awakeMinutes / 60 });
    }
    // Whoever opened it may have been cut off: what comes of it has to be known to its month.
    const isNoted = star?.pollIds.includes(pollId) === true;
    if (!isNoted && (await announceOpened(poll, call)) !== null) return ctx.fail('poll-over');
  }
  const closed = await closeAndCount(pollId, by, nowMs);
  if (closed?.state !== 'closed' || closed.closed === null) return ctx.fail('poll-over');
  await tellOfClosed(closed, call);
  return ctx.answer({ closedAtMs: closed.closed.atMs });
};

/**
 * Ends the poll: with it going on, the figures would tell which ballots were cast before. Whoever was struck
 * off before polls were ended by it is told again.
 */
export const withdrawCandidate: Handler<typeof withdrawContract> = async (
  { pollId, candidateId, reason },
  ctx,
) => {
  const by = byOf(ctx.caller);
  const nowMs = ctx.nowMs();
  return untilNotOvertaken(`poll ${pollId}`, async () => {
    const poll = await polls.byId(pollId);
    if (poll === null) return ctx.fail('not-found');
    const candidate = poll.candidates.find(({ memberId }) => memberId === candidateId);
    if (candidate === undefined) return ctx.fail('unknown-candidate');
    const before = candidate.withdrawn;
    if (before === null) {
      if (poll.state !== 'open' || nowMs >= poll.closesAtMs) return ctx.fail('poll-over');
      const isOfOther = candidateId !== by.memberId;
      if (isOfOther && (await isOwnMatter(poll, by.memberId))) return ctx.fail('own-candidacy');
      await strikeOff(poll, candidateId, reason, { by, nowMs });
      // What came of it, by this call or by somebody who was faster.
      return undefined;
    }
    const isRepeated = before.by.memberId === by.memberId && before.reason === reason;
    if (!isRepeated) return ctx.fail('written-before');
    const call = { by, requestId: ctx.requestId, nowMs };
    if (poll.cancelled?.struckOff === candidateId) await tellOfCancelled(poll, call);
    else await tellWithdrawn(poll, candidateId, before, call);
    return ctx.answer({ isWithdrawn: true as const });
  });
};

/** Whether this person stands or stood in the month of the poll. docs/rules.md#R-284 */
async function isOwnMatter(
  { branchId, month }: Pick<PollDocument, 'branchId' | 'month'>,
  memberId: string,
): Promise<boolean> {
  const star = await starMonths.of(branchId, month);
  return star !== null && hasStake(star, memberId);
}
