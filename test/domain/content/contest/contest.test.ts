import {
  answersTogether,
  contestStateAt,
  handedInAtMs,
  rightIn,
  type GivenAnswer,
} from '../../../../domain/content/contest/contest';

const window = { startAtMs: 100, endAtMs: 200 };

test.each([
  ['draft', 150, 'draft'],
  ['published', 99, 'coming'],
  ['published', 100, 'running'],
  ['published', 199, 'running'],
  ['published', 200, 'over'],
  ['called-off', 150, 'called-off'],
] as const)('%s at %d is %s', (step, nowMs, state) => {
  expect(contestStateAt({ step, ...window }, nowMs)).toBe(state);
});

const given = (questionId: string, atMs: number, ...chosen: string[]): GivenAnswer => {
  return { questionId, atMs, chosen };
};

test('of two answers to one question the later stands, in whatever order they came', () => {
  const [early, late] = [given('q', 1, 'a'), given('q', 2, 'b')];
  expect(answersTogether([early], [late])).toEqual([late]);
  expect(answersTogether([late], [early])).toEqual([late]);
  expect(answersTogether([early], [given('q', 1, 'c')])).toEqual([early]);
  expect(answersTogether([early], [given('r', 1, 'c')])).toHaveLength(2);
});

test.each([
  ['what was handed in counts then', 120, [given('q', 110, 'a')], 300, 120],
  ['what was saved counts at the end', null, [given('q', 110, 'a')], 200, 200],
  ['not before', null, [given('q', 110, 'a')], 199, null],
  ['who answered nothing took no part', null, [], 300, null],
])('%s', (_, handed, answers, nowMs, at) => {
  expect(handedInAtMs({ handedInAtMs: handed, answers }, window.endAtMs, nowMs)).toBe(at);
});

test('what was left out is not right; of several exactly the right ones are', () => {
  const options = (...right: string[]) =>
    ['a', 'b', 'c'].map((optionId) => ({ optionId, isRight: right.includes(optionId) }));
  const questions = [
    { questionId: 'one', kind: 'single', options: options('a') },
    { questionId: 'more', kind: 'several', options: options('a', 'b') },
    { questionId: 'left', kind: 'single', options: options('c') },
  ] as const;
  expect(rightIn(questions, [given('one', 1, 'a'), given('more', 1, 'a')])).toBe(1);
  expect(rightIn(questions, [given('one', 1, 'a'), given('more', 1, 'b', 'a')])).toBe(2);
});
