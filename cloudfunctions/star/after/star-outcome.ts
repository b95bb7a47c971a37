import type {
  officeStars as officeContract,
  starArchive as archiveContract,
  starOutcome as outcomeContract,
} from '../../../contract/star/after';
import { mayReach } from '../../../contract/allow';
import { holdsOneOf, OFFICERS, ROSTER_KEEPERS } from '../../../contract/roles';
import { takesObjections } from '../../../domain/star/after-vote';
import { monthBefore } from '../../../domain/star/star-month';
import type { Handler } from '../../_kit/serve';
import { readOrganisation } from '../../_store/people/organisation';
import { branches } from '../../_store/people/branches';
import { nextBetweenEquals } from '../../_store/star/poll-in-month';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { isOwnMatter, mayEnd, noticedBefore } from '../../_store/star/own-matter';
import { assessments } from '../../_store/star/assessments';
import type { PollDocument } from '../../_store/star/poll-document';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { offIn } from '../../_store/star/who-is-off';
import { takesNextRound } from '../ballot/next-round';
import { sinceOf } from '../month/since-of';
import { stepsOf } from '../month/steps-of';

type Candidate = StarMonthDocument['stars'][number];

const shown = ({ memberId, name, crewName, deeds }: Candidate) => ({
  memberId,
  name,
  crewName,
  deeds,
});

export const starOutcome: Handler<typeof outcomeContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month } = input;
  const { memberId, roles } = ctx.caller;
  const nowMs = ctx.nowMs();
  // An office counts in its own branch, and that of the committee everywhere.
  const isHere = mayReach(ctx.caller, branchId);
  const [star, organisation] = await Promise.all([
    starMonths.of(branchId, month),
    readOrganisation(),
  ]);
  // Of a month that was decided its later rounds say nothing more.
  const needsRounds = !isHere || star?.state === 'counted';
  const rounds = needsRounds ? await polls.ofMonth(branchId, month) : [];
  if (star === null || !(isHere || isConcerned(star, rounds, memberId))) {
    return ctx.fail('not-found');
  }
  const { state, result, decision, publicUntilAtMs, objections } = star;
  const off = new Set(offIn(rounds).map((each) => each.memberId));
  const candidates = star.list?.candidates.filter((each) => !off.has(each.memberId)) ?? [];
  const next = await nextBetweenEquals(result);
  const isKeeper = isHere && holdsOneOf(roles, ROSTER_KEEPERS);
  const isStar = star.stars.some((each) => each.memberId === memberId);
  const isOwn = await isOwnMatter(star, ctx.caller);
  const canOpenNext = isKeeper && !isOwn && state === 'counted' && takesNextRound(star, rounds);
  // Whoever stood reads no names of those who object: they are asked by the committee, not by them.
  const seesAll = isHere && holdsOneOf(roles, OFFICERS) && !isOwn;
  return ctx.answer({
    nowMs,
    branchId,
    branchName: organisation.branchName(branchId),
    month,
    state,
    revision: star.revision,
    result:
      result === null
        ? null
        : {
            pollId: result.pollId,
            outcome: result.outcome,
            candidates: candidates
              .filter((each) => result.memberIds.includes(each.memberId))
              .map(shown),
            ...(ctx.readsLeniently && next !== null && { next }),
          },
    decision:
      decision === null
        ? null
        : {
            outcome: decision.outcome,
            reason: decision.reason,
            byName: decision.by.name,
            atMs: decision.atMs,
          },
    stars: star.stars.map(shown),
    publicUntilAtMs,
    objections: objections
      .filter(({ by }) => seesAll || by.memberId === memberId)
      .map(({ objectionId, by, text, atMs, answer }) => ({
        objectionId,
        byName: by.name,
        text,
        atMs,
        isMine: by.memberId === memberId,
        answer: answer === null ? null : { ...answerOf(answer), byName: answer.by.name },
      })),
    objectionCount: objections.length,
    ...(ctx.readsLeniently && { isHeld: sinceOf(star).isHeld }),
    ended: star.ended,
    canDecide: isKeeper && state === 'counted' && result !== null && next !== 'run-off' && !isOwn,
    canObject: !isStar && ctx.caller.branchId === branchId && takesObjections(star, nowMs),
    canAnswer: seesAll,
    canEnd: isHere && mayEnd(star, ctx.caller, isOwn),
    ...(ctx.readsLeniently && { isOwnMatter: isOwn, canOpenNext, needsReason: needsReason(star) }),
  });
};

/** docs/rules.md#R-161 */
const needsReason = (star: StarMonthDocument): boolean => {
  const before = noticedBefore(star);
  const isAgain = star.result?.memberIds.some((id) => before.includes(id)) === true;
  return isAgain || star.result?.outcome === 'tied';
};

/** Wherever they are now: who stood or objected, or is on the roll of a poll of the month. docs/rules.md#R-321 */
function isConcerned(
  { list, stars, objections }: StarMonthDocument,
  rounds: readonly Pick<PollDocument, 'roll'>[],
  memberId: string,
): boolean {
  const concerned = [...(list?.candidates ?? []), ...stars, ...objections.map(({ by }) => by)];
  return (
    concerned.some((each) => each.memberId === memberId) ||
    rounds.some(({ roll }) => roll.includes(memberId))
  );
}

type Answer = NonNullable<StarMonthDocument['objections'][number]['answer']>;
const answerOf = ({ isUpheld, text, atMs }: Answer) => ({ isUpheld, text, atMs });

export const starArchive: Handler<typeof archiveContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, year } = input;
  const isOwn = ctx.readsLeniently && branchId === ctx.caller.branchId;
  const [organisation, over, asStar] = await Promise.all([
    readOrganisation(),
    starMonths.overIn(branchId, year),
    isOwn ? starMonths.ofStar(ctx.caller.memberId, year) : [],
  ]);
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  return ctx.answer({
    branchName: organisation.branchName(branchId),
    months: over.map(({ month, stars, ended }) => ({
      month,
      stars: stars.map(shown),
      reason: ended?.reason ?? null,
    })),
    ...(isOwn && {
      mine: asStar
        .filter((each) => each.branchId !== branchId)
        .map((each) => ({
          month: each.month,
          branchId: each.branchId,
          branchName: organisation.branchName(each.branchId),
        })),
    }),
  });
};

export const officeStars: Handler<typeof officeContract> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const month = input.month ?? monthBefore(nowMs);
  const [all, found, assessed] = await Promise.all([
    branches.all(),
    starMonths.ofAll(month),
    assessments.ofAll(month),
  ]);
  return ctx.answer({
    nowMs,
    month,
    branches: all.map(({ _id, name }) => {
      const star = found.find(({ branchId }) => branchId === _id) ?? null;
      const assessment = assessed.find(({ branchId }) => branchId === _id) ?? null;
      return {
        branchId: _id,
        name,
        state: star?.state ?? ('not-begun' as const),
        steps: stepsOf(month, star, assessment, nowMs),
        stars: star?.state === 'over' ? star.stars.map((each) => each.name) : [],
      };
    }),
  });
};
