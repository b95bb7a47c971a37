import { awardsOf, scoreOf } from '../../../../domain/content/contest/lecture-result';

const judged = (...points: readonly number[]) =>
  points.map((each) => [{ criterionId: 'content', points: each }]);

test.each([
  ['nobody', [], undefined],
  ['one', [80], undefined],
  ['two', [80, 91], 8550],
  ['four, with the highest and the lowest', [0, 80, 80, 100], 6500],
  ['five, without the highest and the lowest', [0, 80, 82, 84, 100], 8200],
  ['five of whom two gave the highest, of which one counts', [10, 20, 30, 40, 40], 3000],
  ['three, to the hundredth', [10, 10, 11], 1033],
])('of %s', (_, points, total) => {
  expect(scoreOf(['content'], judged(...points))?.total).toBe(total);
});

test('each criterion leaves out its own highest and lowest, and the score is the sum of what is shown', () => {
  const judgements = [1, 2, 3, 4, 10].map((points) => [
    { criterionId: 'content', points },
    { criterionId: 'telling', points: 11 - points },
  ]);
  expect(scoreOf(['content', 'telling'], judgements)).toEqual({
    total: 1100,
    byCriterion: [
      { criterionId: 'content', hundredths: 300 },
      { criterionId: 'telling', hundredths: 800 },
    ],
  });
});

const AWARDS = [
  { name: 'first', places: 1 },
  { name: 'second', places: 2 },
];
const lectures = (scores: Readonly<Record<string, readonly [number, number] | null>>) =>
  Object.entries(scores).map(([lectureId, points]) => ({
    lectureId,
    score: points && {
      total: points[0] + points[1],
      byCriterion: [
        { criterionId: 'content', hundredths: points[0] },
        { criterionId: 'telling', hundredths: points[1] },
      ],
    },
  }));
const given = (
  scores: Parameters<typeof lectures>[0],
  tie: string | null = null,
): Readonly<Record<string, string>> => Object.fromEntries(awardsOf(lectures(scores), AWARDS, tie));

test('awards go by score, and nobody behind them is ranked', () => {
  const scores = { a: [9, 0], b: [8, 0], c: [7, 0], d: [6, 0], unjudged: null } as const;
  expect(given(scores)).toEqual({ a: 'first', b: 'second', c: 'second' });
});

test('equals have the same award and take places of the next', () => {
  expect(given({ a: [9, 0], b: [9, 0], c: [7, 0], d: [6, 0] })).toEqual({
    a: 'first',
    b: 'first',
    c: 'second',
  });
  expect(given({ a: [9, 0], b: [8, 0], c: [8, 0], d: [8, 0] })).toEqual({
    a: 'first',
    b: 'second',
    c: 'second',
    d: 'second',
  });
});

test('of equals who has more of the named criterion is before; equal there too they stay equal', () => {
  const scores = { a: [5, 4], b: [4, 5], c: [5, 4] } as const;
  expect(given(scores, 'telling')).toEqual({ b: 'first', a: 'second', c: 'second' });
});
