import { contestFigures, type Taker } from '../../../../domain/content/contest/contest-figures';

const takers = (shared: number, unnamed: number, right = [true, false]): readonly Taker[] =>
  Array.from({ length: shared + unnamed }, (_, index) => ({ isShared: index < shared, right }));

test.each([
  [0, 0, false],
  [1, 0, true],
  [9, 1, false],
  [9, 4, false],
  [0, 5, true],
  [9, 5, true],
])('%d who agreed and %d who did not: told %s', (shared, unnamed, isTold) => {
  expect(contestFigures(takers(shared, unnamed)) !== null).toBe(isTold);
});

test('the average in tenths, and the first of the questions that most got wrong', () => {
  const mixed = [
    ...takers(2, 0, [true, true, false]),
    ...takers(1, 0, [false, true, true]),
    ...takers(1, 0, [true, false, false]),
  ];
  expect(contestFigures(mixed)).toEqual({
    averageTenths: 18,
    hardest: { index: 2, wrong: 3 },
  });
  expect(contestFigures(takers(1, 0, [true, true]))?.hardest).toBeNull();
});
