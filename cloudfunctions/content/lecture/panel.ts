import type * as writing from '../../../contract/content/lecture-writing';
import { isLecturePeriod, LECTURE_LIMITS } from '../../../domain/content/contest/lecture';
import {
  askJudges,
  askJudgesNoMore,
  lectureMessagesOf,
  tellLecturesOpen,
} from '../../_deliver/tell-of-lectures';
import type { Handler } from '../../_kit/serve';
import { deliveries } from '../../_store/delivery/deliveries';
import { contests } from '../../_store/content/contests';
import { lectures } from '../../_store/content/lectures';
import { members } from '../../_store/people/members';
import { settleJudging } from './settle';
import {
  hasPanel,
  isJudge,
  lectureStateOf,
  targetLectureContest,
} from '../../_store/content/lecture-standing';
import { missingOf } from './write';

/** One conditional write, then the messages; repeated, what is missing of it. docs/rules.md#R-300 */
export const publishLectureContest: Handler<typeof writing.publishLectureContest> = async (
  { contestId, revision },
  ctx,
) => {
  const target = await targetLectureContest(contestId);
  if (target === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const people = await members.ofBranch(target.branchId);
  const judgeIds = target.panel.judges.map(({ memberId }) => memberId);
  const missing = missingOf(judgeIds, people);
  if (target.step === 'draft' && missing !== undefined) {
    return ctx.fail('not-in-branch', { memberId: missing });
  }
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const published = { by, atMs: nowMs, seed: ctx.newId(), crews: [], asked: people.length };
  const done = await contests.change<
    'published' | 'contest-called-off' | 'changed-meanwhile' | 'bad-window'
  >(contestId, (contest) => {
    if (contest.step === 'published') return 'published';
    if (contest.step !== 'draft') return 'contest-called-off';
    if (contest.revision !== revision || !hasPanel(contest)) return 'changed-meanwhile';
    const { startAtMs, endAtMs, panel } = contest;
    const isGood = isLecturePeriod({ startAtMs, endAtMs, judgeByMs: panel.judgeByMs }, nowMs);
    return isGood && startAtMs >= nowMs ? { step: 'published', published } : 'bad-window';
  });
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused' && done.code !== 'published') return ctx.fail(done.code);
  const { contest } = done;
  if (hasPanel(contest) && nowMs < contest.endAtMs) {
    await tellLecturesOpen(contest, people, { requestId: ctx.requestId, nowMs });
    // Called off while people were told: nobody may stay asked.
    const now = await contests.byId(contestId);
    if (now?.step !== 'published') {
      await deliveries.cancelEach(lectureMessagesOf(contest), nowMs);
    }
  }
  return ctx.answer({ told: contest.published?.asked ?? people.length });
};

/** One conditional write, then who judges instead is asked; repeated, what is missing of it. docs/rules.md#R-304 */
export const relieveJudge: Handler<typeof writing.relieveJudge> = async (input, ctx) => {
  const { contestId, judgeId, reason, insteadId } = input;
  const target = await targetLectureContest(contestId);
  if (target === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const [people, entered] = await Promise.all([
    members.ofBranch(target.branchId),
    lectures.ofContest(contestId),
  ]);
  const instead = people.find(({ _id }) => _id === insteadId);
  if (insteadId !== null && instead === undefined) return ctx.fail('not-in-branch');
  const hasEntered = entered.some(
    ({ memberId, withdrawnAtMs }) => memberId === insteadId && withdrawnAtMs === null,
  );
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const done = await contests.change<
    | 'done'
    | 'not-a-judge'
    | 'already-relieved'
    | 'contest-over'
    | 'too-few-judges'
    | 'judges-already'
    | 'has-entered'
  >(contestId, ({ panel, ...contest }) => {
    const judge = panel?.judges.find(({ memberId }) => memberId === judgeId);
    if (panel === undefined || judge === undefined) return 'not-a-judge';
    if (judge.relieved !== null) {
      const isSame = judge.relieved.reason === reason && judge.relieved.insteadId === insteadId;
      return isSame ? 'done' : 'already-relieved';
    }
    const state = lectureStateOf(contest, panel, nowMs);
    if (state !== 'coming' && state !== 'entering' && state !== 'judging') return 'contest-over';
    if (panel.judges.some(({ memberId }) => memberId === insteadId)) return 'judges-already';
    if (hasEntered) return 'has-entered';
    const left = panel.judges.filter(({ relieved }) => relieved === null).length;
    if (insteadId === null && left <= LECTURE_LIMITS.judges.least) return 'too-few-judges';
    const judges = panel.judges.map((each) =>
      each === judge ? { ...each, relieved: { by, atMs: nowMs, reason, insteadId } } : each,
    );
    const added =
      instead === undefined ? [] : [{ memberId: instead._id, name: instead.name, relieved: null }];
    return { panel: { ...panel, judges: [...judges, ...added] } };
  });
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused' && done.code !== 'done') return ctx.fail(done.code);
  const { contest } = done;
  const call = { requestId: ctx.requestId, nowMs };
  await askJudgesNoMore(contestId, [judgeId], nowMs);
  const isAsked =
    instead !== undefined &&
    hasPanel(contest) &&
    isJudge(contest.panel, instead._id) &&
    entered.some(({ withdrawnAtMs }) => withdrawnAtMs === null);
  if (isAsked) await askJudges(contest, [instead], call);
  await settleJudging(contestId, call);
  return ctx.answer({});
};
