import { isAllMarked, toMarkOf } from '../../../domain/content/contest/lecture';
import { askJudgesNoMore, tellJudged } from '../../_deliver/tell-of-lectures';
import { contests } from '../../_store/content/contests';
import { lectures } from '../../_store/content/lectures';
import { members } from '../../_store/people/members';
import {
  hasPanel,
  isJudge,
  lectureStateOf,
  standingLectures,
  toJudged,
} from '../../_store/content/lecture-standing';

interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

/**
 * After a mark, a stake, a withdrawal or a change of the panel: who has nothing left to mark is asked no
 * more, and when nothing is awaited of those who still judge, it is judged. Whether it is; repeated, it
 * does what is missing. docs/rules.md#R-302
 */
export async function settleJudging(contestId: string, call: Call): Promise<boolean> {
  const [contest, entered] = await Promise.all([
    contests.byId(contestId),
    lectures.ofContest(contestId),
  ]);
  if (contest === null || !hasPanel(contest)) return false;
  const { nowMs } = call;
  const { panel, branchId } = contest;
  const standing = standingLectures(contest, entered).map(toJudged);
  const judging = panel.judges.filter(({ memberId }) => isJudge(panel, memberId));
  await askJudgesNoMore(
    contestId,
    judging.flatMap(({ memberId }) => (toMarkOf(memberId, standing).length === 0 ? memberId : [])),
    nowMs,
  );
  if (panel.judgedAtMs !== null) {
    // Cut off before everybody was told.
    await tellJudged(contest, panel.judgedAtMs, await members.ofBranch(branchId), call);
    return true;
  }
  const state = lectureStateOf(contest, panel, nowMs);
  if (state !== 'judging') return state === 'judged';
  const people = await members.ofBranch(branchId);
  // Who has left the branch is not waited for. docs/rules.md#R-304
  const here = judging.flatMap(({ memberId }) =>
    people.some(({ _id }) => _id === memberId) ? memberId : [],
  );
  if (!isAllMarked(here, standing)) return false;
  const done = await contests.change<'as-it-is'>(contestId, (now) =>
    now.panel === undefined || now.panel.judgedAtMs !== null || now.step !== 'published'
      ? 'as-it-is'
      : { panel: { ...now.panel, judgedAtMs: nowMs } },
  );
  if (done.kind === 'missing' || !hasPanel(done.contest)) return false;
  const { judgedAtMs } = done.contest.panel;
  if (judgedAtMs === null) return false;
  await tellJudged(done.contest, judgedAtMs, people, call);
  return true;
}
