import type * as actions from '../../../contract/content/lectures';
import { CONTEST_WRITERS, holdsOneOf } from '../../../contract/roles';
import { isAmong } from '../../../domain/content/contest/lecture';
import { ownOrder } from '../../../domain/content/contest/own-order';
import type { Handler } from '../../_kit/serve';
import type { LectureDocument } from '../../_store/content/lecture-document';
import { lectures } from '../../_store/content/lectures';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import {
  countedMarks,
  isJudge,
  lectureStateOf,
  standingLectures,
  targetLectureContest,
  type LectureContest,
} from '../../_store/content/lecture-standing';
import { resultsOf, toLecture } from './to-shown';

const names = new Intl.Collator('zh-CN');

/** Two requests beside that which found it. docs/rules.md#R-300 */
export const lectureContest: Handler<typeof actions.lectureContest> = async (
  { contestId },
  ctx,
) => {
  const { memberId, branchId, roles } = ctx.caller;
  const contest = await targetLectureContest(contestId);
  const canWrite = holdsOneOf(roles, CONTEST_WRITERS);
  if (contest === null || (contest.published === null && !canWrite)) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const [entered, people] = await Promise.all([
    lectures.ofContest(contestId),
    members.ofBranch(contest.branchId),
  ]);
  const { panel, calledOff } = contest;
  const state = lectureStateOf(contest, panel, nowMs);
  const standing = standingLectures(contest, entered);
  const isHere = (id: string) => people.some(({ _id }) => _id === id);
  const isOpen = state === 'coming' || state === 'entering' || state === 'judging';
  const judges = isJudge(panel, memberId) && contest.branchId === branchId;
  return ctx.answer({
    nowMs,
    contestId,
    branchId: contest.branchId,
    title: contest.title,
    state,
    startAtMs: contest.startAtMs,
    endAtMs: contest.endAtMs,
    judgeByMs: panel.judgeByMs,
    byName: (contest.published?.by ?? contest.createdBy).name,
    calledOff: calledOff && { byName: calledOff.by.name, reason: calledOff.reason },
    canWrite,
    mayEnter:
      contest.branchId === branchId && panel.judges.every((judge) => judge.memberId !== memberId),
    criteria: panel.criteria,
    awards: panel.awards,
    tieCriterionId: panel.tieCriterionId,
    judges: panel.judges.map((judge) => ({
      memberId: judge.memberId,
      name: judge.name,
      relieved: judge.relieved?.reason ?? null,
      hasLeft: !isHere(judge.memberId),
    })),
    marked: markedOf(contest, standing, isHere),
    entered: standing.length,
    people: peopleOf(contest, standing, state, isHere),
    mine: mineOf(contest, entered, standing, state, memberId),
    toJudge:
      judges && (state === 'judging' || state === 'judged')
        ? toJudgeOf(contest, standing, memberId)
        : null,
    instead: canWrite && isOpen ? insteadOf(contest, standing, people) : [],
  });
};

type State = ReturnType<typeof lectureStateOf>;

/** Of those who still judge, without what they have a stake in. */
function markedOf(
  { panel }: LectureContest,
  standing: readonly LectureDocument[],
  isHere: (memberId: string) => boolean,
) {
  const pairs = standing.flatMap(({ marks, aside }) =>
    panel.judges
      .filter((judge) => judge.relieved === null && !isAmong(aside, judge.memberId))
      .map(({ memberId }) => ({ memberId, isDone: isAmong(marks, memberId) }))
      .filter(({ memberId, isDone }) => isDone || isHere(memberId)),
  );
  return { done: pairs.filter(({ isDone }) => isDone).length, of: pairs.length };
}

/** From the end of entries on; who has left could take nothing back. docs/rules.md#R-305 */
function peopleOf(
  contest: LectureContest,
  standing: readonly LectureDocument[],
  state: State,
  isHere: (memberId: string) => boolean,
) {
  if (state !== 'judging' && state !== 'judged') return [];
  const { awards } = resultsOf(contest, standing);
  return standing
    .map(({ _id, memberId, name, title, isShared }) => {
      const isTold = state === 'judged' && isShared && isHere(memberId);
      return {
        name,
        title: isTold ? title : null,
        award: isTold ? (awards.get(_id) ?? null) : null,
      };
    })
    .sort((a, b) => names.compare(a.name, b.name));
}

function mineOf(
  contest: LectureContest,
  entered: readonly LectureDocument[],
  standing: readonly LectureDocument[],
  state: State,
  memberId: string,
) {
  const own = entered.find((each) => each.memberId === memberId);
  if (own === undefined) return null;
  const results = resultsOf(contest, standing);
  const hasResult = state === 'judged' && standing.includes(own);
  const score = results.scoreOf(own);
  return {
    ...toLecture(own),
    revision: own.revision,
    isWithdrawn: own.withdrawnAtMs !== null,
    isShared: own.isShared,
    result: hasResult
      ? {
          score: score && { total: score.total, byCriterion: [...score.byCriterion] },
          award: results.awards.get(own._id) ?? null,
          judgements: countedMarks(contest.panel, own).map(({ name, marks }) => ({
            judgeName: name,
            marks: [...marks],
          })),
        }
      : null,
  };
}

/** Each judge in an order of their own: nobody is always the first to be marked. docs/rules.md#R-253 */
function toJudgeOf(
  { published }: LectureContest,
  standing: readonly LectureDocument[],
  memberId: string,
) {
  const by = { seed: published?.seed ?? '', memberId };
  return ownOrder(standing, ({ _id }) => _id, by).map(({ _id, name, title, marks, aside }) => ({
    lectureId: _id,
    name,
    title,
    mine: isAmong(aside, memberId)
      ? ('aside' as const)
      : isAmong(marks, memberId)
        ? ('marked' as const)
        : ('to-mark' as const),
  }));
}

const insteadOf = (
  { panel }: LectureContest,
  standing: readonly LectureDocument[],
  people: readonly Member[],
) =>
  people
    .filter(
      ({ _id }) =>
        panel.judges.every(({ memberId }) => memberId !== _id) &&
        standing.every(({ memberId }) => memberId !== _id),
    )
    .map(({ _id, name }) => ({ memberId: _id, name }));
