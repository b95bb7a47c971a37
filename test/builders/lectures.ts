import type { ContestDocument, Panel } from '../../cloudfunctions/_store/content/contest-document';
import type { LectureDocument } from '../../cloudfunctions/_store/content/lecture-document';
import { lectureIdOf } from '../../cloudfunctions/_store/content/lectures';
import { MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';
import { aContest } from './contests';

const CRITERIA = [
  { criterionId: 'content', title: 'content', text: 'what is said', points: 60 },
  { criterionId: 'telling', title: 'telling', text: 'how it is said', points: 40 },
];

export function aPanel(judgeIds: readonly string[], panel: Partial<Panel> = {}): Panel {
  return {
    criteria: CRITERIA,
    awards: [{ name: 'first', places: 1 }],
    tieCriterionId: null,
    judges: judgeIds.map((memberId) => ({ memberId, name: memberId, relieved: null })),
    judgeByMs: TEST_START_MS + 2 * MS_PER_DAY,
    judgedAtMs: null,
    ...panel,
  };
}

/** Takes lectures in since an hour, for a day, and is judged for another. */
export function aLectureContest(
  contestId: string,
  branchId: string,
  judgeIds: readonly string[],
  contest: Partial<ContestDocument> = {},
): ContestDocument {
  return aContest(contestId, branchId, {
    title: 'lectures',
    questions: [],
    panel: aPanel(judgeIds),
    ...contest,
  });
}

/** Of who is judged now: entries have ended an hour ago. */
export const judgedNow = {
  startAtMs: TEST_START_MS - MS_PER_DAY,
  endAtMs: TEST_START_MS - MS_PER_HOUR,
};

export function aLecture(
  contestId: string,
  memberId: string,
  lecture: Partial<LectureDocument> = {},
): LectureDocument {
  return {
    _id: lectureIdOf(contestId, memberId),
    contestId,
    memberId,
    name: memberId,
    title: `of ${memberId}`,
    outline: 'three points',
    minutes: 15,
    source: null,
    writtenAtMs: TEST_START_MS - MS_PER_HOUR,
    withdrawnAtMs: null,
    isShared: false,
    marks: [],
    aside: [],
    revision: 1,
    schemaVersion: 1,
    ...lecture,
  };
}
