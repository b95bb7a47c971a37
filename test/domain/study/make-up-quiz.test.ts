import {
  faultOfContent,
  isAnswerRight,
  isQuizDone,
  type Question,
} from '../../../domain/study/make-up-quiz';

const options = (...right: boolean[]) =>
  right.map((isRight, index) => ({ optionId: `o${index + 1}`, isRight }));
const aQuestion = (question: Partial<Question> = {}): Question => ({
  questionId: 'q1',
  kind: 'single',
  options: options(true, false, false),
  ...question,
});
const content = (...questions: Question[]) => ({ pieces: [{ pieceId: 'p1' }], questions });

test.each<{ question: Question; fault: string | undefined }>([
  { question: aQuestion(), fault: undefined },
  { question: aQuestion({ options: options(false, false) }), fault: 'no-right-option' },
  { question: aQuestion({ options: options(true, true) }), fault: 'several-right' },
  { question: aQuestion({ kind: 'several', options: options(true, true) }), fault: undefined },
  { question: aQuestion({ kind: 'several', options: options(true, false) }), fault: undefined },
  { question: aQuestion({ kind: 'true-false' }), fault: 'two-options-only' },
  { question: aQuestion({ kind: 'true-false', options: options(true, false) }), fault: undefined },
  { question: aQuestion({ options: [...options(true), ...options(false)] }), fault: 'same-id' },
  { question: aQuestion({ questionId: 'p1' }), fault: 'same-id' },
])('$question → $fault', ({ question, fault }) => {
  const found = faultOfContent(content(question));
  expect(found?.fault).toBe(fault);
  if (fault !== undefined) expect(found?.id).toBe(question.questionId);
});

test('several questions of one id are none', () => {
  expect(faultOfContent(content(aQuestion(), aQuestion()))).toEqual({ id: 'q1', fault: 'same-id' });
});

test('an answer is right when exactly the right options were chosen, in any order', () => {
  const several = aQuestion({ kind: 'several', options: options(true, false, true) });
  expect(isAnswerRight(several, ['o3', 'o1'])).toBe(true);
  expect(isAnswerRight(several, ['o1'])).toBe(false);
  expect(isAnswerRight(several, ['o1', 'o2', 'o3'])).toBe(false);
  expect(isAnswerRight(aQuestion(), ['another'])).toBe(false);
});

test('a quiz is done with its last right answer, however the questions changed', () => {
  const both = [{ questionId: 'q1' }, { questionId: 'q2' }];
  expect(isQuizDone(both, ['q1'])).toBe(false);
  expect(isQuizDone(both, ['q2', 'gone', 'q1'])).toBe(true);
  expect(isQuizDone([], [])).toBe(false);
});
