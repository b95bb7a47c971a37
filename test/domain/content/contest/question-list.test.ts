import {
  questionKey,
  readQuestions,
  type QuestionLine,
} from '../../../../domain/content/contest/question-list';

const LIMITS = { text: 10, option: 5, why: 8 };
const WORDS = { yes: 'yes', no: 'no' };
const line = (rest: Partial<QuestionLine> = {}): QuestionLine => ({
  line: 2,
  kind: undefined,
  text: 'what',
  options: ['a', 'b', '', ''],
  right: [0],
  why: 'why',
  ...rest,
});
const read = (...lines: QuestionLine[]) => readQuestions(lines, LIMITS, WORDS);

test.each([
  ['one right answer is single', {}, 'single', [true, false]],
  ['more are several', { right: [0, 1] }, 'several', [true, true]],
  ['one of several may be right', { kind: 'several' as const }, 'several', [true, false]],
  [
    'true or false needs no options',
    { kind: 'true-false' as const, options: [], right: [1] },
    'true-false',
    [false, true],
  ],
])('%s', (_, rest, kind, right) => {
  const { questions, problems } = read(line(rest));
  expect(problems).toEqual([]);
  expect(questions[0]?.kind).toBe(kind);
  expect(questions[0]?.options.map(({ isRight }) => isRight)).toEqual(right);
});

test.each([
  ['kind-unknown', { kind: null }],
  ['text-missing', { text: '' }],
  ['text-too-long', { text: 'x'.repeat(11) }],
  ['options-few', { options: ['a', ''] }],
  ['option-gap', { options: ['a', '', 'c'] }],
  ['option-too-long', { options: ['a', 'x'.repeat(6)] }],
  ['right-missing', { right: [] }],
  ['right-unknown', { right: null }],
  ['right-unknown', { right: [2] }],
  ['right-unknown', { kind: 'true-false' as const, right: [2] }],
  ['several-right', { kind: 'single' as const, right: [0, 1] }],
  ['why-missing', { why: '' }],
  ['why-too-long', { why: 'x'.repeat(9) }],
])('%s', (code, rest) => {
  expect(read(line(rest)).problems).toMatchObject([{ line: 2, code }]);
});

test.each([
  [
    'as long as may be',
    { text: 'x'.repeat(10), options: ['x'.repeat(5), 'b'], why: 'x'.repeat(8) },
  ],
])('%s is well', (_, rest) => {
  expect(read(line(rest)).problems).toEqual([]);
});

test('the same words twice are one question, however they are spaced', () => {
  const { questions, problems } = read(line({ text: 'a b' }), line({ line: 3, text: 'A  B' }));
  expect(questions).toHaveLength(1);
  expect(problems).toMatchObject([{ line: 3, code: 'text-twice' }]);
});

test('a decimal point makes another question, a stop does not', () => {
  const { questions } = read(line({ text: '1.5 V' }), line({ line: 3, text: '15 V' }));
  expect(questions).toHaveLength(2);
  expect(questionKey('能放吗。')).toBe(questionKey('能放吗'));
  expect(questionKey('１．５倍')).toBe(questionKey('1.5 倍'));
});
