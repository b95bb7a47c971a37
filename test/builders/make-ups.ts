import type { MakeUp } from '../../cloudfunctions/_store/study/attendance-document';
import type { MakeUpContentDocument } from '../../cloudfunctions/_store/study/make-up-contents';
import type { MakeUpContent } from '../../contract/study/make-up-shapes';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { TEST_START_MS } from '../worlds/test-cloud';

/** Two pieces and two questions; of both the first option is right. */
export function someContent(content: Partial<MakeUpContent> = {}): MakeUpContent {
  return {
    pieces: [
      { kind: 'text', pieceId: 'piece-1', title: 'before', minutes: 4, text: 'look around' },
      {
        kind: 'link',
        pieceId: 'piece-2',
        title: 'after',
        minutes: 5,
        url: 'https://example.com/a',
      },
    ],
    questions: [aQuestion('question-1'), aQuestion('question-2')],
    ...content,
  };
}

export function aQuestion(
  questionId: string,
  question: Partial<MakeUpContent['questions'][number]> = {},
): MakeUpContent['questions'][number] {
  return {
    questionId,
    kind: 'single',
    text: `text of ${questionId}`,
    options: [
      { optionId: 'option-1', text: 'stop', isRight: true },
      { optionId: 'option-2', text: 'go on', isRight: false },
    ],
    why: 'nobody may leave',
    ...question,
  };
}

export function aStoredContent(
  studyId: string,
  branchId: string,
  content: MakeUpContent = someContent(),
): MakeUpContentDocument {
  return {
    _id: studyId,
    branchId,
    ...content,
    revision: 1,
    savedBy: { memberId: 'somebody', name: 'Somebody' },
    savedAtMs: TEST_START_MS,
    lastRequestId: 'earlier',
    schemaVersion: 1,
  };
}

/** Open from TEST_START_MS for three days. */
export function aMakeUp(makeUp: Partial<MakeUp> = {}): MakeUp {
  return {
    cause: 'on-duty',
    openedAtMs: TEST_START_MS,
    startsAtMs: TEST_START_MS,
    untilAtMs: TEST_START_MS + 3 * MS_PER_DAY,
    right: [],
    ...makeUp,
  };
}
