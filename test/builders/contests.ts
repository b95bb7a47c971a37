import { inBank, type BankQuestion } from '../../cloudfunctions/_store/content/bank-questions';
import type {
  ContestDocument,
  ContestEntry,
  StoredQuestion,
} from '../../cloudfunctions/_store/content/contest-document';
import { entryIdOf } from '../../cloudfunctions/_store/content/contest-entries';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Whose first option is right. */
export function aQuestion(questionId: string, question: Partial<StoredQuestion> = {}) {
  return {
    questionId,
    kind: 'single',
    text: `what of ${questionId}`,
    options: ['right', 'wrong', 'other'].map((optionId) => ({
      optionId,
      text: optionId,
      isRight: optionId === 'right',
    })),
    why: `because of ${questionId}`,
    ...question,
  } satisfies StoredQuestion;
}

const by = { memberId: 'somebody', name: 'Somebody' };

/** As the bank of a branch has it. */
export const aBankQuestion = (branchId: string, words: string): BankQuestion =>
  inBank(branchId, aQuestion('in-bank', { text: words }), by, TEST_START_MS);

/** Runs since an hour, for a day. */
export function aContest(
  contestId: string,
  branchId: string,
  contest: Partial<ContestDocument> = {},
): ContestDocument {
  return {
    _id: contestId,
    branchId,
    step: 'published',
    title: 'ten questions',
    round: 1,
    startAtMs: TEST_START_MS - MS_PER_HOUR,
    endAtMs: TEST_START_MS + 23 * MS_PER_HOUR,
    questions: [aQuestion('q1'), aQuestion('q2')],
    createdBy: by,
    createdAtMs: TEST_START_MS - 2 * MS_PER_HOUR,
    published: { by, atMs: TEST_START_MS - 2 * MS_PER_HOUR, seed: '5f0c', crews: [], asked: 9 },
    calledOff: null,
    revision: 1,
    schemaVersion: 1,
    ...contest,
  };
}

/** Handed in, the first question right. */
export function anEntry(
  contestId: string,
  memberId: string,
  entry: Partial<ContestEntry> = {},
): ContestEntry {
  return {
    _id: entryIdOf(contestId, memberId),
    contestId,
    memberId,
    name: memberId,
    answers: [{ questionId: 'q1', chosen: ['right'], atMs: TEST_START_MS }],
    handedInAtMs: TEST_START_MS,
    isShared: false,
    revision: 1,
    schemaVersion: 1,
    ...entry,
  };
}
