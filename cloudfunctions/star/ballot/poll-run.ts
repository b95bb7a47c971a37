import type { pollRun as contract } from '../../../contract/star/ballot';
import { ballotsNeeded } from '../../../domain/star/ballot/poll-rules';
import { turnoutTold } from '../../../domain/star/ballot/turnout-look';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { hasStake } from '../../_store/star/own-matter';
import { hoursOfPoll } from '../../_store/star/poll-hours';
import { lookOf, polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { crewsOf } from './crews-of';
import { takesNextRound } from './next-round';
import { viewOf } from './poll-view';

export const pollRun: Handler<typeof contract> = async ({ pollId }, ctx) => {
  const [poll, look, rotas] = await Promise.all([
    polls.byId(pollId),
    polls.look(pollId),
    readRotas(),
  ]);
  if (poll === null) return ctx.fail('not-found');
  const [month, told, rounds] = await Promise.all([
    starMonths.of(poll.branchId, poll.month),
    members.countOfBranch(poll.branchId),
    polls.ofMonth(poll.branchId, poll.month),
  ]);
  const nowMs = ctx.nowMs();
  const isOwnMatter = month !== null && hasStake(month, ctx.caller.memberId);
  const hours = hoursOfPoll(poll, rotas, nowMs);
  // Whoever stands does not run it, and hears of the turnout what every member hears. docs/rules.md#R-174
  const hasLooked = !isOwnMatter && look !== null && look.lookedAtMs !== null;
  const turnout = turnoutTold(poll.roll.length, poll.rules, hasLooked ? lookOf(look) : null);
  return ctx.answer({
    poll: viewOf(poll, month, rounds, ctx),
    crews: crewsOf(hours, rotas, nowMs),
    neededMinutes: poll.rules.awakeMinutes,
    earliestAtMs: hours.earliestAtMs,
    turnout: { kind: turnout.kind, atMs: 'atMs' in turnout ? turnout.atMs : null },
    turnoutNeeded: ballotsNeeded(poll.roll.length, poll.rules),
    told,
    canOpenNext:
      !isOwnMatter &&
      rounds.at(-1)?._id === pollId &&
      month !== null &&
      takesNextRound(month, rounds),
    ...(ctx.readsLeniently && { isOwnMatter }),
  });
};
