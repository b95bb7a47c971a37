import { OFFICERS } from '../../../contract/roles';
import type { Owed } from '../../_deliver/tell-owed-star';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { outcomePage } from '../../_deliver/tell-of-star';
import type { StarMonthDocument } from '../../_store/star/star-month-document';

type Month = Pick<StarMonthDocument, 'branchId' | 'month'>;
type Decided = Month & Pick<StarMonthDocument, 'decision' | 'stars' | 'publicUntilAtMs'>;
type Objection = StarMonthDocument['objections'][number];

const pageOf = ({ branchId, month }: Month) => outcomePage(branchId, month);

/** What the committee has decided; said once for each decision. */
export function ofDecision({ publicUntilAtMs, ...star }: Decided): Owed {
  const { branchId, month, decision, stars } = star;
  const isPublic = publicUntilAtMs !== null;
  const names = stars.map(({ name }) => name);
  return {
    to: { kind: 'branch' },
    parts: ['decided', branchId, month, decision?.atMs ?? 0],
    title: isPublic ? starNoticeText.public(month, names) : starNoticeText.notAccepted(month),
    body: isPublic
      ? starNoticeText.publicBody(publicUntilAtMs)
      : starNoticeText.notAcceptedBody(decision?.reason ?? ''),
    page: pageOf(star),
    deadlineAtMs: publicUntilAtMs,
  };
}

export const ofEnd = (star: Month, reason: string): Owed => ({
  to: { kind: 'branch' },
  parts: ['ended', star.branchId, star.month],
  title: starNoticeText.notAccepted(star.month),
  body: starNoticeText.endedBody(reason),
  page: pageOf(star),
  deadlineAtMs: null,
});

/** To those who may answer it. */
export const ofObjection = (star: Month, { objectionId, by, text }: Objection): Owed => ({
  to: { kind: 'whose-step', offices: [...OFFICERS] },
  parts: ['objected', objectionId, star.branchId, star.month],
  title: starNoticeText.objected(by.name, star.month),
  body: text,
  page: pageOf(star),
  deadlineAtMs: null,
});

/** To whoever objected; where the notice is taken back by it, to the branch too. */
export function ofAnswer(star: Month, { objectionId, by, answer }: Objection): readonly Owed[] {
  if (answer === null) return [];
  const { branchId, month } = star;
  const toThem: Owed = {
    to: { kind: 'some', memberIds: [by.memberId] },
    parts: ['objection-answered', objectionId],
    title: starNoticeText.objectionAnswered(answer.isUpheld),
    body: answer.text,
    page: pageOf(star),
    deadlineAtMs: null,
  };
  if (answer.tookBack !== true) return [toThem];
  const toAll: Owed = {
    to: { kind: 'branch' },
    parts: ['taken-back', branchId, month, objectionId],
    title: starNoticeText.takenBack(month),
    body: starNoticeText.takenBackBody,
    page: pageOf(star),
    deadlineAtMs: null,
  };
  return [toThem, toAll];
}
