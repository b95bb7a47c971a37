import type { lectureActions } from '../../../../contract/content/lectures';
import type { lectureWritingActions } from '../../../../contract/content/lecture-writing';
import { MS_PER_DAY } from '../../../../domain/time/local-day';
import { aPanel } from '../../../builders/lectures';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import type { InputsOf } from './inputs-of';

const { criteria, awards } = aPanel([]);

/** Of contests of lectures. */
export const goodLectureInputs: InputsOf<typeof lectureActions & typeof lectureWritingActions> = {
  lectureContest: ({ judgingId }) => ({ contestId: judgingId }),
  lecture: ({ judgingId, lectureId }) => ({ contestId: judgingId, lectureId }),
  enterLecture: ({ lecturesId }) => ({
    contestId: lecturesId,
    revision: 1,
    lecture: {
      title: 'another',
      outline: 'four points',
      minutes: 20,
      source: { kind: 'link', url: 'https://mp.weixin.qq.com/s/one' },
    },
  }),
  withdrawLecture: ({ lecturesId }) => ({ contestId: lecturesId }),
  shareLecture: ({ lecturesId }) => ({ contestId: lecturesId, isShared: true }),
  judgeLecture: ({ judgingId, lectureId }) => ({
    contestId: judgingId,
    lectureId,
    judgement: {
      kind: 'marks',
      marks: criteria.map(({ criterionId }) => ({ criterionId, points: 30, reason: 'clear' })),
    },
  }),
  lectureForm: ({ branchId, lectureDraftId }) => ({ branchId, contestId: lectureDraftId }),
  saveLectureContest: ({ branchId, number, target, unbound, onLeave }) => ({
    branchId,
    contestId: `lectures-new-${number}`,
    revision: 0,
    draft: {
      title: 'lectures of ours',
      startAtMs: TEST_START_MS + MS_PER_DAY,
      endAtMs: TEST_START_MS + 2 * MS_PER_DAY,
      judgeByMs: TEST_START_MS + 3 * MS_PER_DAY,
      criteria: [...criteria],
      awards: [...awards],
      tieCriterionId: 'content',
      judgeIds: [target._id, unbound._id, onLeave._id],
    },
  }),
  publishLectureContest: ({ lectureDraftId }) => ({ contestId: lectureDraftId, revision: 0 }),
  relieveJudge: ({ judgingId, unbound }) => ({
    contestId: judgingId,
    judgeId: unbound._id,
    reason: 'is ill',
    insteadId: null,
  }),
};
