import type { OutputOf } from '../../../contract/action';
import type { starMonth as action } from '../../../contract/star/month';
import { holdsOneOf, ROSTER_KEEPERS } from '../../../contract/roles';
import { mayBegin, monthBefore } from '../../../domain/star/star-month';
import type { Handler } from '../../_kit/serve';
import { readOrganisation } from '../../_store/people/organisation';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { assessments, type AssessmentDocument } from '../../_store/star/assessments';
import { isOwnMatter, mayEnd } from '../../_store/star/own-matter';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import { onBallotOf } from '../../_store/star/who-is-off';
import { sinceOf } from './since-of';
import { stepsOf } from './steps-of';

/** One that goes on, and those before it among which is the newest star. */
const MONTHS_LOOKED_AT = 4;

export const starMonth: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { branchId = ctx.caller.branchId } = input;
  const [organisation, { month, found, latest, assessment }] = await Promise.all([
    readOrganisation(),
    monthShown(branchId, input.month, nowMs),
  ]);
  if (!organisation.hasBranch(branchId)) return ctx.fail('not-found');
  const isKeeper = holdsOneOf(ctx.caller.roles, ROSTER_KEEPERS);
  const canPlan = found === null ? mayBegin(month, nowMs) : found.state === 'preparing';
  const isOwn = found !== null && (await isOwnMatter(found, ctx.caller));
  const hasPolls = ctx.readsLeniently && found !== null && found.pollIds.length > 0;
  const rounds = hasPolls ? await polls.ofMonth(branchId, month) : [];
  const { off, putBack } = onBallotOf(rounds, nowMs);
  const listed = new Set(found?.list?.candidates.map((each) => each.memberId));
  const namesOf = (people: typeof off) =>
    people.flatMap(({ memberId, name }) => (listed.has(memberId) ? [name] : []));
  return ctx.answer({
    nowMs,
    branchId,
    branchName: organisation.branchName(branchId),
    month,
    state: found?.state ?? 'not-begun',
    steps: stepsOf(month, found, assessment, nowMs),
    plan: found?.plan ?? null,
    candidates: found?.list?.candidates.length ?? null,
    ...(hasPolls && { off: namesOf(off), putBack: namesOf(putBack) }),
    revision: found?.revision ?? null,
    canPlan: isKeeper && canPlan,
    ...(ctx.readsLeniently && { canEnd: found !== null && mayEnd(found, ctx.caller, isOwn) }),
    ballot:
      found === null || found.list === null
        ? null
        : { pollId: found.pollIds.at(-1) ?? null, canRun: isKeeper },
    ...(ctx.readsLeniently &&
      found !== null && {
        since: sinceOf(found),
        isOwnMatter: isOwn,
      }),
    ...(ctx.readsLeniently && latest !== undefined && { latest }),
  });
};

interface MonthShown {
  readonly month: string;
  readonly found: StarMonthDocument | null;
  readonly assessment: AssessmentDocument | null;
  readonly latest?: OutputOf<typeof action>['latest'];
}

async function monthShown(
  branchId: string,
  asked: string | undefined,
  nowMs: number,
): Promise<MonthShown> {
  if (asked !== undefined) {
    const [found, assessment] = await Promise.all([
      starMonths.of(branchId, asked),
      assessments.of(branchId, asked),
    ]);
    return { month: asked, found, assessment };
  }
  const begun = await starMonths.newestOf(branchId, MONTHS_LOOKED_AT);
  const latest = begun.map(announced).find((each) => each !== null) ?? null;
  const before = monthBefore(nowMs);
  const found = begun.slice(0, 1).find((m) => m.state !== 'over' || m.month >= before) ?? null;
  const month = found?.month ?? before;
  return { month, found, latest, assessment: await assessments.of(branchId, month) };
}

function announced(month: StarMonthDocument) {
  const { state, stars, ended, objections, result } = month;
  if (state !== 'over' || stars.length === 0 || ended === null) return null;
  return {
    month: month.month,
    stars: stars.map(({ name, crewName, deeds }) => ({ name, crewName, deed: deeds[0] ?? null })),
    announcedAtMs: ended.atMs,
    objections: objections.length,
    pollId: result?.pollId ?? null,
  };
}
