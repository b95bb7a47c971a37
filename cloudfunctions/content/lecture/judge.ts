import { isDeepStrictEqual } from 'node:util';
import type { Mark } from '../../../contract/content/lecture-shapes';
import type * as actions from '../../../contract/content/lectures';
import { isAmong } from '../../../domain/content/contest/lecture';
import type { Handler } from '../../_kit/serve';
import type { LectureDocument } from '../../_store/content/lecture-document';
import { lectures } from '../../_store/content/lectures';
import { settleJudging } from './settle';
import {
  countedMarks,
  isJudge,
  lectureStateOf,
  standingLectures,
  targetLectureContest,
  type LectureContest,
} from '../../_store/content/lecture-standing';
import { toLecture } from './to-shown';

/** One request beside that which found the contest. docs/rules.md#R-302 */
export const lecture: Handler<typeof actions.lecture> = async ({ contestId, lectureId }, ctx) => {
  const contest = await targetLectureContest(contestId);
  if (contest?.published == null) return ctx.fail('not-found');
  const { memberId } = ctx.caller;
  if (!judgesHere(contest, ctx.caller)) return ctx.fail('not-a-judge');
  const found = await lectures.byId(lectureId);
  if (found?.contestId !== contestId) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const { panel } = contest;
  const state = lectureStateOf(contest, panel, nowMs);
  const mine = found.marks.find(({ judgeId }) => judgeId === memberId);
  const aside = found.aside.find(({ judgeId }) => judgeId === memberId);
  const others = countedMarks(panel, found).filter(({ judgeId }) => judgeId !== memberId);
  return ctx.answer({
    nowMs,
    ...toLecture(found),
    name: found.name,
    state,
    judgeByMs: panel.judgeByMs,
    criteria: panel.criteria,
    isWithdrawn: standingLectures(contest, [found]).length === 0,
    aside: aside?.reason ?? null,
    mine: mine === undefined ? null : { atMs: mine.atMs, marks: mine.marks },
    others:
      state === 'judged'
        ? others.map(({ name, marks }) => ({ judgeName: name, marks: [...marks] }))
        : [],
  });
};

const judgesHere = (
  contest: LectureContest,
  caller: { readonly memberId: string; readonly branchId: string },
): boolean => contest.branchId === caller.branchId && isJudge(contest.panel, caller.memberId);

/** Kept by one conditional write; what came before the deadline counts. docs/rules.md#R-302 */
export const judgeLecture: Handler<typeof actions.judgeLecture> = async (input, ctx) => {
  const { contestId, lectureId, judgement } = input;
  const contest = await targetLectureContest(contestId);
  if (contest?.published == null) return ctx.fail('not-found');
  const { memberId: judgeId, name } = ctx.caller;
  const { panel, endAtMs } = contest;
  if (!judgesHere(contest, ctx.caller)) return ctx.fail('not-a-judge');
  if (judgement.kind === 'marks' && !areOf(contest, judgement.marks)) return ctx.fail('bad-marks');
  const nowMs = ctx.nowMs();
  const state = lectureStateOf(contest, panel, nowMs);
  if (state === 'called-off') return ctx.fail('contest-called-off');
  if (state !== 'judging' && state !== 'judged') return ctx.fail('not-yet', { endAtMs });
  const done = await lectures.change<
    'same' | 'not-found' | 'withdrawn' | 'judging-over' | 'stood-aside' | 'changed-meanwhile'
  >(lectureId, (stored) => {
    if (stored.contestId !== contestId) return 'not-found';
    if (isKept(stored, judgeId, judgement)) return 'same';
    if (standingLectures(contest, [stored]).length === 0) return 'withdrawn';
    if (state === 'judged') return 'judging-over';
    if (isAmong(stored.aside, judgeId)) return 'stood-aside';
    if (judgement.kind === 'stake') {
      return { aside: [...stored.aside, { judgeId, name, reason: judgement.reason, atMs: nowMs }] };
    }
    const before = stored.marks.find((marks) => marks.judgeId === judgeId);
    if (before?.atMs !== judgement.insteadOfAtMs) return 'changed-meanwhile';
    const others = stored.marks.filter((marks) => marks.judgeId !== judgeId);
    return { marks: [...others, { judgeId, name, marks: judgement.marks, atMs: nowMs }] };
  });
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused' && done.code !== 'same') {
    const hasMarks = isAmong(done.lecture.marks, judgeId);
    return ctx.fail(
      done.code,
      done.code === 'judging-over' ? { hasMarks: Number(hasMarks) } : undefined,
    );
  }
  const isJudged = await settleJudging(contestId, { requestId: ctx.requestId, nowMs });
  const kept = done.lecture.marks.find((marks) => marks.judgeId === judgeId);
  return ctx.answer({ atMs: kept?.atMs ?? nowMs, isJudged });
};

const areOf = ({ panel: { criteria } }: LectureContest, marks: readonly Mark[]): boolean =>
  marks.length === criteria.length &&
  criteria.every(({ criterionId, points }) =>
    marks.some((mark) => mark.criterionId === criterionId && mark.points <= points),
  );

/** A repetition whose answer got lost is no news. */
function isKept(
  { marks, aside }: LectureDocument,
  judgeId: string,
  judgement:
    | { readonly kind: 'marks'; readonly marks: readonly Mark[] }
    | { readonly kind: 'stake'; readonly reason: string },
): boolean {
  if (judgement.kind === 'stake') {
    return aside.some((each) => each.judgeId === judgeId && each.reason === judgement.reason);
  }
  const own = marks.find((each) => each.judgeId === judgeId);
  return (
    own !== undefined && !isAmong(aside, judgeId) && isDeepStrictEqual(own.marks, judgement.marks)
  );
}
