import { randomBytes } from 'node:crypto';
import type { freezeCandidates as action } from '../../../contract/star/nomination';
import { drawnOrder, goneFrom, recordsOf } from '../../../domain/star/nomination';
import { MOST_CANDIDATES, type StarPlan } from '../../../domain/star/star-month';
import { takeAsksBack } from '../../_deliver/ask-nominated';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { owedWith, tellOwed, type Owed } from '../../_deliver/tell-owed-star';
import { nominationsPage } from '../../_deliver/tell-of-star';
import { mac } from '../../_kit/mac';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { nominations, type NominationDocument } from '../../_store/star/nominations';
import { hasStake } from '../../_store/star/own-matter';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { starMonths } from '../../_store/star/star-months';
import { barsOfMember } from './nominate';

type Candidate = NonNullable<StarMonthDocument['list']>['candidates'][number];
type LeftOut = StarMonthDocument['leftOut'][number];

/** Those who agreed, each with all that they agreed to; in no order that says anything. */
export function agreedOf(found: readonly NominationDocument[]): readonly Candidate[] {
  const agreed = found.filter(({ state }) => state === 'agreed');
  return [...new Set(agreed.map(({ memberId }) => memberId))].sort().map((memberId) => {
    const own = agreed.filter((each) => each.memberId === memberId);
    const [{ name, crewName } = { name: '', crewName: null }] = own;
    return {
      memberId,
      name,
      crewName,
      deeds: own.map(({ deeds }) => deeds),
      evidence: own.flatMap(recordsOf),
    };
  });
}

export const freezeCandidates: Handler<typeof action> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, revision } = input;
  const nowMs = ctx.nowMs();
  const [star, found] = await Promise.all([
    starMonths.of(branchId, month),
    nominations.ofMonth(branchId, month),
  ]);
  if (star === null) return ctx.fail('not-found');
  if (star.state !== 'preparing') {
    // Fixed already by this very call, whose answer did not arrive.
    const { list } = star;
    const isNext = star.state === 'listed' && revision === star.revision - 1;
    if (!isNext || list === null || !areLeftOut(star, input.leaveOut))
      return ctx.fail('already-listed', { state: star.state });
    await tellOwed(star, nowMs);
    return ctx.answer({ candidates: list.candidates.length });
  }
  if (revision !== star.revision) return ctx.fail('changed-meanwhile');
  const { nominationsUntilAtMs: untilAtMs } = star.plan;
  if (nowMs < untilAtMs) return ctx.fail('too-early', { untilAtMs });
  const agreed = agreedOf(found);
  const agreedIds = agreed.map(({ memberId }) => memberId);
  if (hasStake(star, ctx.caller.memberId, agreedIds)) return ctx.fail('own-candidacy');
  const leftOut = await leftOutOf(agreed, input.leaveOut, star.plan, branchId, month, nowMs);
  const standing = agreed.filter(
    ({ memberId }) => !leftOut.some((each) => each.memberId === memberId),
  );
  if (standing.length === 0) return ctx.fail('nobody-stands');
  if (standing.length > MOST_CANDIDATES) return ctx.fail('too-many', { most: MOST_CANDIDATES });
  const seed = randomBytes(16).toString('hex');
  const order = drawnOrder(
    mac,
    seed,
    standing.map(({ memberId }) => memberId),
  );
  const candidates = order.flatMap(
    ({ memberId }) => standing.find((each) => each.memberId === memberId) ?? [],
  );
  const listed = { list: { frozenAtMs: nowMs, seed, candidates }, leftOut };
  const call = { by: ctx.caller, requestId: ctx.requestId, nowMs };
  const owed = owedWith(star, ofList({ branchId, month, ...listed }), call);
  const written = await starMonths.write(star, { state: 'listed', ...listed, ...owed }, nowMs);
  if (written === null) return ctx.fail('changed-meanwhile');
  // Asked until a term that was moved before asks followed it. docs/rules.md#R-349
  await takeAsksBack(
    found.filter(({ state }) => state === 'waiting'),
    nowMs,
  );
  await tellOwed(written, nowMs);
  return ctx.answer({ candidates: candidates.length });
};

/** Whether the list was fixed with these reasons, and no other: somebody else may have been first. docs/rules.md#R-287 */
function areLeftOut(
  { list, leftOut }: StarMonthDocument,
  wanted: readonly { readonly memberId: string; readonly reason: string }[],
): boolean {
  const reasonOf = (id: string) => wanted.find(({ memberId }) => memberId === id)?.reason ?? null;
  const standing = (list?.candidates ?? []).map(({ memberId }) => reasonOf(memberId));
  return (
    standing.every((reason) => reason === null) &&
    leftOut.every(({ memberId, reason }) => reason === reasonOf(memberId))
  );
}

/** By the rules of the month, as everybody is now; or for a reason that an officer gives. */
async function leftOutOf(
  agreed: readonly Candidate[],
  leaveOut: readonly { readonly memberId: string; readonly reason: string }[],
  plan: StarPlan,
  branchId: string,
  month: string,
  nowMs: number,
): Promise<LeftOut[]> {
  const people = await members.byIds(agreed.map(({ memberId }) => memberId));
  return agreed.flatMap(({ memberId, name }) => {
    const person = people.find(({ _id }) => _id === memberId);
    const gone = goneFrom(branchId, person);
    const isBarred = gone === null && person !== undefined;
    const bars = isBarred ? [...barsOfMember(person, plan, month, nowMs)] : [];
    const reason = leaveOut.find((each) => each.memberId === memberId)?.reason ?? null;
    const isOut = gone !== null || bars.length > 0 || reason !== null;
    return isOut ? [{ memberId, name, bars, ...(gone !== null && { gone }), reason }] : [];
  });
}

type Listed = Pick<StarMonthDocument, 'branchId' | 'month' | 'list' | 'leftOut'>;

/** To the branch, and to each who agreed and does not stand. */
function ofList({ branchId, month, list, leftOut }: Listed): readonly Owed[] {
  const page = nominationsPage(branchId, month);
  const toAll: Owed = {
    to: { kind: 'branch' },
    parts: ['listed', branchId, month],
    title: starNoticeText.listed(month, list?.candidates.length ?? 0),
    body: starNoticeText.listedBody,
    page,
    deadlineAtMs: null,
  };
  const toEach = leftOut.map(({ memberId, gone, reason }): Owed => ({
    to: { kind: 'some', memberIds: [memberId] },
    parts: ['left-out', branchId, month, memberId],
    title: starNoticeText.leftOut(month),
    body: starNoticeText.leftOutBody(
      reason ?? starNoticeText[gone === undefined ? 'barred' : 'gone'],
    ),
    page,
    deadlineAtMs: null,
  }));
  return [toAll, ...toEach];
}
