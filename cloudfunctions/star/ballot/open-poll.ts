import { randomBytes } from 'node:crypto';
import type {
  openPoll as openContract,
  pollToOpen as planContract,
} from '../../../contract/star/ballot';
import {
  LEAST_CANDIDATES,
  LONGEST_POLL_MS,
  mostShown,
} from '../../../domain/star/ballot/poll-rules';
import {
  isEased,
  isLowered,
  lowerTurnouts,
  readTerms,
  termsFault,
  termsOf,
} from '../../../domain/star/ballot/poll-terms';
import { announceOpened } from '../../_deliver/announce-opened';
import type { Handler } from '../../_kit/serve';
import { emptyBox } from '../../_store/star/ballot-box';
import { hasStake } from '../../_store/star/own-matter';
import { hoursOfPoll } from '../../_store/star/poll-hours';
import type { PollDocument } from '../../_store/star/poll-document';
import { pollIdOf, polls } from '../../_store/star/polls';
import { crewsOf } from './crews-of';
import { nextRoundOf } from './next-round';
import { easiestTerms, isAsAsked, termsBefore, tooFewFor } from './poll-terms';
import { candidateOf } from './poll-view';

export const pollToOpen: Handler<typeof planContract> = async (input, ctx) => {
  const { branchId, month, awakeHours, isRestored } = input;
  const nowMs = ctx.nowMs();
  const next = await nextRoundOf(
    branchId ?? ctx.caller.branchId,
    month,
    nowMs,
    isRestored === true,
  );
  if ('code' in next) return ctx.fail(next.code, 'detail' in next ? next.detail : undefined);
  if (hasStake(next.star, ctx.caller.memberId)) return ctx.fail('own-candidacy');
  const { roll } = next;
  const before = termsBefore(next.termsFrom);
  const tooFew = tooFewFor(next, easiestTerms(before, roll.length));
  if (tooFew !== null) return ctx.fail('too-few-entitled', tooFew);
  const terms = termsOf({ awakeHours }, before, roll.length);
  const opening = { crewIds: [...next.crewIds], rules: terms, openedAtMs: nowMs, gaps: [] };
  const hours = hoursOfPoll(opening, next.rotas, nowMs);
  return ctx.answer({
    round: next.round,
    candidates: next.candidates.map((candidate) =>
      candidateOf(candidate, next.list, ctx.readsLeniently),
    ),
    ...(ctx.readsLeniently && {
      missing: [...next.missing],
      unbound: next.unbound,
      back: next.back.map(({ name }) => name),
      ...(next.struckOff?.withdrawn != null && {
        struckOff: {
          name: next.struckOff.name,
          reason: next.struckOff.withdrawn.reason,
          byName: next.struckOff.withdrawn.by.name,
        },
      }),
      terms: {
        ...readTerms(terms),
        areInherited: before?.isCounted === true,
        mostShown: mostShown(roll.length),
        lowerTo: [...lowerTurnouts(before, roll.length)],
      },
    }),
    ...(ctx.readsLeniently &&
      next.termsFrom !== null && {
        rules: {
          choice: next.termsFrom.rules.choice.kind,
          electedBy: next.termsFrom.rules.electedBy,
          tie: next.termsFrom.rules.tie,
        },
      }),
    entitled: roll.length,
    crews: crewsOf(hours, next.rotas, nowMs),
    earliestAtMs: hours.earliestAtMs,
  });
};

export const openPoll: Handler<typeof openContract> = async (input, ctx) => {
  const { month, round, choice, electedBy, tie, closesAtMs } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const pollId = pollIdOf(branchId, month, round);
  const announced = async (poll: PollDocument) => {
    const refused = await announceOpened(poll, { by, requestId: ctx.requestId, nowMs });
    if (refused === null) return ctx.answer({ pollId });
    return refused.code === 'too-late'
      ? ctx.fail('no-list', { state: refused.state })
      : ctx.fail('has-poll', { pollId, state: 'cancelled' });
  };
  const repeated = await polls.byId(pollId);
  if (repeated !== null) {
    const isSame =
      repeated.openedBy.memberId === by.memberId &&
      repeated.state === 'open' &&
      isAsAsked(repeated, input);
    if (!isSame) return ctx.fail('has-poll', { pollId, state: repeated.state });
    return announced(repeated);
  }
  const isRestored = input.isRestored === true;
  const next = await nextRoundOf(branchId, month, nowMs, isRestored);
  if ('code' in next) return ctx.fail(next.code, 'detail' in next ? next.detail : undefined);
  if (hasStake(next.star, by.memberId)) return ctx.fail('own-candidacy');
  if (next.round !== round) return ctx.fail('has-poll');
  if (next.candidates.length < LEAST_CANDIDATES.toOpen) return ctx.fail('nobody-stands');
  const most = Math.max(1, next.candidates.length - 1);
  if (choice.names > most) return ctx.fail('too-many-names', { most });
  const before = termsBefore(next.termsFrom);
  const fault = termsFault(input, before, next.roll.length);
  if (fault !== null) return ctx.fail(fault, { most: mostShown(next.roll.length) });
  const isEasier = isEased(electedBy, before);
  if (isEasier && input.easeBecause === undefined) return ctx.fail('ease-because-missing');
  if (!isEasier && input.easeBecause !== undefined) return ctx.fail('terms-inherited');
  const terms = termsOf(input, before, next.roll.length);
  const tooFew = tooFewFor(next, terms);
  if (tooFew !== null) return ctx.fail('too-few-entitled', tooFew);
  const rules = { ...terms, choice, electedBy, tie };
  const opening = { crewIds: [...next.crewIds], rules, openedAtMs: nowMs, gaps: [] };
  const { earliestAtMs } = hoursOfPoll(opening, next.rotas, nowMs);
  if (closesAtMs < earliestAtMs || closesAtMs <= nowMs) {
    return ctx.fail('closes-too-early', { earliestAtMs, hours: terms.awakeMinutes / 60 });
  }
  const latestAtMs = nowMs + LONGEST_POLL_MS;
  if (closesAtMs > latestAtMs) return ctx.fail('closes-too-late', { latestAtMs });
  const poll = {
    ...opening,
    _id: pollId,
    branchId,
    month,
    round,
    candidates: [...next.candidates],
    ...(isRestored && { isRestored }),
    ...(before !== null &&
      isLowered(input, before, next.roll.length) && {
        turnoutLowered: {
          from: readTerms(before.terms).turnout,
          reason: input.lowerBecause ?? '',
        },
      }),
    ...(isEasier && { electedByEased: { reason: input.easeBecause ?? '' } }),
    lotSeed: next.lotSeed ?? randomBytes(8).toString('hex'),
    roll: [...next.roll],
    sealVersion: 2 as const,
    openedBy: by,
    closesAtMs,
    extensions: [],
    state: 'open' as const,
    closed: null,
    cancelled: null,
    result: null,
    schemaVersion: 3 as const,
  };
  const opened = { ...poll, box: emptyBox(poll) };
  // Of two who open at once one is first; the other is told so by asking again.
  if (!(await polls.open(opened))) return ctx.fail('has-poll', { pollId, state: 'open' });
  return announced(opened);
};
