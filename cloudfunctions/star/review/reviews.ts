import type * as actions from '../../../contract/star/reviews';
import {
  checkThird,
  gradesFromMs,
  needsReason,
  yearPermille,
} from '../../../domain/star/assessment/grades';
import { permilleOf } from '../../../domain/star/assessment/sheet';
import { dayOfInstant } from '../../../domain/time/local-day';
import { tellOfGrade } from '../../_deliver/tell-of-grade';
import type { Handler } from '../../_kit/serve';
import { crewIdOn, isEntitled } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { sheets, type YearSums } from '../../_store/star/sheets';
import { MOST_GRADES, yearlyReviews, type StoredGrade } from '../../_store/star/yearly-reviews';

/** Those that count: assessed, and with something that could be earned. */
const countedOf = (months: YearSums['months']) =>
  months.filter(({ setApart, possibleTenths }) => setApart === null && possibleTenths > 0);

function toGiven(given: readonly StoredGrade[]) {
  const last = given.at(-1);
  if (last === undefined) return null;
  const { gradeId, grade, reason, by, atMs } = last;
  return { gradeId, grade, reason, byName: by.name, atMs };
}

/** Three requests, whatever the year contained. */
export const yearlyReview: Handler<typeof actions.yearlyReview> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const { year } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  const [organisation, people] = await Promise.all([
    organisationOnHotPath([]),
    members.ofBranch(branchId),
  ]);
  const ids = people.map(({ _id }) => _id);
  const [sums, reviews] = await Promise.all([
    sheets.sumsOfYear(ids, year),
    yearlyReviews.ofAll(year, ids),
  ]);
  const crews = organisation.crews.map(({ crewId }) => crewId);
  const today = dayOfInstant(nowMs);
  const placeOf = (crewId: string | null) => {
    const at = crewId === null ? -1 : crews.indexOf(crewId);
    return at === -1 ? crews.length : at;
  };
  const rows = people
    .map((member) => ({ member, crewId: crewIdOn(member, today) }))
    .sort(
      (a, b) =>
        placeOf(a.crewId) - placeOf(b.crewId) || a.member.name.localeCompare(b.member.name, 'zh'),
    )
    .map(({ member, crewId }) => {
      const months = sums.find(({ memberId }) => memberId === member._id)?.months ?? [];
      const counted = countedOf(months);
      const review = reviews.find(({ memberId }) => memberId === member._id);
      return {
        memberId: member._id,
        name: member.name,
        crewName: organisation.crewName(crewId),
        isReviewed: isEntitled(member),
        permille: yearPermille(counted),
        months: counted.length,
        apart: months.filter(({ setApart }) => setApart !== null).length,
        given: toGiven(review?.given ?? []),
      };
    });
  const reviewed = rows.filter(({ isReviewed }) => isReviewed);
  const third = checkThird(reviewed.map(({ given }) => given?.grade ?? null));
  const branchName = organisation.branchName(branchId);
  return ctx.answer({ nowMs, branchName, year, rows, third });
};

export const giveGrade: Handler<typeof actions.giveGrade> = async (input, ctx) => {
  const { memberId, year, gradeId, grade, reason, over } = input;
  const nowMs = ctx.nowMs();
  if (memberId === ctx.caller.memberId) return ctx.fail('own-grade');
  const fromAtMs = gradesFromMs(year);
  if (nowMs < fromAtMs) return ctx.fail('too-early', { fromAtMs });
  const member = await members.byId(memberId);
  if (member === null) return ctx.fail('not-found');
  if (member.leftDay !== null || !isEntitled(member)) return ctx.fail('not-reviewed');
  if (needsReason(grade) && reason === null) return ctx.fail('reason-missing');
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const { branchId } = member;
  const written = await yearlyReviews.give({ year, memberId, branchId }, (given) => {
    const mine = given.find((each) => each.gradeId === gradeId);
    if (mine !== undefined) {
      return mine.grade === grade && mine.reason === reason ? 'done' : 'changed-meanwhile';
    }
    if ((given.at(-1)?.gradeId ?? null) !== over) return 'changed-meanwhile';
    if (given.length >= MOST_GRADES) return 'too-often';
    return { gradeId, grade, reason, by, atMs: nowMs };
  });
  if (written === 'changed-meanwhile' || written === 'too-often') return ctx.fail(written);
  const stored = written === 'done' ? { gradeId, grade, reason, by, atMs: nowMs } : written;
  await tellOfGrade(member, year, stored, ctx.requestId);
  return ctx.answer({ atMs: stored.atMs });
};

export const myReview: Handler<typeof actions.myReview> = async ({ year }, ctx) => {
  const nowMs = ctx.nowMs();
  const { memberId } = ctx.caller;
  const [[sums], review] = await Promise.all([
    sheets.sumsOfYear([memberId], year),
    yearlyReviews.of(year, memberId),
  ]);
  const months = sums?.months ?? [];
  return ctx.answer({
    nowMs,
    year,
    months: months.map(({ month, setApart, answersUntilMs, ...sum }) => ({
      month,
      permille: setApart === null ? permilleOf(sum) : null,
      setApart,
      isFinal: nowMs >= answersUntilMs,
    })),
    permille: yearPermille(countedOf(months)),
    given: toGiven(review?.given ?? []),
  });
};
