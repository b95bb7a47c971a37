import { performance } from 'node:perf_hooks';
import { OFFICERS, ROSTER_KEEPERS } from '../../../contract/roles';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import { starNoticeText } from '../../_deliver/star-notices.text';
import {
  outcomePage,
  tellOfStar,
  tellSomeOfStar,
  tellWhoseStep,
} from '../../_deliver/tell-of-star';
import { members } from '../../_store/people/members';
import { NEVER_DUE_MS, type StarMonthDocument } from '../../_store/star/star-month-document';
import { starMonths } from '../../_store/star/star-months';
import type { Job } from '../job';

const MOST_A_RUN = 20;

/**
 * Announces the stars whose public notice is over, and puts off by a day those of which an objection
 * waits, with a word to the officers. A notice that names nobody is not announced. Told first: a run that
 * was cut off finds the rest again. How many were looked at. docs/rules.md#R-162
 */
export const announceStars: Job = async ({ nowMs, stopAtMs }) => {
  const atMs = nowMs();
  let count = 0;
  for (const star of await starMonths.due(atMs, MOST_A_RUN)) {
    if (performance.now() >= stopAtMs) break;
    const waits = star.objections.some(({ answer }) => answer === null);
    if (star.state !== 'public') await starMonths.write(star, { dueAtMs: NEVER_DUE_MS }, atMs);
    else if (star.stars.length === 0) await decideAnew(star, atMs);
    else if (waits) await remindOfObjections(star, atMs);
    else await announce(star, atMs);
    count += 1;
  }
  return count;
};

const clock = { memberId: null, name: starNoticeText.clock };

async function announce(star: StarMonthDocument, nowMs: number): Promise<void> {
  const { branchId, month, stars, objections } = star;
  const message = {
    parts: ['announced', branchId, month],
    branchId,
    title: starNoticeText.announced(
      month,
      stars.map(({ name }) => name),
    ),
    body: starNoticeText.announcedBody(objections.length),
    page: outcomePage(branchId, month),
    deadlineAtMs: null,
  };
  const people = await members.ofBranch(branchId);
  await tellOfStar('result', people, message, callOf(star, nowMs));
  const moved = stars
    .map(({ memberId }) => memberId)
    .filter((memberId) => people.every(({ _id }) => _id !== memberId));
  if (moved.length > 0) {
    // To each of them as theirs: what is told a branch rings nobody of another. docs/rules.md#R-322
    const own = { ...message, parts: ['announced-to-moved', branchId, month] };
    await tellSomeOfStar('star-answered', moved, own, callOf(star, nowMs));
  }
  await starMonths.write(
    star,
    { state: 'over', ended: { atMs: nowMs, reason: null }, dueAtMs: NEVER_DUE_MS },
    nowMs,
  );
}

async function remindOfObjections(star: StarMonthDocument, nowMs: number): Promise<void> {
  const { branchId, month } = star;
  const message = {
    parts: ['objection-waits', branchId, month, dayOfInstant(nowMs)],
    branchId,
    title: starNoticeText.objectionWaits(month),
    body: starNoticeText.objectionWaitsBody,
    page: outcomePage(branchId, month),
    deadlineAtMs: null,
  };
  await tellWhoseStep(star, OFFICERS, message, callOf(star, nowMs));
  await starMonths.write(star, { dueAtMs: nowMs + MS_PER_DAY }, nowMs);
}

/** A notice without a name, of one who had left the list: nothing is announced, the committee decides again. */
async function decideAnew(star: StarMonthDocument, nowMs: number): Promise<void> {
  const { branchId, month, revision } = star;
  const message = {
    parts: ['nobody-noticed', branchId, month, revision],
    branchId,
    title: starNoticeText.nobodyNoticed(month),
    body: starNoticeText.nobodyNoticedBody,
    page: outcomePage(branchId, month),
    deadlineAtMs: null,
  };
  await tellWhoseStep(star, ROSTER_KEEPERS, message, callOf(star, nowMs));
  const undecided = { state: 'counted' as const, decision: null, publicUntilAtMs: null };
  await starMonths.write(star, { ...undecided, dueAtMs: NEVER_DUE_MS }, nowMs);
}

const callOf = ({ _id }: StarMonthDocument, nowMs: number) => {
  return { by: clock, requestId: _id, nowMs };
};
