import { isAmong, lectureStateAt } from '../../../domain/content/contest/lecture';
import { standingOf, type ContestDocument, type Panel } from './contest-document';
import type { LectureDocument, Marks } from './lecture-document';
import { targetContests } from './contests';

export type LectureContest = ContestDocument & { readonly panel: Panel };

/** The contest of lectures that a call points at; null: there is none, or it is of another kind. */
export async function targetLectureContest(contestId: string): Promise<LectureContest | null> {
  const contest = await targetContests.read(contestId);
  return contest !== null && hasPanel(contest) ? contest : null;
}

export const hasPanel = (contest: ContestDocument): contest is LectureContest =>
  contest.panel !== undefined;

export const lectureStateOf = (contest: ContestDocument, panel: Panel, nowMs: number) =>
  lectureStateAt({ ...standingOf(contest), ...panel }, nowMs);

/** What a panel judges: neither withdrawn nor of somebody who judges. docs/rules.md#R-301 */
export function standingLectures(
  { panel: { judges } }: LectureContest,
  lectures: readonly LectureDocument[],
): readonly LectureDocument[] {
  return lectures.filter(
    ({ withdrawnAtMs, memberId }) =>
      withdrawnAtMs === null && judges.every((judge) => judge.memberId !== memberId),
  );
}

export const isJudge = ({ judges }: Panel, memberId: string): boolean =>
  judges.some((judge) => judge.memberId === memberId && judge.relieved === null);

/** The marks that count: of who is not relieved and has no stake. docs/rules.md#R-304 */
export const countedMarks = (panel: Panel, { marks, aside }: LectureDocument): readonly Marks[] =>
  marks.filter(({ judgeId }) => isJudge(panel, judgeId) && !isAmong(aside, judgeId));

/** As what is awaited is worked out of. */
export const toJudged = (lecture: LectureDocument) => {
  const { _id: lectureId, marks, aside } = lecture;
  return { lectureId, marks, aside };
};
