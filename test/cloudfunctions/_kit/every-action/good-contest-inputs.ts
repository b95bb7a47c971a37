import type { contestTakingActions } from '../../../../contract/content/contest';
import type { questionBankActions } from '../../../../contract/content/question-bank';
import type { contestWritingActions } from '../../../../contract/content/contest-writing';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { planIdOf } from '../../../../cloudfunctions/content/contest/read-list';
import { aQuestion } from '../../../builders/contests';
import { aTextSheet } from '../../../builders/sheets';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import type { InputsOf } from './inputs-of';

const QUESTION_LIST = Buffer.from(
  aTextSheet([
    ['题目', '选项A', '选项B', '答案', '解析'],
    ['what now', 'stop', 'go on', 'A', 'nobody watches'],
  ]),
).toString('base64');

/** Of contests. */
export const goodContestInputs: InputsOf<
  typeof contestTakingActions & typeof contestWritingActions & typeof questionBankActions
> = {
  contests: ({ branchId }) => ({ branchId, cursor: '1_contest' }),
  contest: ({ contestId }) => ({ contestId }),
  answerContest: ({ contestId }) => ({
    contestId,
    answers: [{ questionId: 'q1', chosen: ['right'], atMs: TEST_START_MS }],
    isHandedIn: true,
  }),
  shareContestResult: ({ contestId }) => ({ contestId, isShared: true }),
  contestForm: ({ contestDraftId }) => ({ contestId: contestDraftId }),
  saveContest: ({ branchId, number }) => ({
    branchId,
    contestId: `new-${number}`,
    revision: 0,
    draft: {
      title: 'three questions',
      round: 2,
      startAtMs: TEST_START_MS + MS_PER_DAY,
      endAtMs: TEST_START_MS + 2 * MS_PER_DAY,
      questions: [aQuestion('q1')],
    },
  }),
  publishContest: ({ contestDraftId }) => ({ contestId: contestDraftId, revision: 0 }),
  callOffContest: ({ contestId }) => ({ contestId, reason: 'a question was wrong' }),
  contestWindow: ({ branchId }) => ({
    branchId,
    ask: { kind: 'find', fromDay: localDay('2025-03-06'), days: 2, hours: 24 },
  }),
  questionBank: ({ branchId }) => ({ branchId, cursor: '1_question' }),
  checkQuestions: ({ branchId }) => ({ branchId, content: QUESTION_LIST }),
  importQuestions: ({ branchId }) => ({
    branchId,
    content: QUESTION_LIST,
    planId: planIdOf(branchId, [
      {
        line: 2,
        kind: 'single',
        text: 'what now',
        options: ['stop', 'go on'].map((text, at) => ({ text, isRight: at === 0 })),
        why: 'nobody watches',
      },
    ]),
  }),
  dropQuestion: ({ branchId }) => ({ branchId, questionId: 'question' }),
};
