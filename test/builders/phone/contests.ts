import { TEST_START_MS } from '../../worlds/test-cloud';
import type { Contest } from '../../../miniprogram/packages/contest/contest/contest.view';
import { MS_PER_HOUR } from '../../../domain/time/local-day';

const QUESTIONS = ['one', 'two'].map((questionId) => ({
  questionId,
  kind: 'single' as const,
  text: `问 ${questionId}`,
  options: ['a', 'b'].map((optionId) => ({ optionId, text: `选 ${optionId}` })),
}));

/** As an answer names a contest that runs and in which its reader has answered nothing. */
export function aShownContest(contest: Partial<Contest> = {}): Contest {
  return {
    nowMs: TEST_START_MS,
    contestId: 'contest',
    branchId: 'branch',
    title: '安规十问',
    round: 1,
    state: 'running',
    startAtMs: TEST_START_MS - MS_PER_HOUR,
    endAtMs: TEST_START_MS + 5 * MS_PER_HOUR,
    byName: '方一舟',
    calledOff: null,
    canWrite: false,
    mayAnswer: true,
    crews: [
      { crewId: 'one', crewName: '一值', people: 7, awakeMinutes: 2430 },
      { crewId: 'two', crewName: '二值', people: 6, awakeMinutes: 2430 },
      { crewId: null, crewName: null, people: 1, awakeMinutes: 4000 },
    ],
    seed: '5f0c',
    memberId: 'me',
    questionCount: 2,
    questions: QUESTIONS,
    answers: [],
    result: null,
    taking: { asked: 14, took: 0, people: [], figures: null },
    ...contest,
  };
}
